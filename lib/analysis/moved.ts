import type { Interval } from '@/lib/statistics/numbers'
import type { Movement } from './adjusted'
import type { Comparison, FactorResult } from './result'
import { rules } from './rules'
import { logOdds } from './verdict'
import { type Note, ratioWord } from './warnings'

/** A factor as its table shows it: `n` decided rows have a value. */
type Shown = Pick<FactorResult, 'column' | 'n'>

/** What stratifying and adjusting did to a crude comparison, in notes: disagreeing strata, a reversal, confounding. */
export function movedNotes({ column, n }: Shown, comparison: Comparison, movement: Movement | null): Note[] {
  const { level, stratified } = comparison
  const disagreeing: Note[] = stratified?.withheld ? [{ key: 'heterogeneous', column, values: { level, by: stratified.by } }] : []
  const views: View[] = [...withinStrata(comparison), ...inModel(comparison, movement)].filter(({ clear }) => clear)
  const turned = views.find(({ from, to }) => Math.log(Number(odds(from))) * Math.log(Number(odds(to))) < 0)
  const gaps = gapNotes({ column, n }, comparison, movement)
  const shift = views.find(({ from, to, rows }) => shifted(from, to) && !(rows && gaps.length > 0))
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
    ...(shift ? [confounded({ column, n }, level, shift)] : gaps),
  ]
}

/** Where the model has fewer rows than the table, on how many it was compared: its crude figure is not that of the table. */
function confounded({ column, n }: Shown, level: string, { from, to, rows = n }: View): Note {
  const values = { level, crude: odds(from), adjusted: odds(to) }
  if (rows === n) return { key: 'confounded', column, values }
  return { key: 'confounded_rows', column, values: { ...values, rows: String(rows), n: String(n) } }
}

/** That it was not adjusting that moved a comparison, or hardly, but the rows that a model leaves out for gaps elsewhere. */
function gapNotes({ column, n }: Shown, comparison: Comparison, movement: Movement | null): Note[] {
  if (!movement?.crude || movement.rows === n || logOdds(comparison) === 0) return []
  const { adjusted, crude, rows } = movement
  const [table, kept, to] = [logOdds(comparison), crude.logOdds, Math.log(adjusted.oddsRatio)]
  const whole: Effect = { log: table, difference: comparison.riskDifference?.estimate ?? null }
  const isClear = excludesOne(comparison.oddsRatio?.woolf ?? null) || excludesOne(adjusted.interval)
  const isOfGaps = Math.abs(to - kept) <= rules.movement * Math.abs(to - table)
  if (!isClear || !isOfGaps || !shifted(whole, { log: to, difference: adjusted.riskDifference })) return []
  const [first, last] = [odds(whole), ratioWord(adjusted.oddsRatio)]
  const values = { level: comparison.level, crude: first, kept: ratioWord(Math.exp(kept)), adjusted: last }
  return [{ key: 'moved_by_gaps', column, values: { ...values, rows: String(rows), n: String(n) } }]
}

/** A difference of which the strata show one side each is one of the strata, as far as anybody can tell. */
function between(column: string, { stratified, oddsRatio }: Comparison): Note[] {
  const isLost = stratified?.oddsRatio === null && excludesOne(oddsRatio?.woolf ?? null)
  return isLost ? [{ key: 'cluster_between', column, values: { cluster: stratified.by } }] : []
}

/** A log odds ratio and, where it is known, the difference in rates. */
type Effect = { log: number; difference: number | null }

/** The crude effect beside another view of it, with the note for one that turns it; `clear`: one of the two is more than noise; `rows`: of a model. */
type View = { key: 'reversal' | 'reversal_model'; from: Effect; to: Effect; by: string; clear: boolean; rows?: number }

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
  const { adjusted, crude, rows } = movement
  return [
    {
      key: 'reversal_model',
      from: { log: crude.logOdds, difference: crude.riskDifference },
      to: { log: Math.log(adjusted.oddsRatio), difference: adjusted.riskDifference },
      by: adjusted.for.join(', '),
      clear: crude.clear || excludesOne(adjusted.interval),
      rows,
    },
  ]
}

/**
 * Moved by more than a share of itself in both scales. The odds ratio alone also grows when a strong prognostic factor
 * is added without any confounding; the difference in rates does not. A share of next to nothing is nothing: below a change of a
 * tenth in the odds ratio itself, the usual least change in an estimate (Mickey & Greenland 1989 Am J Epidemiol 129:125), it stands.
 */
function shifted(from: Effect, to: Effect): boolean {
  const least = Math.max(rules.movement * Math.abs(from.log), Math.log(rules.movementFloor))
  if (Math.abs(to.log - from.log) <= least) return false
  if (from.difference === null || to.difference === null) return true
  return Math.abs(to.difference - from.difference) > rules.movement * Math.abs(from.difference)
}

function odds({ log }: Effect): string {
  return ratioWord(Math.exp(log))
}

function excludesOne(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 1 || interval[1] < 1)
}
