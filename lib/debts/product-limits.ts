import { addMonths, type CivilDate, daysBetween } from '@/lib/platform/dates'
import type { Money } from '@/lib/platform/money'

export type ProductLimits = { maxLimit: Money | null; minTermDays: number | null; maxTermMonths: number | null }
type Loan = { originalAmount: Money | null; creditLimit: Money | null; startedOn: CivilDate | null; endsOn: CivilDate | null }

export type LimitWarning = 'ABOVE_LIMIT' | 'TERM_TOO_SHORT' | 'TERM_TOO_LONG'

/**
 * What does not fit the product as our directory describes it (SD-12, SD-13). These are warnings to look again, never
 * refusals: the directory's figures are dated and may be wrong.
 */
export const limitWarnings = (loan: Loan, product: ProductLimits): LimitWarning[] =>
  limitTests.filter(({ fails }) => fails(loan, product)).map(({ warning }) => warning)

const limitTests: { warning: LimitWarning; fails: (loan: Loan, product: ProductLimits) => boolean }[] = [
  {
    warning: 'ABOVE_LIMIT',
    fails: ({ originalAmount, creditLimit }, { maxLimit }) =>
      maxLimit !== null && [originalAmount, creditLimit].some((amount) => amount?.gt(maxLimit)),
  },
  {
    warning: 'TERM_TOO_SHORT',
    fails: ({ startedOn, endsOn }, { minTermDays }) =>
      startedOn !== null && endsOn !== null && minTermDays !== null && daysBetween(startedOn, endsOn) < minTermDays,
  },
  {
    warning: 'TERM_TOO_LONG',
    fails: ({ startedOn, endsOn }, { maxTermMonths }) =>
      startedOn !== null && endsOn !== null && maxTermMonths !== null && endsOn > addMonths(startedOn, maxTermMonths),
  },
]
