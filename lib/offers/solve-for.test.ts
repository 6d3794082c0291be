import { expect, test } from 'vitest'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { monthsBetweenEnds, reliefFor } from './solve-for'

const sheet: DebtSheet = {
  ...{ debtId: 'a', version: 1, contractTail: '7731', lender: '', owed: '12000.00', dailyPercent: '0.04' },
  ...{ method: 'EQUAL_INSTALMENT', remainingPeriods: 3, nextDueOn: '2026-12-05', endsOn: null },
  buckets: {
    ...{ principal: '12000.00', overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
  },
}
const given = { sheet, others: [], from: '2026-11-21' }

test('SD-04 SX-06 a monthly amount leaves the number of instalments to follow', () => {
  expect(reliefFor('instalment', '2084.83', given)).toEqual({ type: 'LOWER_INSTALMENT', amount: '2084.83' })
})

test('SD-04 a number of instalments is asked for as it is', () => {
  expect(reliefFor('periods', '6', given)).toEqual({ type: 'TERM_EXTENSION', toPeriods: 6 })
})

test('SD-04 a total becomes the longest term that does not cost more (V3: 12,509.01 over six, 12,956.45 over twelve)', () => {
  expect(reliefFor('total', '12509.01', given)).toEqual({ type: 'TERM_EXTENSION', toPeriods: 6 })
  expect(reliefFor('total', '12509.00', given)).toEqual({ type: 'TERM_EXTENSION', toPeriods: 5 })
  expect(reliefFor('total', '12956.45', given)).toEqual({ type: 'TERM_EXTENSION', toPeriods: 12 })
  expect(reliefFor('total', '11999.00', given)).toBeUndefined()
})

test('months between the ends of two plans', () => {
  expect(monthsBetweenEnds('2027-02-05', '2027-05-05')).toBe(3)
  expect(monthsBetweenEnds('2027-02-05', '2026-12-05')).toBe(-2)
  expect(monthsBetweenEnds('', '2026-12-05')).toBe(0)
})
