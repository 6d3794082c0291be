import { percentText, toText } from '@/lib/platform/money'
import { type Plan, toPlan } from '@/lib/schedules/plan'
import type { Buckets } from './offer'
import type { Quote } from './quote'
import type { QuoteWarning } from './warnings'

/** A quote on the wire: amounts as text with two decimals, percentages as text with two decimals. */
export type QuoteText = {
  before: Plan
  after: Plan
  saving: string
  waived: Record<keyof Buckets, string>
  annualPercent: { simple: string; irr: string } | null
  affordable: boolean | null
  buffer: string | null
  warnings: { code: QuoteWarning }[]
}

export const toQuoteText = ({ before, after, saving, waived, annual, affordable, buffer, warnings }: Quote): QuoteText => ({
  before: toPlan(before),
  after: toPlan(after),
  saving: toText(saving),
  waived: {
    principal: toText(waived.principal),
    overduePrincipal: toText(waived.overduePrincipal),
    interest: toText(waived.interest),
    overdueInterest: toText(waived.overdueInterest),
    penaltyPrincipal: toText(waived.penaltyPrincipal),
    penaltyInterest: toText(waived.penaltyInterest),
    fees: toText(waived.fees),
  },
  annualPercent: annual ? { simple: percentText(annual.simple), irr: percentText(annual.irr) } : null,
  affordable: affordable ?? null,
  buffer: buffer ? toText(buffer) : null,
  warnings: warnings.map((code) => ({ code })),
})
