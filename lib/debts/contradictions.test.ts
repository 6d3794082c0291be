import { expect, test } from 'vitest'
import { contradictions } from './contradictions'

const today = '2026-11-21'

test('a loan note in arrears that fits together is taken as it is', () => {
  const dates = { startedOn: '2026-01-05', endsOn: '2027-01-05', nextDueOn: '2026-12-05', oldestUnpaidDueOn: '2026-10-05' }
  expect(contradictions({ ...dates, totalPeriods: 12, remainingPeriods: 12 }, today)).toEqual({})
})

test('what is not known contradicts nothing', () => {
  expect(contradictions({ endsOn: '2020-01-01', oldestUnpaidDueOn: today, remainingPeriods: 99 }, today)).toEqual({})
})

test.each([
  ['a loan that starts tomorrow', { startedOn: '2026-11-22' }, { startedOn: ['in_future'] }],
  ['an end before the start', { startedOn: '2026-02-01', endsOn: '2026-01-31' }, { endsOn: ['before_start'] }],
  ['a due date before the start', { startedOn: '2026-02-01', nextDueOn: '2026-01-31' }, { nextDueOn: ['before_start'] }],
  [
    'arrears older than the loan',
    { startedOn: '2026-02-01', oldestUnpaidDueOn: '2026-01-31' },
    { oldestUnpaidDueOn: ['before_start'] },
  ],
  [
    'arrears after the next due date',
    { nextDueOn: '2026-11-05', oldestUnpaidDueOn: '2026-11-06' },
    { oldestUnpaidDueOn: ['after_next_due'] },
  ],
  ['arrears still to come', { oldestUnpaidDueOn: '2030-01-01' }, { oldestUnpaidDueOn: ['not_overdue'] }],
  ['an interruption still to come', { limitationLastInterruption: '2026-11-22' }, { limitationLastInterruption: ['in_future'] }],
  ['more instalments left than there are', { totalPeriods: 3, remainingPeriods: 4 }, { remainingPeriods: ['above_total'] }],
])('%s is named', (_, facts, fields) => {
  expect(contradictions(facts, today)).toEqual(fields)
})
