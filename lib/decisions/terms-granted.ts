import type { Plan, ReliefLine } from '@/db/schema/proposals'
import type { DecisionResult, ReliefType, Treatment } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { money, rate, sum } from '@/lib/platform/money'
import { type DebtSheet, debtOf } from '@/lib/proposals/debt-sheet'
import { usualInstalment, workOut } from '@/lib/proposals/work-out'
import { grantRatios } from './grant-ratio'

/** A line as it was sent, the loan note it is about, and what the creditor said. */
export type Answered = {
  asked: { debtId: string; reliefs: ReliefLine[]; treatment: Treatment; before: Plan; after: Plan }
  sheet: DebtSheet
  result: DecisionResult
  granted: ReliefLine[]
}

/**
 * The plan that follows from what was granted: the one that was sent where it was granted as asked, else worked out again
 * with the terms granted, as of the day the version was written. Null where nothing was granted.
 */
export function planGranted({ asked, sheet, result, granted }: Answered, day: CivilDate): Plan | null {
  if (result === 'ACCEPTED') return asked.after
  if (result === 'REJECTED' || result === 'NO_RESPONSE') return null
  const line = { debtId: asked.debtId, reliefs: granted, treatment: asked.treatment }
  return workOut([sheet], [line], { surplus: null, from: day }).lines[0]?.after ?? null
}

/** What was granted of what was asked, relief by relief; empty for an answer that grants nothing or says nothing. */
export function ratiosOf({ asked, sheet, result, granted }: Answered): Partial<Record<ReliefType, string>> {
  const debt = debtOf(sheet)
  if (debt === undefined || result === 'NO_RESPONSE') return {}
  const given = result === 'ACCEPTED' ? asked.reliefs : result === 'REJECTED' ? [] : granted
  return grantRatios(asked.reliefs, given, {
    buckets: debt.buckets,
    balance: sum(Object.values(debt.buckets)),
    instalment: money(usualInstalment(asked.before)),
    dailyPercent: rate(sheet.dailyPercent ?? '0'),
    remainingPeriods: debt.remainingPeriods,
  })
}
