import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { type RepaymentMethod, treatments } from '@/db/vocabulary'
import { money, toText } from '@/lib/platform/money'
import { day, granted, leftAfter, recorded } from './agreed-notes.fixture'

const late = {
  ...{ principal: '12000.00', overduePrincipal: '2000.00', interest: '300.00', overdueInterest: '100.00' },
  ...{ penaltyPrincipal: '50.00', penaltyInterest: '0.00', fees: '20.00' },
}
const note = (method: RepaymentMethod) => ({ ...recorded, buckets: late, owed: '14470.00', method })

const ways: readonly [string, RepaymentMethod, ReliefLine][] = [
  ['a longer term', 'EQUAL_INSTALMENT', { type: 'TERM_EXTENSION', toPeriods: 12 }],
  ['equal principal', 'EQUAL_PRINCIPAL', { type: 'TERM_EXTENSION', toPeriods: 9 }],
  ['interest only', 'INTEREST_ONLY', { type: 'TERM_EXTENSION', toPeriods: 9 }],
  ['a pause', 'EQUAL_INSTALMENT', { type: 'PAYMENT_PAUSE', periods: 3, interest: 'accrues' }],
  ['no interest', 'EQUAL_INSTALMENT', { type: 'RATE_CUT', toDailyPercent: '0' }],
]

describe.each(treatments)('overdue principal under an agreement, %s', (treatment) => {
  test.each(ways)('is owed no more and no less on the day of it, with %s', (_, method, relief) => {
    const [now] = leftAfter([granted([relief], note(method), treatment)], [], day)
    expect(now?.owed).toBe('14470.00')
  })

  test.each(['100.00', '500.00'])('is a fen less for each fen of %s that is paid before its day', (paid) => {
    const extended = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }], note('EQUAL_INSTALMENT'), treatment)
    expect(leftAfter([extended], [paid], day)[0]?.owed).toBe(toText(money('14470.00').minus(paid)))
  })
})

test('overdue principal that waits for the last instalment bears no interest before it, whole instalments paid early or not', () => {
  const carried = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }], note('EQUAL_INSTALMENT'), 'CARRY_FORWARD')
  const first = carried.plan.rows[0]?.payment ?? ''
  expect(leftAfter([carried], [first], day)[0]?.owed).toBe(toText(money('14470.00').minus(first)))
  expect(leftAfter([carried], [first], '2026-12-10')[0]?.owed).toBe(toText(money('14470.00').minus(first).plus('144.00')))
})
