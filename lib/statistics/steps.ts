import { cholesky, forward, type Matrix, without } from './cholesky'
import { chiSquareUpper } from './distributions'
import type { Fit } from './logistic'
import { at, range, sum } from './numbers'
import { type Column, combine, dot, times } from './vectors'

/**
 * Whether the fifths of the rows, by the one number of a model, depart from its straight line: the score test (Rao 1948) of a column
 * for each beside it. It sees what the square does not (bend.ts): steps, and bends that a few far values hide. Null with too few
 * rows in each, or with so few values that it would say nothing that the square does not.
 */
export function stepsP({ sample: { columns, events, totals }, fitted }: Fit): number | null {
  const rows = sum(totals)
  if (rows < fifths * leastInOne) return null
  const weights = combine(totals, fitted, (n, p) => n * p * (1 - p))
  const line = aroundMean(columns[1] ?? totals, weights)
  const weighedLine = times(weights, line)
  const above = combine(events, times(totals, fitted), (happened, expected) => happened - expected)
  const part = partOf(totals, rows)
  const [score, size, tilt] = [above, weights, weighedLine].map((column) => addedUp(column, part))
  if (!score || !size || !tilt) return null
  const [whole, spread] = [sum(size), dot(weighedLine, line)]
  const information = range(fifths).map((j) =>
    Float64Array.from(range(fifths), (k) => {
      const own = j === k ? at(size, j) : 0
      return own - (at(size, j) * at(size, k)) / whole - (at(tilt, j) * at(tilt, k)) / spread
    }),
  )
  return scoreP(information, score)
}

const [fifths, leastInOne] = [5, 10]

/** The fifth in which the rows of each value lie, the smallest values first; equal numbers are in one. */
function partOf(totals: Column, rows: number): Uint8Array {
  const part = new Uint8Array(totals.length)
  let passed = 0
  for (let i = 0; i < part.length; i++) {
    const n = totals[i] ?? 0
    part[i] = Math.floor((fifths * (passed + n / 2)) / rows)
    passed += n
  }
  return part
}

function addedUp(column: Column, part: Uint8Array): Column {
  const sums = new Float64Array(fifths)
  for (let i = 0; i < column.length; i++) sums[part[i] ?? 0] = (sums[part[i] ?? 0] ?? 0) + (column[i] ?? 0)
  return sums
}

/** The first says nothing beside the others, and neither does what is a combination of others. */
function scoreP(information: Matrix, score: Column): number | null {
  const dropped = new Set([0])
  for (;;) {
    const live = range(score.length).filter((j) => !dropped.has(j))
    if (live.length < 2) return null
    const factored = cholesky(without(information, dropped))
    if ('lower' in factored) {
      const steps = forward(
        factored.lower,
        live.map((j) => at(score, j)),
      )
      return chiSquareUpper(dot(steps, steps), live.length)
    }
    dropped.add(at(live, factored.dependent))
  }
}

function aroundMean(values: Column, weights: Column): Column {
  const mean = dot(values, weights) / sum(weights)
  return values.map((value) => value - mean)
}
