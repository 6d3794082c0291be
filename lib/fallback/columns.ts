import type { FallbackTerms } from '@/db/schema'
import { type Money, toText, zero } from '@/lib/platform/money'
import type { PlanGiven, PlanKind, PlanOf } from './plan-input'

type Columns = {
  title?: string
  amount: Money
  progress?: Money
  monthly?: Money
  targetOn?: string
  terms?: FallbackTerms
}

const rows: { [Kind in PlanKind]: (plan: PlanOf<Kind>) => Columns } = {
  FAMILY_HELP: ({ title, amount, isLoan, isWritten }) => ({ title, amount, terms: { isLoan, isWritten } }),
  REFINANCE: ({ amount, annualPercent, periods, fee }) => ({
    amount,
    terms: { annualPercent: annualPercent.toFixed(), periods, fee: toText(fee) },
  }),
  REFERRAL: ({ bodyId, shared, consentedOn, consentChannel }) => ({
    amount: zero,
    terms: { bodyId, shared, consentedOn, consentChannel },
  }),
  BUDGET: ({ title, amount, targetOn }) => ({ title, amount, targetOn }),
  SAVINGS_GOAL: ({ title, amount, saved, monthly }) => ({ title, amount, progress: saved, monthly }),
}

/** How a plan is kept: the columns every kind shares, and the terms only its own kind knows. */
export const columnsOf = (plan: PlanGiven): Columns => pick(plan, plan.kind)

const pick = <Kind extends PlanKind>(plan: PlanOf<Kind>, kind: Kind): Columns => rows[kind](plan)
