import { at, sum } from './numbers'
import { cells, type TwoByTwo } from './two-by-two'

/** What the first cell of a table with fixed margins can be: `lowest`, `lowest` + 1, .. with these probabilities, summing to 1. */
export type Distribution = { lowest: number; probabilities: Float64Array }

/**
 * The first cell under no association (odds ratio 1), or under the odds ratio exp(`logTilt`) (Fisher's noncentral
 * hypergeometric). Built by the ratio of neighbours outward from the mode, which keeps 15 digits where differences of
 * log factorials keep 10.
 */
export function hypergeometric(table: TwoByTwo, logTilt = 0): Distribution {
  const [a, b, c, d] = cells(table)
  const [exposed, unexposed, events] = [a + b, c + d, a + c]
  const lowest = Math.max(0, events - unexposed)
  const highest = Math.min(exposed, events)
  const tilt = Math.exp(logTilt)
  const step = (x: number) => (tilt * (exposed - x) * (events - x)) / ((x + 1) * (unexposed - events + x + 1))
  return { lowest, probabilities: outward(lowest, highest, step) }
}

/** The sum of independent first cells, one per stratum. */
export function convolve(parts: Distribution[]): Distribution {
  return parts.reduce(convolved, { lowest: 0, probabilities: Float64Array.of(1) })
}

/**
 * P-values of Fisher's exact test for an observed first cell. Two-sided: all outcomes no more likely than the observed
 * one (minimum likelihood, ties within 1e-7 count as equal, as R does). Mid-p counts the ties half (Lancaster 1961).
 */
export function exactTest({ lowest, probabilities }: Distribution, observed: number) {
  const index = observed - lowest
  const own = at(probabilities, index) * (1 + 1e-7)
  const tie = at(probabilities, index) * (1 - 1e-7)
  const asRare = probabilities.filter((p) => p <= own)
  const ties = sum(asRare.filter((p) => p >= tie))
  const twoSided = sum(asRare)
  return {
    twoSided: Math.min(1, twoSided),
    greater: Math.min(1, sum(probabilities.subarray(index))),
    less: Math.min(1, sum(probabilities.subarray(0, index + 1))),
    midTwoSided: twoSided - ties / 2,
  }
}

function outward(lowest: number, highest: number, step: (x: number) => number): Float64Array {
  const weights = new Float64Array(highest - lowest + 1)
  let mode = lowest
  while (mode < highest && step(mode) > 1) mode++
  weights[mode - lowest] = 1
  for (let x = mode; x < highest; x++) weights[x + 1 - lowest] = at(weights, x - lowest) * step(x)
  for (let x = mode; x > lowest; x--) weights[x - 1 - lowest] = at(weights, x - lowest) / step(x - 1)
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

function convolved(left: Distribution, right: Distribution): Distribution {
  const probabilities = new Float64Array(left.probabilities.length + right.probabilities.length - 1)
  left.probabilities.forEach((p, i) => {
    right.probabilities.forEach((q, j) => {
      probabilities[i + j] = at(probabilities, i + j) + p * q
    })
  })
  return { lowest: left.lowest + right.lowest, probabilities }
}
