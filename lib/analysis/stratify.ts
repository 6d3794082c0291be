import { normalTwoSidedQuantile, Z95 } from '@/lib/statistics/distributions'
import { breslowDay } from '@/lib/statistics/homogeneity'
import type { Interval } from '@/lib/statistics/numbers'
import { cochranMantelHaenszel, informative, mantelHaenszel, stratifiedRiskDifference } from '@/lib/statistics/stratified'
import { cells, oddsRatio, type TwoByTwo } from '@/lib/statistics/two-by-two'
import type { StratifiedResult } from './result'
import { rules } from './rules'

/** The 2 x 2 table of one stratum. */
export type Stratum = { stratum: string; table: TwoByTwo }

/**
 * The comparison within strata and pooled by Mantel-Haenszel. Where the strata disagree (Breslow-Day-Tarone, or two of
 * them clearly on opposite sides) the single odds ratio is marked as withheld. Nulls where no stratum holds both sides of the
 * comparison, and where those that do set no finite ratio and are too few to bear out the crude one; null as a whole where they set
 * none because they bear it out to the last.
 */
export function stratify(by: string, strata: readonly Stratum[]): StratifiedResult | null {
  const telling = informative(strata.map(({ table }) => table))
  if (telling.length === 0) return silent(by)
  const pooled = mantelHaenszel(telling)
  if (!(pooled.estimate > 0 && Number.isFinite(pooled.estimate))) {
    const isBorneOut = bearsOut(
      strata.map(({ table }) => table),
      pooled.estimate,
    )
    return isBorneOut ? null : silent(by)
  }
  const taroneP = telling.length > 1 ? breslowDay(telling, pooled.estimate).taroneP : null
  const rows = strata.filter(({ table }) => telling.includes(table)).map(shownStratum)
  return {
    by,
    oddsRatio: pooled.estimate,
    rbg: pooled.interval,
    riskDifference: stratifiedRiskDifference(telling),
    breslowDayTaroneP: taroneP,
    withheld: (taroneP !== null && taroneP < rules.heterogeneity && !areSparse(telling)) || opposed(rows),
    strata: rows,
  }
}

/** The approximation behind the test needs a few expected in each cell: without, it calls every fifth office of sixty lenders at odds. */
const areSparse = (tables: readonly TwoByTwo[]): boolean =>
  tables.filter((table) => leastExpected(table) < rules.expectedPerStratum).length * 2 > tables.length

function leastExpected(table: TwoByTwo): number {
  const [a, b, c, d] = cells(table)
  return (Math.min(a + b, c + d) * Math.min(a + c, b + d)) / (a + b + c + d)
}

/** What strata say that show one side of a comparison only: the difference, if any, lies between them. */
export const silent = (by: string): StratifiedResult => ({
  ...{ by, oddsRatio: null, rbg: null, riskDifference: null },
  ...{ breslowDayTaroneP: null, withheld: false, strata: [] },
})

/** Whether strata that all point one way point where the crude ratio does, and more surely than a few of them would by chance. */
function bearsOut(tables: TwoByTwo[], pooled: number): boolean {
  const [a, b, c, d] = cells(tables.reduce(summed))
  return a * d > b * c === pooled > 1 && cochranMantelHaenszel(tables).correctedP <= rules.falseDiscovery
}

const summed = (one: TwoByTwo, other: TwoByTwo): TwoByTwo => ({
  exposedEvents: one.exposedEvents + other.exposedEvents,
  exposedOthers: one.exposedOthers + other.exposedOthers,
  unexposedEvents: one.unexposedEvents + other.unexposedEvents,
  unexposedOthers: one.unexposedOthers + other.unexposedOthers,
})

type Row = StratifiedResult['strata'][number]

function shownStratum({ stratum, table }: Stratum): Row {
  const counts = cells(table)
  const able = counts.every((count) => count >= rules.perCell)
  const { estimate, interval } = oddsRatio(table)
  return {
    stratum,
    n: counts.reduce((total, count) => total + count, 0),
    oddsRatio: able ? estimate : null,
    interval: able ? interval : null,
  }
}

/** Two strata on opposite sides, each more surely than the number of strata explains. */
function opposed(rows: readonly Row[]): boolean {
  const limit = normalTwoSidedQuantile(rules.heterogeneity / rows.length)
  const scores = rows.flatMap(({ oddsRatio: odds, interval }) => (odds && interval ? [Math.log(odds) / seOf(interval)] : []))
  return scores.some((z) => z > limit) && scores.some((z) => z < -limit)
}

function seOf([lower, upper]: Interval): number {
  return Math.log(upper / lower) / (2 * Z95)
}
