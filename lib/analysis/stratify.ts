import { normalTwoSidedQuantile, Z95 } from '@/lib/statistics/distributions'
import { breslowDay } from '@/lib/statistics/homogeneity'
import type { Interval } from '@/lib/statistics/numbers'
import { informative, mantelHaenszel, stratifiedRiskDifference } from '@/lib/statistics/stratified'
import { cells, oddsRatio, type TwoByTwo } from '@/lib/statistics/two-by-two'
import type { StratifiedResult } from './result'
import { rules } from './rules'

/** The 2 x 2 table of one stratum. */
export type Stratum = { stratum: string; table: TwoByTwo }

/**
 * The comparison within strata and pooled by Mantel-Haenszel. Where the strata disagree (Breslow-Day-Tarone, or two of
 * them clearly on opposite sides) the single odds ratio is marked as withheld. Nulls where no stratum holds both sides of the
 * comparison; null as a whole where the strata say something, but set no finite ratio.
 */
export function stratify(by: string, strata: readonly Stratum[]): StratifiedResult | null {
  const telling = informative(strata.map(({ table }) => table))
  if (telling.length === 0) return silent(by)
  const pooled = mantelHaenszel(telling)
  if (!(pooled.estimate > 0 && Number.isFinite(pooled.estimate))) return null
  const taroneP = telling.length > 1 ? breslowDay(telling, pooled.estimate).taroneP : null
  const rows = strata.filter(({ table }) => telling.includes(table)).map(shownStratum)
  return {
    by,
    oddsRatio: pooled.estimate,
    rbg: pooled.interval,
    riskDifference: stratifiedRiskDifference(telling),
    breslowDayTaroneP: taroneP,
    withheld: (taroneP !== null && taroneP < rules.heterogeneity) || opposed(rows),
    strata: rows,
  }
}

/** What strata say that show one side of a comparison only: the difference, if any, lies between them. */
export const silent = (by: string): StratifiedResult => ({
  ...{ by, oddsRatio: null, rbg: null, riskDifference: null },
  ...{ breslowDayTaroneP: null, withheld: false, strata: [] },
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
