import type { Interval } from '@/lib/statistics/numbers'
import type { Comparison, FactorResult } from './result'
import { rules } from './rules'
import type { Note } from './warnings'

/**
 * What may be said of a factor. It may be headlined (`more` or `less`, of a named level against the reference) only if
 * its q is small and one comparison holds crude, within strata and adjusted (of all, or beside each other factor) and
 * within bands of what bends and levels of what is too wide, wherever these exist; strata that never show both sides of it leave it untold. `tested`: how many factors were.
 */
export function judged(result: FactorResult, tested: number): FactorResult {
  if (result.status === 'refused') return result
  if (!result.test) return { ...result, verdict: 'too_few' }
  const chance = (result.test.q ?? 1) > rules.falseDiscovery
  const held = chance ? [] : result.comparisons.filter((comparison) => holds(comparison, result)).sort(strongest)
  const [best] = held
  if (best) return { ...result, verdict: logOdds(best) > 0 ? 'more' : 'less', verdictLevel: best.level }
  return { ...result, verdict: varies(result, { chance, tested }) ? 'varies' : 'cannot_tell' }
}

/** A headline: a finding the page may put in words. */
export function isFinding({ verdict }: FactorResult): boolean {
  return verdict === 'more' || verdict === 'less'
}

/** Whether a note leaves nothing to headline: rows that repeat others, or columns that tell outcomes too well together to have been known before. */
export const isSilencing = ({ key }: Note): boolean => key === 'copied_rows_many' || key === 'leakage_model_untold'

/** The same where the rows are no evidence for what they show. */
export function untold(result: FactorResult): FactorResult {
  const isTold = isFinding(result) || result.verdict === 'varies'
  return isTold ? { ...result, verdict: 'cannot_tell', verdictLevel: null } : result
}

function holds(comparison: Comparison, { test }: FactorResult): boolean {
  const { stratified, adjusted = null, beside = null, withinBands } = comparison
  const direction = Math.sign(logOdds(comparison))
  if (direction === 0 || !((comparison.fisherP ?? test?.p ?? 1) <= rules.falseDiscovery)) return false
  if (stratified?.withheld || stratified?.oddsRatio === null || withinBands?.oddsRatio === null) return false
  const views = [stratified?.rbg, adjusted?.interval, beside?.interval, withinBands?.interval]
  return views.every((interval) => onSide(interval ?? null, direction))
}

/** An interval that lies wholly on one side of 1; one that could not be computed does not stand in the way. */
function onSide(interval: Interval | null, direction: number): boolean {
  if (!interval) return true
  return direction > 0 ? interval[0] > 1 : interval[1] < 1
}

/** Strata that disagree are news of their own, if they disagree more than the number of comparisons explains. */
function varies({ comparisons }: FactorResult, { chance, tested }: { chance: boolean; tested: number }): boolean {
  const limit = chance ? rules.heterogeneityAlone / Math.max(1, tested * comparisons.length) : rules.heterogeneity
  return comparisons.some(({ stratified }) => stratified?.withheld && (stratified.breslowDayTaroneP ?? 0) < limit)
}

function strongest(a: Comparison, b: Comparison): number {
  return (a.fisherP ?? 1) - (b.fisherP ?? 1) || Math.abs(logOdds(b)) - Math.abs(logOdds(a))
}

/** The crude log odds ratio; 0 where there is none. */
export function logOdds({ oddsRatio }: Comparison): number {
  return oddsRatio?.estimate ? Math.log(oddsRatio.estimate) : 0
}
