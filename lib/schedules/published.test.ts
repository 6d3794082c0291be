import { expect, test } from 'vitest'
import cases from './cases/fineract.json'
import { contradiction, scheduleInput, termsFrom } from './input'
import { toPlan } from './plan'
import { schedule } from './schedule'

// Facts printed in the test suites of Apache Fineract: what a lender's engine in use answers for these terms.
test.each(cases)('the published schedule $id: $title', ({ input, expected }) => {
  const terms = termsFrom(scheduleInput.parse(input), '2026-11-21')
  expect(contradiction(terms)).toBeUndefined()
  expect(toPlan(schedule(terms))).toMatchObject(expected)
})
