import type { ReliefType, Treatment } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { greatest, type Money, zero } from '@/lib/platform/money'
import type { AnnualCost } from '@/lib/schedules/annual-cost'
import type { Row } from '@/lib/schedules/plan'
import type { Buckets, Debt, Offer } from './offer'
import type { OfferPlan } from './plan-of'

/** One relief as it is stored and sent: its type and its parameters as plain text and numbers. */
export type ReliefLine = { type: ReliefType } & Record<string, unknown>

export type QuoteRequest = {
  debt: Debt
  reliefs: readonly ReliefLine[]
  /** What happens to arrears that are not waived; by default they join the first instalment. */
  treatment?: Treatment
  /** Disposable income a month; undefined where no statement exists yet. */
  surplus?: Money
  /** The proposal's date: buckets are as accrued on it. */
  from: CivilDate
}

/** What a quote says in numbers. Amounts in CNY, exact. */
export type Figures = {
  before: OfferPlan
  after: OfferPlan
  offer: Offer
  /** Total to pay before minus after; negative where the relief costs more in the end. */
  saving: Money
  waived: Buckets
  /** Yearly cost of the plan asked for, as fractions; undefined where its flows have no single rate, or are one payment. */
  annual: AnnualCost | undefined
  /** Whether every instalment fits the surplus; undefined without a surplus. */
  affordable: boolean | undefined
  /** Surplus less the largest regular instalment. */
  buffer: Money | undefined
}

/** The largest instalment but the last, which absorbs rounding; a single payment counts itself. */
export const regularInstalment = (rows: readonly Row[]): Money =>
  (rows.length > 1 ? rows.slice(0, -1) : rows).reduce((most, row) => greatest(most, row.payment), zero)
