import type { Band } from '@/lib/analytics/coarse'
import type { Difference, Ratio } from '@/lib/analytics/findings'

/** Figures as this page writes them. */
export const percent = (share: number) => `${(share * 100).toFixed(1)}%`
export const range = ([low, high]: readonly [number, number]) => `${percent(low)}–${percent(high)}`
export const odds = (value: number) => value.toFixed(2)
export const oddsRange = ({ interval }: Ratio) => (interval === null ? '' : `${odds(interval[0])}–${odds(interval[1])}`)
const signed = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1).replace('-', '−')}`
/** A difference of two rates in percentage points, and its interval. */
export const points = ({ estimate }: Difference) => signed(estimate)
export const pointsRange = ({ interval: [low, high] }: Difference) => `${signed(low)} … ${signed(high)}`
/** An area under the curve with DeLong's interval, which there is none of where nothing is told wrongly. */
export const area = (auc: number, interval: readonly [number, number] | null) =>
  interval === null ? odds(auc) : `${odds(auc)} (DeLong ${odds(interval[0])}–${odds(interval[1])})`
/** A Brier score. */
export const score = (value: number) => value.toFixed(3)
/** A q is never shown as nought; outside the team only where it lies. */
export function small(q: number | Band) {
  if (typeof q !== 'number') return 'upTo' in q ? `≤ ${q.upTo}` : `> ${q.over}`
  return q < 0.001 ? '< 0.001' : `= ${q.toFixed(3)}`
}
/** How many of so many factors without any effect show p < 0.05, on average. */
export const byChance = (tested: number) => (tested / 20).toFixed(1)
