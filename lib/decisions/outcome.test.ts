import { expect, test } from 'vitest'
import { type Answer, nextStage, outcomeOf } from './outcome'

test.each<[string, Answer[], ReturnType<typeof outcomeOf>]>([
  ['nobody has answered', [undefined], undefined],
  ['one of two loan notes still waits', ['ACCEPTED', undefined], undefined],
  ['all are granted as asked', ['ACCEPTED', 'ACCEPTED'], 'ACCEPTED'],
  ['one is granted in part', ['ACCEPTED', 'ACCEPTED_MODIFIED'], 'ACCEPTED_MODIFIED'],
  ['one is granted and one refused', ['ACCEPTED', 'REJECTED'], 'ACCEPTED_MODIFIED'],
  ['one is countered', ['ACCEPTED', 'COUNTERED'], 'COUNTERED'],
  ['all are refused', ['REJECTED', 'REJECTED'], 'REJECTED'],
  ['nobody replied at all', ['NO_RESPONSE', 'NO_RESPONSE'], 'NO_RESPONSE'],
  ['one is refused and one never answered', ['REJECTED', 'NO_RESPONSE'], 'REJECTED'],
])('SS-05 a version of several loan notes: %s', (_, answers, outcome) => {
  expect(outcomeOf(answers)).toBe(outcome)
})

test('SS-16 a refusal opens the fallback planner, and a missing answer says so', () => {
  expect(nextStage.REJECTED).toEqual({ to: 'FALLBACK', fallback: 'REFUSED' })
  expect(nextStage.NO_RESPONSE).toEqual({ to: 'FALLBACK', fallback: 'NO_ANSWER' })
})
