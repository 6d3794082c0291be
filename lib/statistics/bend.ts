import { chiSquareUpper } from './distributions'
import type { Fit } from './logistic'
import { type Column, combine, dot, times } from './vectors'

/**
 * Whether the log odds bend along the one number of a model: the score test (Rao 1948) of its square beside it. It looks at what
 * the straight line leaves over, so that no second model has to be fitted. Null where the square says nothing that the number does
 * not, as with two values.
 */
export function bendP({ sample: { columns, events, totals }, fitted }: Fit): number | null {
  const left = combine(events, times(totals, fitted), (happened, expected) => happened - expected)
  const weights = combine(totals, fitted, (n, p) => n * p * (1 - p))
  const line = aroundMean(columns[1] ?? totals, weights)
  const square = aroundMean(times(line, line), weights)
  const weighedLine = times(weights, line)
  const slope = dot(weighedLine, square) / dot(weighedLine, line)
  const bend = combine(square, line, (y, x) => y - slope * x)
  const information = dot(times(weights, bend), bend)
  if (!(information > nothingButRounding * dot(times(weights, square), square))) return null
  return chiSquareUpper(dot(left, bend) ** 2 / information, 1)
}

const nothingButRounding = 1e-11

function aroundMean(values: Column, weights: Column): Column {
  const mean = dot(values, weights) / weights.reduce((total, weight) => total + weight, 0)
  return values.map((value) => value - mean)
}
