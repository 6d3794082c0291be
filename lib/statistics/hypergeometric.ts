import { at, sum } from './numbers'
import { cells, type TwoByTwo } from './two-by-two'

/** What the first cell of a table with fixed margins can be: `lowest`, `lowest` + 1, .. with these probabilities, summing to 1. */
export type Distribution = { lowest: number; probabilities: Float64Array }

/**
 * The first cell under no association (odds ratio 1), or under the odds ratio exp(`logTilt`) (Fisher's noncentral
 * hypergeometric: 1935 JRSS 98:39). Built by the ratio of neighbours outward from the mode, which keeps 15 digits where differences of
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
  const [from, to] = possible(probabilities)
  const asRare = probabilities.subarray(from, to).filter((p) => p <= own)
  const ties = sum(asRare.filter((p) => p >= tie))
  const twoSided = sum(asRare)
  return {
    twoSided: Math.min(1, twoSided),
    greater: Math.min(1, sum(probabilities.subarray(Math.max(from, index), to))),
    less: Math.min(1, sum(probabilities.subarray(from, Math.min(to, index + 1)))),
    midTwoSided: twoSided - ties / 2,
  }
}

/** The stretch outside which nothing is possible, as far as a number can tell: of hundreds of thousands of tables some thousands. */
function possible(probabilities: Float64Array): [number, number] {
  let [from, to] = [0, probabilities.length]
  while (from < to && probabilities[from] === 0) from++
  while (to > from && probabilities[to - 1] === 0) to--
  return [from, to]
}

function outward(lowest: number, highest: number, step: (x: number) => number): Float64Array {
  const weights = new Float64Array(highest - lowest + 1)
  let mode = lowest
  while (mode < highest && step(mode) > 1) mode++
  weights[mode - lowest] = 1
  let [first, last] = [mode, mode]
  // What is nothing stays nothing.
  for (let weight = 1; last < highest && weight > 0; last++) weights[last + 1 - lowest] = weight *= step(last)
  for (let weight = 1; first > lowest && weight > 0; first--) weights[first - 1 - lowest] = weight /= step(first - 1)
  const inside = weights.subarray(first - lowest, last - lowest + 1)
  const total = sum(inside)
  for (let x = 0; x < inside.length; x++) inside[x] = at(inside, x) / total
  return weights
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
