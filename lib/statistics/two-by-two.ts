import { chiSquareUpper, Z95 } from './distributions'
import type { Interval } from './numbers'
import { newcombe, waldDifference } from './proportions'
import { contingency } from './r-by-c'

/** A 2 x 2 table of counts: events and non-events among the exposed (a level) and the unexposed (its reference). */
export type TwoByTwo = { exposedEvents: number; exposedOthers: number; unexposedEvents: number; unexposedOthers: number }

/** A ratio with its 95 % limits on the log scale; `interval` and `logSe` are null where a zero cell leaves none. */
export type Ratio = { estimate: number; logSe: number | null; interval: Interval | null }

/** The four counts in reading order: a b / c d. */
export function cells(table: TwoByTwo): [number, number, number, number] {
  return [table.exposedEvents, table.exposedOthers, table.unexposedEvents, table.unexposedOthers]
}

/** Sample odds ratio ad / bc with Woolf's interval (1955 Ann Hum Genet 19:251). Zero cells: 0, Infinity or NaN, no interval. */
export function oddsRatio(table: TwoByTwo): Ratio {
  const [a, b, c, d] = cells(table)
  return ratio((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d)
}

/** Odds ratio with a half added to each cell (Haldane 1956, Anscombe 1956): Firth's estimate of the saturated table. */
export function haldane(table: TwoByTwo): Ratio {
  return oddsRatio({
    exposedEvents: table.exposedEvents + 0.5,
    exposedOthers: table.exposedOthers + 0.5,
    unexposedEvents: table.unexposedEvents + 0.5,
    unexposedOthers: table.unexposedOthers + 0.5,
  })
}

/** Ratio of the two rates with Katz's interval (1978 Biometrics 34:469). */
export function riskRatio(table: TwoByTwo): Ratio {
  const { exposed, unexposed } = groups(table)
  const estimate = exposed.events / exposed.n / (unexposed.events / unexposed.n)
  return ratio(estimate, 1 / exposed.events - 1 / exposed.n + 1 / unexposed.events - 1 / unexposed.n)
}

/** Difference of the two rates, exposed - unexposed, with Newcombe's (1998 Stat Med 17:873) and Wald's limits. */
export function riskDifference(table: TwoByTwo) {
  const { exposed, unexposed } = groups(table)
  return {
    estimate: exposed.events / exposed.n - unexposed.events / unexposed.n,
    newcombe: newcombe(exposed, unexposed),
    wald: waldDifference(exposed, unexposed),
  }
}

/** Events and size of the two rows. */
export function groups(table: TwoByTwo) {
  const [a, b, c, d] = cells(table)
  return { exposed: { events: a, n: a + b }, unexposed: { events: c, n: c + d } }
}

/**
 * Pearson's chi-square (1900 Phil Mag 50:157) without and with Yates's correction (1934 Suppl JRSS 1:217; 0.5, or less where the
 * deviation is smaller), and phi with its sign.
 */
export function chiSquares(table: TwoByTwo) {
  const [a, b, c, d] = cells(table)
  const plain = contingency([
    [a, b],
    [c, d],
  ])
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  const deviation = Math.abs(a * d - b * c) / plain.n
  const yates = (plain.n ** 3 * (deviation - Math.min(0.5, deviation)) ** 2) / margins
  return { ...plain, yates, yatesP: chiSquareUpper(yates, 1), phi: (a * d - b * c) / Math.sqrt(margins) }
}

function ratio(estimate: number, logVariance: number): Ratio {
  const logSe = Math.sqrt(logVariance)
  const defined = Number.isFinite(logSe) && Number.isFinite(estimate) && estimate > 0
  if (!defined) return { estimate, logSe: null, interval: null }
  return { estimate, logSe, interval: [estimate * Math.exp(-Z95 * logSe), estimate * Math.exp(Z95 * logSe)] }
}
