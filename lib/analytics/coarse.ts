import type { Ratio } from './findings'

/**
 * Figures as they leave the team. Counts are told or hidden; what is computed of counts that are not told (strata, the model,
 * tests over all groups) is told so roughly that it cannot be solved for them.
 */

/** A share (0..1) to a tenth of a percent. */
export const coarseShare = (share: number): number => Math.round(share * 1000) / 1000

/** A ratio as the page writes it: two decimals, and three digits from ten on. */
export function coarseRatio(ratio: number): number {
  if (!Number.isFinite(ratio) || ratio < 10) return Math.round(ratio * 100) / 100
  const unit = 10 ** (Math.floor(Math.log10(ratio)) - 2)
  return Math.round(ratio / unit) * unit
}

/** A ratio of counts that are told nowhere: two digits. */
export const rough = ({ estimate, interval }: Ratio): Ratio => ({
  estimate: twoDigits(estimate),
  interval: interval && [twoDigits(interval[0]), twoDigits(interval[1])],
})
export const twoDigits = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(2)) : value)

export const coarse = ({ estimate, interval }: Ratio): Ratio => ({
  estimate: coarseRatio(estimate),
  interval: interval && [coarseRatio(interval[0]), coarseRatio(interval[1])],
})

/** Where a q lies instead of what it is: at most a limit, or above the last one. */
export type Band = { upTo: number } | { over: number }

const limits = [0.001, 0.01, 0.05] as const
const last = 0.05

/** The band of a q. That of another factor can come from a hidden one (the cumulative minimum of Benjamini & Hochberg). */
export function bandOf(q: number): Band {
  const upTo = limits.find((limit) => q <= limit)
  return upTo === undefined ? { over: last } : { upTo }
}
