import type { Interval } from '@/lib/statistics/numbers'
import type { Movement } from './adjusted'
import type { Comparison } from './result'
import { rules } from './rules'
import { logOdds } from './verdict'
import { type Note, ratioWord } from './warnings'

/** What stratifying and adjusting did to a crude comparison, in notes: disagreeing strata, a reversal, confounding. */
export function movedNotes(column: string, comparison: Comparison, movement: Movement | null): Note[] {
  const { level, stratified } = comparison
  const disagreeing: Note[] = stratified?.withheld ? [{ key: 'heterogeneous', column, values: { level, by: stratified.by } }] : []
  const views: View[] = [...withinStrata(comparison), ...inModel(comparison, movement)].filter(({ clear }) => clear)
  const turned = views.find(({ from, to }) => Math.log(Number(odds(from))) * Math.log(Number(odds(to))) < 0)
  const shift = views.find(({ from, to }) => shifted(from, to))
  return [
    ...disagreeing,
    ...between(column, comparison),
    ...(turned
      ? [
          {
            key: turned.key,
            column,
            values: { level, by: turned.by, crude: odds(turned.from), stratified: odds(turned.to) },
          },
        ]
      : []),
    ...(shift
      ? [{ key: 'confounded' as const, column, values: { level, crude: odds(shift.from), adjusted: odds(shift.to) } }]
      : []),
  ]
}

/** A difference of which the strata show one side each is one of the strata, as far as anybody can tell. */
function between(column: string, { stratified, oddsRatio }: Comparison): Note[] {
  const isLost = stratified?.oddsRatio === null && excludesOne(oddsRatio?.woolf ?? null)
  return isLost ? [{ key: 'cluster_between', column, values: { cluster: stratified.by } }] : []
}

/** A log odds ratio and, where it is known, the difference in rates. */
type Effect = { log: number; difference: number | null }

/** The crude effect beside another view of it, with the note for one that turns it; `clear`: one of the two is more than noise. */
type View = { key: 'reversal' | 'reversal_model'; from: Effect; to: Effect; by: string; clear: boolean }

function withinStrata({ stratified, oddsRatio, riskDifference }: Comparison): View[] {
  if (!stratified?.oddsRatio || !oddsRatio?.estimate) return []
  return [
    {
      key: 'reversal',
      from: { log: Math.log(oddsRatio.estimate), difference: riskDifference?.estimate ?? null },
      to: { log: Math.log(stratified.oddsRatio), difference: stratified.riskDifference },
      by: stratified.by,
      clear: excludesOne(oddsRatio.woolf) || excludesOne(stratified.rbg),
    },
  ]
}

function inModel(comparison: Comparison, movement: Movement | null): View[] {
  if (!movement?.crude || logOdds(comparison) === 0) return []
  const { adjusted, crude } = movement
  return [
    {
      key: 'reversal_model',
      from: { log: crude.logOdds, difference: crude.riskDifference },
      to: { log: Math.log(adjusted.oddsRatio), difference: adjusted.riskDifference },
      by: adjusted.for.join(', '),
      clear: excludesOne(comparison.oddsRatio?.woolf ?? null) || excludesOne(adjusted.interval),
    },
  ]
}

/**
 * Moved by more than a share of itself in both scales. The odds ratio alone also grows when a strong prognostic factor
 * is added without any confounding; the difference in rates does not.
 */
function shifted(from: Effect, to: Effect): boolean {
  if (Math.abs(to.log - from.log) <= rules.movement * Math.abs(from.log)) return false
  if (from.difference === null || to.difference === null) return true
  return Math.abs(to.difference - from.difference) > rules.movement * Math.abs(from.difference)
}

function odds({ log }: Effect): string {
  return ratioWord(Math.exp(log))
}

function excludesOne(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 1 || interval[1] < 1)
}
