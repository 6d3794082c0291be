import type { Comparison } from '@/lib/analysis/result'

const signed = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`

/** A difference of two rates in percentage points, with its interval. */
export const points = ({ estimate, newcombe: [low, high] }: NonNullable<Comparison['riskDifference']>) =>
  `${signed(estimate)} (${signed(low)} … ${signed(high)})`

/** A Brier score. */
export const score = (value: number) => value.toFixed(3)

/** A standard deviation to four digits, in the unit of its column. */
export const amount = (value: number) => String(Number.parseFloat(value.toPrecision(4)))
