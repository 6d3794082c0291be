import { cholesky, forward, type Matrix, without } from './cholesky'
import { chiSquareUpper } from './distributions'
import { at, range, sum } from './numbers'
import type { Scored } from './stratified-score'

/**
 * Does the rate differ between levels (`x`: 0, 1, ..) within strata? The generalised Cochran-Mantel-Haenszel test for levels
 * without order (Birch 1965 JRSS-B 27:111; Landis, Heyman & Koch 1978 Int Stat Rev 46:237): the events of each level, added up
 * over strata, against their expectation given the margins. With two levels the Cochran-Mantel-Haenszel test. Null where no
 * stratum has both outcomes and two levels.
 */
export function stratifiedLevels(rows: Scored): { chi2: number; df: number; p: number } | null {
  const levels = rows.x.reduce((most, one) => Math.max(most, one + 1), 0)
  const parts = tablesOf(rows, levels)
  const excess = range(levels).map((level) => sum(parts.map((part) => at(part.excess, level))))
  const variance: Matrix = range(levels).map((i) =>
    Float64Array.from(range(levels), (j) => sum(parts.map((part) => covariance(part, i, j)))),
  )
  const idle = range(levels).filter((level) => !(at(variance[level] ?? [], level) > 1e-12))
  const live = range(levels).filter((level) => !idle.includes(level))
  if (live.length < 2) return null
  return solved({ excess, variance, live, dropped: new Set(idle) })
}

type Solving = { excess: number[]; variance: Matrix; live: number[]; dropped: Set<number> }

/** The excesses of a connected set of levels add to nothing: those that only repeat others are left out when solving. */
function solved({ excess, variance, live, dropped }: Solving): { chi2: number; df: number; p: number } {
  const kept = live.filter((level) => !dropped.has(level))
  const factored = cholesky(without(variance, dropped))
  if (!('lower' in factored)) return solved({ excess, variance, live, dropped: dropped.add(kept[factored.dependent] ?? -1) })
  const solution = forward(
    factored.lower,
    kept.map((level) => at(excess, level)),
  )
  const chi2 = sum(solution.map((value) => value * value))
  return { chi2, df: kept.length, p: chiSquareUpper(chi2, kept.length) }
}

type Table = { n: number; size: Float64Array; excess: Float64Array; scale: number }

/** Covariance of the events of two levels in one stratum, multivariate hypergeometric. */
function covariance({ n, size, scale }: Table, i: number, j: number): number {
  return scale * at(size, i) * ((i === j ? n : 0) - at(size, j))
}

/** One table of levels per stratum; those that say nothing are left out. */
function tablesOf({ x, stratum, events, totals }: Scored, levels: number): Table[] {
  const found = new Map<number, { size: Float64Array; happened: Float64Array }>()
  for (let i = 0; i < x.length; i++) {
    const own = at(stratum, i)
    const table = found.get(own) ?? { size: new Float64Array(levels), happened: new Float64Array(levels) }
    found.set(own, table)
    const level = at(x, i)
    table.size[level] = at(table.size, level) + at(totals, i)
    table.happened[level] = at(table.happened, level) + at(events, i)
  }
  return [...found.values()].flatMap(({ size, happened }) => {
    const [n, all] = [sum(size), sum(happened)]
    if (n < 2 || all === 0 || all === n) return []
    const scale = (all * (n - all)) / (n * n * (n - 1))
    return [{ n, size, scale, excess: happened.map((count, level) => count - (all * at(size, level)) / n) }]
  })
}
