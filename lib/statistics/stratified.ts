import { chiSquareUpper, Z95 } from './distributions'
import { convolve, exactTest, hypergeometric } from './hypergeometric'
import { type Interval, sum } from './numbers'
import { cells, type TwoByTwo } from './two-by-two'

/** The exact conditional test of no association in any stratum (Gart 1970 Biometrika 57:471), two-sided by minimum likelihood. */
export function exactStratifiedP(tables: TwoByTwo[]): number {
  const observed = sum(tables.map((table) => table.exposedEvents))
  return exactTest(convolve(tables.map((table) => hypergeometric(table))), observed).twoSided
}

/** Strata that can say something: at least one exposed, one unexposed, one event and one non-event. */
export function informative(tables: TwoByTwo[]): TwoByTwo[] {
  return tables.filter((table) => {
    const [a, b, c, d] = cells(table)
    return (a + b) * (c + d) * (a + c) * (b + d) > 0
  })
}

/**
 * Mantel-Haenszel common odds ratio (1959 JNCI 22:719) with the 95 % interval of Robins, Breslow & Greenland
 * (1986 Biometrics 42:311). The interval is null where a sum is zero.
 */
export function mantelHaenszel(tables: TwoByTwo[]): { estimate: number; interval: Interval | null } {
  const parts = occupied(tables).map((table) => {
    const [a, b, c, d] = cells(table)
    const n = a + b + c + d
    return { r: (a * d) / n, s: (b * c) / n, p: (a + d) / n, q: (b + c) / n }
  })
  const r = sum(parts.map((part) => part.r))
  const s = sum(parts.map((part) => part.s))
  const variance =
    sum(parts.map((part) => part.p * part.r)) / (2 * r * r) +
    sum(parts.map((part) => part.p * part.s + part.q * part.r)) / (2 * r * s) +
    sum(parts.map((part) => part.q * part.s)) / (2 * s * s)
  return { estimate: r / s, interval: logInterval(r / s, variance) }
}

/**
 * Chi-square of Cochran (1954 Biometrics 10:417) and Mantel & Haenszel (1959 JNCI 22:719; 1 df) without and with the correction of
 * a half. A deviation smaller than that is not corrected (as in R's mantelhaen.test): it would be lost altogether.
 */
export function cochranMantelHaenszel(tables: TwoByTwo[]) {
  const parts = informative(tables).map((table) => {
    const [a, b, c, d] = cells(table)
    const n = a + b + c + d
    return { excess: a - ((a + b) * (a + c)) / n, variance: ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1)) }
  })
  const deviation = Math.abs(sum(parts.map((part) => part.excess)))
  const variance = sum(parts.map((part) => part.variance))
  const chi2 = deviation ** 2 / variance
  const corrected = (deviation - (deviation >= 0.5 ? 0.5 : 0)) ** 2 / variance
  return { chi2, p: chiSquareUpper(chi2, 1), corrected, correctedP: chiSquareUpper(corrected, 1) }
}

/** Mantel-Haenszel risk ratio with the interval of Greenland & Robins (1985 Biometrics 41:55). */
export function stratifiedRiskRatio(tables: TwoByTwo[]): { estimate: number; interval: Interval | null } {
  const parts = occupied(tables).map((table) => {
    const [a, b, c, d] = cells(table)
    const n = a + b + c + d
    return { r: (a * (c + d)) / n, s: (c * (a + b)) / n, v: ((a + b) * (c + d) * (a + c) - a * c * n) / (n * n) }
  })
  const r = sum(parts.map((part) => part.r))
  const s = sum(parts.map((part) => part.s))
  return { estimate: r / s, interval: logInterval(r / s, sum(parts.map((part) => part.v)) / (r * s)) }
}

/** Mantel-Haenszel risk difference, exposed - unexposed (Greenland & Robins 1985). */
export function stratifiedRiskDifference(tables: TwoByTwo[]): number {
  const parts = occupied(tables).map((table) => {
    const [a, b, c, d] = cells(table)
    const n = a + b + c + d
    return { excess: (a * (c + d) - c * (a + b)) / n, weight: ((a + b) * (c + d)) / n }
  })
  return sum(parts.map((part) => part.excess)) / sum(parts.map((part) => part.weight))
}

function occupied(tables: TwoByTwo[]): TwoByTwo[] {
  return tables.filter((table) => sum(cells(table)) > 0)
}

function logInterval(estimate: number, variance: number): Interval | null {
  const half = Z95 * Math.sqrt(variance)
  return Number.isFinite(half) && estimate > 0 ? [estimate * Math.exp(-half), estimate * Math.exp(half)] : null
}
