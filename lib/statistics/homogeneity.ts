import { chiSquareUpper } from './distributions'
import { sum } from './numbers'
import { informative } from './stratified'
import { cells, type TwoByTwo } from './two-by-two'

/**
 * Do the strata share one odds ratio? Breslow & Day (1980, IARC 32, 4.4) at the given common odds ratio (the
 * Mantel-Haenszel one), and with Tarone's correction (1985 Biometrika 72:91). Degrees of freedom: informative strata - 1.
 * NaN where the common odds ratio is 0 or infinite.
 */
export function breslowDay(tables: TwoByTwo[], common: number) {
  const parts = informative(tables).map((table) => fitted(table, common))
  const df = Math.max(0, parts.length - 1)
  const plain = sum(parts.map((part) => part.excess ** 2 / part.variance))
  const tarone = plain - sum(parts.map((part) => part.excess)) ** 2 / sum(parts.map((part) => part.variance))
  return { plain, df, p: chiSquareUpper(plain, df), tarone, taroneP: chiSquareUpper(tarone, df) }
}

function fitted(table: TwoByTwo, common: number) {
  const [a, b, c, d] = cells(table)
  const expected = expectedEvents(table, common)
  const [exposed, unexposed, events] = [a + b, c + d, a + c]
  const others = [expected, exposed - expected, events - expected, unexposed - events + expected]
  return { excess: a - expected, variance: 1 / sum(others.map((count) => 1 / count)) }
}

/** The expected first cell: the root, inside the support, of A(n0 - m + A) = common (n1 - A)(m - A). */
function expectedEvents(table: TwoByTwo, common: number): number {
  const [a, b, c, d] = cells(table)
  const [exposed, unexposed, events] = [a + b, c + d, a + c]
  const square = 1 - common
  const linear = unexposed - events + common * (exposed + events)
  const constant = -common * exposed * events
  // The stable form of the quadratic formula: also right where the square term vanishes (common = 1).
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant))
  return linear >= 0 ? (-2 * constant) / (linear + root) : (root - linear) / (2 * square)
}
