import { expect, test } from 'vitest'
import { doneWith, planText, refusalText } from './faults'
import { quote } from './quote'
import { schedule } from './schedule'

const today = '2026-11-23'
const terms = {
  ...{ principal: '12000', rate: { dailyPercent: '0.04' }, method: 'equal_instalment', periods: 6 },
  ...{ disbursed: '2026-11-05', firstDue: '2026-12-05' },
}
const saidOf = (change: object) => doneWith(schedule({ ...terms, ...change }, today), String).text

test('what is wrong with an input is told in the product’s own sentences, not in codes', () => {
  const text = saidOf({ periods: 0, foo: 1, dayCount: 'x', principal: undefined, dueDay: 1 })
  expect(text).toMatch(/^ {2}periods +This cannot be less than 1\.$/m)
  expect(text).toMatch(/^ {2}foo +There is no such field\.$/m)
  expect(text).toMatch(/^ {2}dayCount +This must be one of: period, /m)
  expect(text).toMatch(/^ {2}principal +This is required\.$/m)
  expect(saidOf({ dueDay: 1 })).toContain('the day of the month of the first due date')
  for (const principal of ['0', 0, '0.00']) expect(saidOf({ principal })).toMatch(/^ {2}principal +the amount has to be above 0/m)
  expect(saidOf({ firstDue: '2026-11-05' })).toMatch(/^ {2}firstDue +must be after the day of the loan/m)
  expect(saidOf({ payOffOn: '2026-11-01' })).toMatch(/^ {2}payOffOn +cannot be before the day of the loan/m)
  expect(saidOf({ paid: [{ on: '2026-11-01', amount: '1' }] })).toMatch(/^ {2}paid +cannot be before the day of the loan/m)
  expect(saidOf({ changes: [{ on: '2027-11-01', disburse: '1' }] })).toMatch(/^ {2}changes +must lie within the loan/m)

  const debt = { buckets: { principal: '12000' }, dailyPercent: '0.04', remainingPeriods: 3, nextDue: '2026-12-05' }
  const reliefs = [6, 9].map((toPeriods) => ({ type: 'TERM_EXTENSION', toPeriods }))
  const twice = quote({ debt, reliefs, from: '2026-11-21' })
  expect(doneWith(twice, String).text).toContain('the same thing can be asked for only once.')
  expect(twice).toMatchObject({ faults: [{ path: 'reliefs', code: 'relief_twice' }], fields: { reliefs: [expect.any(String)] } })
})

test('an amount is asked for as it is taken', () => {
  const text = saidOf({ principal: '1,200.00' })
  expect(text).toContain('no thousands separators, such as 1200.00.')
  expect(text).not.toContain('1,200.00')
})

test('a plan as text says what settles the loan where a day was asked for', () => {
  const textOf = (change: object) => doneWith(schedule({ ...terms, ...change }, today), planText).text
  expect(textOf({ payOffOn: '2026-12-20' })).toMatch(
    /\n\ntotal 12509\.01, of which interest 509\.01\npay-off on 2026-12-20: 10117\.58, principal 10059\.17 and interest 58\.41$/,
  )
  expect(textOf({})).toMatch(/of which interest 509\.01$/)
})

test('a refusal says what to do, and what is wrong with each field', () => {
  const text = refusalText({ code: 'invalid', details: { fields: { email: ['taken'] } } })
  expect(text).toMatch(/^Some entries need changing/)
  expect(text).toContain('already in use; choose another.')
  expect(refusalText({ code: 'too_many', details: { seconds: 30 } })).toContain('Try again in 30 s.')
})
