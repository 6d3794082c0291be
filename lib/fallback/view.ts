import type { FallbackTerms } from '@/db/schema'
import type { CivilDate } from '@/lib/platform/dates'
import { type Money, money, percentText, rate, toText, zero } from '@/lib/platform/money'
import type { Debt } from '@/lib/relief/offer'
import { type Comparison, type Cost, compareRefinance, type RefinanceCaution } from './refinance'
import { reachedOn } from './savings'
import type { FallbackPlan } from './scope.queries'

/** What a plan is looked at beside: the day, the debts of the case (undefined while a term is missing) and the directory. */
export type Ground = { today: CivilDate; debts: Debt[] | undefined; bodyName: (id: string) => string }

export type PlanCaution = RefinanceCaution | 'UNWRITTEN_DEBT' | 'NEW_DEBT' | 'NO_DATE' | 'TARGET_PASSED' | 'CHARGES'

/** A plan as plain values, with what follows from it today and what to be careful about. Amounts CNY as text. */
export function planView(plan: FallbackPlan, ground: Ground) {
  const comparison = comparisonOf(plan, ground)
  const reached = plan.kind === 'SAVINGS_GOAL' ? reachedOn(goalOf(plan), ground.today) : null
  return {
    ...{ id: plan.id, kind: plan.kind, status: plan.status, title: plan.title, note: plan.note, version: plan.version },
    ...{ amount: toText(plan.amount), progress: toText(plan.progress), targetOn: plan.targetOn },
    monthly: plan.monthly === null ? null : toText(plan.monthly),
    ...termsView(plan, ground),
    projectedOn: reached,
    comparison: comparison === undefined ? null : comparisonView(comparison),
    cautions: cautionsOf(plan, { reached, today: ground.today, comparison }),
    createdAt: plan.createdAt.toISOString(),
  }
}

export type PlanView = ReturnType<typeof planView>

const goalOf = ({ amount, progress, monthly }: FallbackPlan) => ({ target: amount, saved: progress, monthly: monthly ?? zero })

const termsView = ({ terms }: FallbackPlan, ground: Ground) => ({
  isLoan: terms.isLoan === true,
  isWritten: terms.isWritten === true,
  loan: loanView(terms),
  referral: referralView(terms, ground),
})

const loanView = ({ annualPercent = '0', periods, fee = '0.00' }: FallbackTerms) =>
  periods === undefined ? null : { annualPercent, periods, fee }

function referralView(terms: FallbackTerms, { bodyName }: Ground) {
  const { bodyId, bodyFee: fee = '', shared = [], consentedOn = '', consentChannel: channel = 'PAPER' } = terms
  return bodyId === undefined ? null : { body: bodyName(bodyId), fee, shared, consentedOn, channel }
}

function comparisonOf({ kind, amount, terms }: FallbackPlan, { debts, today }: Ground): Comparison | undefined {
  const { annualPercent, periods, fee } = terms
  if (kind !== 'REFINANCE' || debts === undefined || annualPercent === undefined || periods === undefined) return undefined
  const loan = { amount, annualRate: rate(annualPercent).div(100), periods, fee: money(fee ?? '0') }
  return compareRefinance(debts, loan, today)
}

const comparisonView = ({ now, loan, extra, annual }: Comparison) => ({
  now: costView(now),
  loan: costView(loan),
  extra: toText(extra),
  annualPercent: annual === undefined ? null : { simple: percentText(annual.simple), irr: percentText(annual.irr) },
})

const costView = ({ total, interest, fee, instalment, last }: Cost) => ({
  ...{ total: toText(total), interest: toText(interest), fee: toText(fee), instalment: toText(instalment), last },
})

type Seen = { reached: CivilDate | null; today: CivilDate; comparison: Comparison | undefined }

/** Money from relatives that has to be paid back is debt too, and worse where nothing is in writing (FB-01). */
function cautionsOf(plan: FallbackPlan, { reached, today, comparison }: Seen): PlanCaution[] {
  const { kind, status, terms, targetOn } = plan
  const rows: readonly [PlanCaution, boolean][] = [
    ['UNWRITTEN_DEBT', kind === 'FAMILY_HELP' && terms.isLoan === true && terms.isWritten !== true],
    ['NEW_DEBT', kind === 'FAMILY_HELP' && terms.isLoan === true],
    ['DEBT_FOR_DEBT', kind === 'REFINANCE' && comparison === undefined],
    ['NO_DATE', kind === 'SAVINGS_GOAL' && reached === null],
    ['TARGET_PASSED', kind === 'BUDGET' && status === 'OPEN' && targetOn !== null && targetOn < today && isShort(plan)],
    ['CHARGES', kind === 'REFERRAL' && (terms.bodyFee ?? '') !== ''],
  ]
  return [...rows.filter(([, holds]) => holds).map(([caution]) => caution), ...(comparison?.cautions ?? [])]
}

const isShort = ({ progress, amount }: { progress: Money; amount: Money }) => progress.lt(amount)
