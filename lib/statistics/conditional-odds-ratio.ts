import { convolve, hypergeometric } from './hypergeometric'
import { at, type Interval } from './numbers'
import { rootBeyond } from './roots'
import { cells, type TwoByTwo } from './two-by-two'

/**
 * Conditional maximum likelihood odds ratio and its exact 95 % limits (Fisher; Cornfield 1956; Gart 1970 for strata):
 * the odds ratio common to all tables given their margins. The estimate makes the expected number of exposed events the
 * observed one; each limit leaves 2.5 % in one tail. 0 or Infinity at the edge of the support; null where the margins
 * fix every table. Roots are found in the log odds ratio to 1e-13 (R's own carry 1e-4).
 */
export function conditionalOddsRatio(tables: TwoByTwo[]): { estimate: number; interval: Interval } | null {
  const guess = startingLogOdds(tables)
  // Tilting towards the observed tables keeps the weights near them from underflowing.
  const { lowest, probabilities } = convolve(tables.map((table) => hypergeometric(table, guess)))
  const observed = tables.reduce((total, table) => total + table.exposedEvents, 0) - lowest
  const last = probabilities.length - 1
  if (last === 0) return null
  const weights = probabilities.map((p, x) => Math.log(p) - x * guess)
  const mean = (log: number) => expectation(weights, log, (x) => x) - observed
  const above = (log: number) => expectation(weights, log, (x) => (x >= observed ? 1 : 0)) - 0.025
  const below = (log: number) => expectation(weights, log, (x) => (x <= observed ? 1 : 0)) - 0.025
  const [atLowest, atHighest] = [observed === 0, observed === last]
  return {
    estimate: atLowest ? 0 : atHighest ? Number.POSITIVE_INFINITY : Math.exp(monotoneRoot(mean, guess)),
    interval: [
      atLowest ? 0 : Math.exp(monotoneRoot(above, guess)),
      atHighest ? Number.POSITIVE_INFINITY : Math.exp(monotoneRoot((log) => -below(log), guess)),
    ],
  }
}

/** The mean of `value(x)` over the first cell when the log odds ratio is `log`. */
function expectation(logWeights: Float64Array, log: number, value: (x: number) => number): number {
  let peak = Number.NEGATIVE_INFINITY
  for (let x = 0; x < logWeights.length; x++) peak = Math.max(peak, at(logWeights, x) + x * log)
  let total = 0
  let weighted = 0
  for (let x = 0; x < logWeights.length; x++) {
    const weight = Math.exp(at(logWeights, x) + x * log - peak)
    total += weight
    weighted += weight * value(x)
  }
  return weighted / total
}

/** The zero of an increasing function of the log odds ratio. */
function monotoneRoot(curve: (log: number) => number, start: number): number {
  return rootBeyond(curve, start, curve(start) < 0 ? 0.5 : -0.5)
}

/** Mantel-Haenszel with a half added, only as a place to start. */
function startingLogOdds(tables: TwoByTwo[]): number {
  let [up, down] = [0, 0]
  for (const table of tables) {
    const [a, b, c, d] = cells(table)
    up += ((a + 0.5) * (d + 0.5)) / (a + b + c + d + 2)
    down += ((b + 0.5) * (c + 0.5)) / (a + b + c + d + 2)
  }
  return Math.log(up / down)
}
