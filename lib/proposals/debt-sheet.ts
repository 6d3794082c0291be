import type { AccruingPart } from '@/db/schema/agreements'
import type { Plan } from '@/db/schema/proposals'
import type { BalanceBucket, RepaymentMethod } from '@/db/vocabulary'
import { money, rate, toText } from '@/lib/platform/money'
import type { Buckets, Debt } from '@/lib/relief/offer'
import { monthly } from '@/lib/schedules/frequency'
import type { Method } from '@/lib/schedules/terms'

/** A loan note as the builder needs it, in plain values: amounts and rates as text, so that it travels to the browser. */
export type DebtSheet = {
  debtId: string
  version: number
  /** The last four of the contract number; empty where none is recorded. */
  contractTail: string
  lender: string
  buckets: Record<BalanceBucket, string>
  owed: string
  dailyPercent: string | null
  method: RepaymentMethod
  remainingPeriods: number | null
  nextDueOn: string | null
  /** When the period up to it began, where that is not a month before. */
  beganOn?: string | undefined
  /** The day of the month that instalments keep to, where the next one falls on a shorter month's end. */
  dueDay?: number | undefined
  endsOn: string | null
  isDisputed?: boolean
  /** Under an agreement that runs or is paid. */
  isAgreed?: boolean
  /** Its balance is what the agreement leaves, as no bill is younger. */
  isByPlan?: boolean
  /** What its agreement still asks for, where one runs: everything else of the note then follows from it. */
  agreedPlan?: Plan
  /** What still accrues before the next instalment, in a pause or in a period that is paid already. */
  accruing?: AccruingPart[]
  /** The balance by a bill younger than that agreement. */
  billed?: Record<BalanceBucket, string>
}

/** Facts without which no schedule can be worked out. */
export const neededTerms = ['dailyPercent', 'remainingPeriods', 'nextDueOn'] as const
export type NeededTerm = (typeof neededTerms)[number]

export const missingTerms = (sheet: DebtSheet): NeededTerm[] => neededTerms.filter((term) => sheet[term] === null)

/** The debt as the quote engine takes it; undefined while one of the needed facts is missing. */
export function debtOf(sheet: DebtSheet): Debt | undefined {
  const { buckets, dailyPercent, method, remainingPeriods, nextDueOn, beganOn, dueDay, accruing = [] } = sheet
  if (dailyPercent === null || remainingPeriods === null || nextDueOn === null) return undefined
  return {
    buckets: amountsOf(buckets),
    dailyRate: rate(dailyPercent).div(100),
    ...methods[method],
    remainingPeriods,
    nextDue: nextDueOn,
    ...(beganOn !== undefined && { began: beganOn }),
    ...(dueDay !== undefined && { dueDay }),
    every: monthly,
    // Months of thirty days, as the lender's own schedules count them; the schedule is an estimate and says so.
    dayCount: '30/360',
    accruing: accruing.map((part) => ({ ...part, amount: money(part.amount) })),
  }
}

/** Buckets as they travel, as amounts. */
export const amountsOf = (buckets: Record<BalanceBucket, string>): Buckets => ({
  principal: money(buckets.principal),
  overduePrincipal: money(buckets.overduePrincipal),
  interest: money(buckets.interest),
  overdueInterest: money(buckets.overdueInterest),
  penaltyPrincipal: money(buckets.penaltyPrincipal),
  penaltyInterest: money(buckets.penaltyInterest),
  fees: money(buckets.fees),
})

/** Amounts as they travel. */
export const textsOf = (buckets: Buckets): Record<BalanceBucket, string> => ({
  principal: toText(buckets.principal),
  overduePrincipal: toText(buckets.overduePrincipal),
  interest: toText(buckets.interest),
  overdueInterest: toText(buckets.overdueInterest),
  penaltyPrincipal: toText(buckets.penaltyPrincipal),
  penaltyInterest: toText(buckets.penaltyInterest),
  fees: toText(buckets.fees),
})

const methods: Record<RepaymentMethod, { method: Method; bullet: boolean }> = {
  EQUAL_INSTALMENT: { method: 'equal_instalment', bullet: false },
  EQUAL_PRINCIPAL: { method: 'equal_principal', bullet: false },
  INTEREST_ONLY: { method: 'interest_only', bullet: false },
  BULLET: { method: 'interest_only', bullet: true },
}
