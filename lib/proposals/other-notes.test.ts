import { expect, test } from 'vitest'
import type { DebtSheet } from './debt-sheet'
import { leftOut, untouched } from './other-notes'
import { workOut } from './work-out'

const none = { principal: '0.00', overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' }
const empty = { ...none, penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' }
const note = (debtId: string, over: Partial<DebtSheet> = {}): DebtSheet => ({
  ...{ debtId, version: 1, contractTail: '', lender: '', buckets: { ...empty, principal: '12000.00' }, owed: '12000.00' },
  ...{ dailyPercent: '0.04', method: 'EQUAL_INSTALMENT', remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: null },
  ...over,
})
const today = '2026-11-21'
const names = (sheets: readonly DebtSheet[]) => sheets.map(({ debtId }) => debtId)
const late = { buckets: { ...empty, principal: '11000.00', overduePrincipal: '1000.00' } }

test('a note of which nothing is asked goes on as agreed, and a settled one is none', () => {
  const sheets = [note('a'), note('b'), note('c', { owed: '0.00', buckets: empty })]
  expect(names(untouched(sheets, [{ debtId: 'a' }]))).toEqual(['b'])
  expect(leftOut(sheets, [{ debtId: 'a' }], today)).toEqual([])
})

test('a note with something overdue, or past its due date, cannot be left out unless it is disputed', () => {
  const sheets = [note('a'), note('b', late), note('c', { nextDueOn: '2026-11-20' }), note('d', { ...late, isDisputed: true })]
  expect(names(leftOut(sheets, [{ debtId: 'a' }], today))).toEqual(['b', 'c'])
  expect(names(leftOut(sheets, [{ debtId: 'a' }, { debtId: 'b' }], today))).toEqual(['c'])
})

// V3: 12,000 at 0.04 % a day is 2,084.83 a month over six months and 1,079.71 over twelve.
test('SP-07 what the other notes take is part of what the household has to bear', () => {
  const longer = {
    debtId: 'a',
    reliefs: [{ type: 'TERM_EXTENSION' as const, toPeriods: 12 }],
    treatment: 'FIRST_INSTALMENT' as const,
  }
  const surplus = '2200.00'
  const alone = workOut([note('a')], [longer], { surplus, from: today })
  expect(alone.affordability).toMatchObject({ dearest: '1079.71', buffer: '1120.29', fits: true })
  const beside = workOut([note('a'), note('b')], [longer], { surplus, from: today })
  expect(beside.affordability).toMatchObject({ dearest: '3164.57', buffer: '-964.57', fits: false })
  expect(beside.instalment).toBe('1079.71')
})
