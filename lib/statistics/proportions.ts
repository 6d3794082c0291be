import { betaQuantile, betaUpperQuantile, CHI2_95, Z95 } from './distributions'
import type { Interval } from './numbers'

/*
 * 95 % intervals for one proportion (events of n; fractions between 0 and 1) and for the difference of two.
 * Wilson 1927 JASA 22:209; Clopper & Pearson 1934 Biometrika 26:404; Agresti & Coull 1998 Am Stat 52:119;
 * Newcombe 1998 Stat Med 17:857 (one) and 17:873 (difference, method 10).
 */

/** Wilson's score interval (1927 JASA 22:209) without continuity correction; with n = 0 nothing is known: [0, 1]. */
export function wilson(events: number, n: number): Interval {
  if (n === 0) return [0, 1]
  const centre = events + CHI2_95 / 2
  const half = Z95 * Math.sqrt((events * (n - events)) / n + CHI2_95 / 4)
  return [events === 0 ? 0 : (centre - half) / (n + CHI2_95), events === n ? 1 : (centre + half) / (n + CHI2_95)]
}

/** The exact interval from the binomial tails (Clopper & Pearson 1934 Biometrika 26:404); never shorter than 95 %. */
export function clopperPearson(events: number, n: number): Interval {
  return [
    events === 0 ? 0 : betaQuantile(0.025, events, n - events + 1),
    events === n ? 1 : betaUpperQuantile(0.025, events + 1, n - events),
  ]
}

/** Wald's interval around Wilson's centre (Agresti & Coull 1998 Am Stat 52:119); not cut to [0, 1], as published. */
export function agrestiCoull(events: number, n: number): Interval {
  const size = n + CHI2_95
  return around((events + CHI2_95 / 2) / size, size)
}

/** The textbook interval, kept for comparison only: it fails near 0 and 1. Not cut to [0, 1]. */
export function wald(events: number, n: number): Interval {
  return around(events / n, n)
}

/** Events of n in one group. */
export type Group = { events: number; n: number }

/** Newcombe's hybrid score interval (1998 Stat Med 17:873, method 10) for first - second. */
export function newcombe(first: Group, second: Group): Interval {
  const [p1, p2] = [first.events / first.n, second.events / second.n]
  const [lower1, upper1] = wilson(first.events, first.n)
  const [lower2, upper2] = wilson(second.events, second.n)
  return [p1 - p2 - Math.hypot(p1 - lower1, upper2 - p2), p1 - p2 + Math.hypot(upper1 - p1, p2 - lower2)]
}

/** The textbook interval for first - second, kept for comparison only. */
export function waldDifference(first: Group, second: Group): Interval {
  const [p1, p2] = [first.events / first.n, second.events / second.n]
  const half = Z95 * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n)
  return [p1 - p2 - half, p1 - p2 + half]
}

function around(p: number, n: number): Interval {
  const half = Z95 * Math.sqrt((p * (1 - p)) / n)
  return [p - half, p + half]
}
