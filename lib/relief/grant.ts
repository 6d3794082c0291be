import { type BalanceBucket, balanceBuckets } from '@/db/vocabulary'
import { type Rate, rate } from '@/lib/platform/money'
import { type Figures, regularInstalment } from './figures'
import type { Debt } from './offer'

/** What can be granted in part: each waiver in fen, more months, a smaller instalment, a lower rate. */
export const grantComponents = [...balanceBuckets, 'months', 'instalment', 'rate'] as const
export type GrantComponent = BalanceBucket | 'months' | 'instalment' | 'rate'

type Side = Pick<Figures, 'before' | 'after' | 'offer' | 'waived'>

/**
 * Granted over asked, as a fraction, for every component that was asked for (0.5: half of it). `debt` is the one both
 * quotes were made for.
 */
export function grantRatios(debt: Debt, asked: Side, granted: Side): Partial<Record<GrantComponent, Rate>> {
  const ratios = grantComponents.flatMap((component) => {
    const wanted = measures(component, debt, asked)
    return wanted.gt(0) ? [[component, measures(component, debt, granted).div(wanted)] as const] : []
  })
  return Object.fromEntries(ratios)
}

function measures(component: GrantComponent, debt: Debt, side: Side): Rate {
  switch (component) {
    case 'months':
      return rate(side.after.rows.length - side.before.rows.length)
    case 'instalment':
      return regularInstalment(side.before.rows).minus(regularInstalment(side.after.rows))
    case 'rate':
      return debt.dailyRate.minus(side.offer.dailyRate)
    default:
      return side.waived[component]
  }
}
