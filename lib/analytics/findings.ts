import type { Comparison, FactorResult, Result } from '@/lib/analysis/result'
import { rules } from '@/lib/analysis/rules'
import type { Interval } from '@/lib/statistics/numbers'
import { riskDifference as differenceIn, oddsRatio as oddsRatioOf } from '@/lib/statistics/two-by-two'
import { type Band, bandOf, coarse, coarseShare, rough } from './coarse'
import type { FactorView, Level } from './factor-view'
import { leavesTeam } from './small-cells'

export type Ratio = { estimate: number; interval: Interval | null }
/** Of two rates, as a share (0..1). */
export type Difference = { estimate: number; interval: Interval }
type Told = Extract<Level, { n: number }>
type Stratum = { stratum: string; ratio: Ratio }

/** One level against its reference: counts first, then the difference of the rates, then the odds ratio three ways. */
export type Contrast = {
  level: Told
  reference: string
  difference: Difference | null
  crude: Ratio | null
  stratified: Ratio | null
  adjusted: Ratio | null
  /** Strata disagree: no single ratio is given, only those of the strata that may be told. */
  withheld: boolean
  strata: Stratum[]
}

/** What may be said of a factor. `level` and `reference`: what `more` and `less` speak of. Outside the team q is a band. */
export type Finding = {
  column: string
  verdict: FactorResult['verdict']
  level: string | null
  reference: string | null
  q: number | Band | null
  contrasts: Contrast[]
}

/**
 * The statistics joined with what the page may tell. A hidden group carries nothing: no ratio, and no verdict where it
 * would be the one spoken of; fewer than two groups left carry none at all. Outside the team ratios are rounded, and a test
 * over groups of which some are hidden has no q: it could be solved for them.
 */
export function findingsOf(result: Result, views: readonly FactorView[], limit: number): Finding[] {
  return result.factors.flatMap((factor) => {
    const view = views.find(({ column }) => column === factor.column)
    return view && view.levels.length > 1 ? [findingOf(factor, view, limit)] : []
  })
}

function findingOf(factor: FactorResult, view: FactorView, limit: number): Finding {
  const { column, verdict, verdictLevel } = factor
  const contrasts = contrastsOf(factor, view, limit)
  const named = contrasts.find(({ level }) => level.level === verdictLevel)
  const isSayable = contrasts.length > 0 && (verdictLevel === null || named !== undefined)
  const said = { level: named?.level.level ?? null, reference: named?.reference ?? null, q: toldQ(factor, view, limit) }
  if (isSayable) return { column, verdict, contrasts, ...said }
  return { column, verdict: verdict === 'refused' ? verdict : 'too_few', contrasts, level: null, reference: null, q: null }
}

function toldQ({ test }: FactorResult, { levels }: FactorView, limit: number): Finding['q'] {
  const q = test?.q ?? null
  if (q === null || !leavesTeam(limit)) return q
  return levels.some((level) => 'hidden' in level) ? null : bandOf(q)
}

function contrastsOf({ comparisons }: FactorResult, { levels }: FactorView, limit: number): Contrast[] {
  const told = new Map(levels.flatMap((level) => ('hidden' in level ? [] : [[level.level, level] as const])))
  return comparisons.flatMap((comparison) => {
    const [level, reference] = [told.get(comparison.level), told.get(comparison.reference)]
    return level && reference ? [contrastOf({ level, reference }, comparison, limit)] : []
  })
}

type Pair = { level: Told; reference: Told }

function contrastOf(pair: Pair, comparison: Comparison, limit: number): Contrast {
  const { stratified, adjusted } = comparison
  const withheld = stratified?.withheld ?? false
  const rounded = leavesTeam(limit) ? rough : (ratio: Ratio) => ratio
  const open = (estimate: number | null | undefined, interval: Interval | null | undefined) =>
    withheld || estimate == null ? null : rounded({ estimate, interval: interval ?? null })
  const { difference, crude } = leavesTeam(limit) ? ofToldCounts(pair, comparison) : ofAllCounts(comparison)
  return {
    level: pair.level,
    reference: comparison.reference,
    difference: withheld ? null : difference,
    crude: withheld ? null : crude,
    stratified: open(stratified?.oddsRatio, stratified?.rbg),
    adjusted: open(adjusted?.oddsRatio, adjusted?.interval),
    withheld,
    strata: withheld && limit <= rules.perCell ? strataOf(stratified?.strata ?? []) : [],
  }
}

type Plain = { difference: Difference | null; crude: Ratio | null }

function ofAllCounts({ riskDifference, oddsRatio }: Comparison): Plain {
  const difference = riskDifference && { estimate: riskDifference.estimate, interval: riskDifference.newcombe }
  return { difference, crude: oddsRatio?.estimate == null ? null : { estimate: oddsRatio.estimate, interval: oddsRatio.woolf } }
}

/** The same of the counts as they are told: it tells no more than these. */
function ofToldCounts({ level, reference }: Pair, { riskDifference, oddsRatio }: Comparison): Plain {
  const table = {
    ...{ exposedEvents: level.events, exposedOthers: level.n - level.events },
    ...{ unexposedEvents: reference.events, unexposedOthers: reference.n - reference.events },
  }
  const { estimate, newcombe } = differenceIn(table)
  const interval = [coarseShare(newcombe[0]), coarseShare(newcombe[1])] as const
  return {
    difference: riskDifference && { estimate: coarseShare(estimate), interval: [...interval] },
    crude: oddsRatio?.estimate == null ? null : coarse(oddsRatioOf(table)),
  }
}

/** Strata have a ratio only where each of their four cells holds `rules.perCell`: enough inside the team, not outside it. */
const strataOf = (strata: NonNullable<Comparison['stratified']>['strata']): Stratum[] =>
  strata.flatMap(({ stratum, oddsRatio, interval }) =>
    oddsRatio === null ? [] : [{ stratum, ratio: { estimate: oddsRatio, interval } }],
  )
