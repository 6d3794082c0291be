import type { AgreedNote } from '@/db/schema/agreements'
import type { Plan, ReliefLine } from '@/db/schema/proposals'
import type { DecisionResult, ReliefType, RepaymentMethod, Treatment } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { money, rate, sum, toText } from '@/lib/platform/money'
import { type DebtSheet, debtOf } from '@/lib/proposals/debt-sheet'
import { type AskedLine, usualInstalment, workOut } from '@/lib/proposals/work-out'
import { planAsked } from '@/lib/relief/quote'
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

/** A loan note as an agreement keeps it: what was granted for it, and the rate and method it goes on at. Empty where nothing was. */
export function noteGranted(answered: Answered, day: CivilDate): AgreedNote[] {
  const plan = planGranted(answered, day)
  if (plan === null) return []
  const { asked, sheet, result, granted } = answered
  const reliefs = result === 'ACCEPTED' ? asked.reliefs : granted
  const cut = reliefs.find(({ type }) => type === 'RATE_CUT')?.['toDailyPercent']
  return [
    {
      ...{ debtId: sheet.debtId, plan, dailyPercent: String(cut ?? sheet.dailyPercent ?? '0') },
      ...{ method: methodUnder(sheet, reliefs), ...interestUnder(sheet, { ...asked, reliefs }, day) },
    },
  ]
}

/** What accrues until the plan's instalments begin, their first period, and what of its principal bears no interest. */
function interestUnder(sheet: DebtSheet, { reliefs, treatment }: Pick<AskedLine, 'reliefs' | 'treatment'>, day: CivilDate) {
  const debt = debtOf(sheet)
  if (debt === undefined) return {}
  const { accruing, interestFree, first } = planAsked({ debt, reliefs, treatment, from: day })
  const { interest, ...days } = first
  return {
    firstPeriod: { ...days, ...(interest && { interest: toText(interest) }) },
    accruing: accruing.map(({ amount, ...part }) => ({ ...part, amount: toText(amount) })),
    interestFree: interestFree.map(({ due, principal }) => ({ due, principal: toText(principal) })),
  }
}

/** A lower instalment is one that stays the same; what is spread anew is no longer paid at the end alone. */
function methodUnder({ method }: DebtSheet, reliefs: readonly ReliefLine[]): RepaymentMethod {
  const types = reliefs.map(({ type }) => type)
  const isAtEnd = method === 'INTEREST_ONLY' || method === 'BULLET'
  if (types.includes('LOWER_INSTALMENT') || (isAtEnd && types.includes('INSTALMENT_PLAN'))) return 'EQUAL_INSTALMENT'
  return method
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
