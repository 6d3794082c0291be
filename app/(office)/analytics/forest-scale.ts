import type { Ratio } from '@/lib/analytics/findings'

/** Two doublings on either side of 1. */
export const [least, most] = [0.25, 4]
export const ticks = [0.25, 0.5, 1, 2, 4]

/** Where a ratio lies on the logarithmic scale, as a fraction of it; what lies beyond is at its edge. */
export const along = (ratio: number) => (Math.log2(Math.min(most, Math.max(least, ratio))) + 2) / 4

/** On which side a ratio lies beyond the scale; 0 where it is on it. */
export function beyond(ratio: number): -1 | 0 | 1 {
  if (ratio > most) return 1
  return ratio < least ? -1 : 0
}

/** Whether an interval leaves out 1: a filled square then, a hollow circle where it holds it. */
export const excludesOne = ({ interval }: Ratio) => interval !== null && (interval[0] > 1 || interval[1] < 1)
