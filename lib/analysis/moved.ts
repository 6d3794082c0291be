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
  const gaps = gapNotes({ column, n }, comparison, movement)
  const turned = views.find(({ isTurned }) => isTurned)
  const shift = views.find(({ from, to, rows }) => shifted(from, to) && !(rows && gaps.some(isOfGaps)))
  const told = turned ? [reversed({ column, n }, level, turned)] : shift ? [confounded({ column, n }, level, shift)] : gaps
  return [...disagreeing, ...between(column, comparison), ...told]
}

const isOfGaps = ({ key }: Note) => key === 'moved_by_gaps'

/** Where the model has fewer rows than the table, on how many it was compared: its crude figure is not that of the table. */
function confounded({ column, n }: Shown, level: string, { from, to, rows = n }: View): Note {
  const values = { level, crude: odds(from), adjusted: odds(to) }
  if (rows === n) return { key: 'confounded', column, values }
  return { key: 'confounded_rows', column, values: { ...values, rows: String(rows), n: String(n) } }
}

function reversed({ column, n }: Shown, level: string, { by, from, to, rows }: View): Note {
  const values = { level, by, crude: odds(from), stratified: odds(to) }
  if (rows === undefined) return { key: 'reversal', column, values }
  if (rows === n) return { key: 'reversal_model', column, values }
  return { key: 'reversal_model_rows', column, values: { ...values, rows: String(rows), n: String(n) } }
}

/**
 * That the two figures of the table are not of the same rows, where they differ: it may be not adjusting that moved the second, or
 * hardly, but the rows that a model leaves out for gaps elsewhere.
 */
function gapNotes({ column, n }: Shown, comparison: Comparison, movement: Movement | null): Note[] {
  if (!movement?.crude || movement.rows === n || logOdds(comparison) === 0) return []
  const { adjusted, crude, rows } = movement
  const [table, kept, to] = [logOdds(comparison), crude.logOdds, Math.log(adjusted.oddsRatio)]
  const whole: Effect = { log: table, difference: comparison.riskDifference?.estimate ?? null }
  const isClear = excludesOne(comparison.oddsRatio?.woolf ?? null) || excludesOne(adjusted.interval)
  if (!isClear || !shifted(whole, { log: to, difference: adjusted.riskDifference })) return []
  const key = Math.abs(to - kept) <= rules.movement * Math.abs(to - table) ? 'moved_by_gaps' : 'moved_by_both'
  const [first, last] = [odds(whole), ratioWord(adjusted.oddsRatio)]
  const values = { level: comparison.level, crude: first, kept: ratioWord(Math.exp(kept)), adjusted: last }
  return [{ key, column, values: { ...values, rows: String(rows), n: String(n) } }]
}

/** A difference of which the strata show one side each is one of the strata, as far as anybody can tell. */
function between(column: string, { stratified, oddsRatio }: Comparison): Note[] {
  const isLost = stratified?.oddsRatio === null && excludesOne(oddsRatio?.woolf ?? null)
  return isLost ? [{ key: 'cluster_between', column, values: { cluster: stratified.by } }] : []
}

/** A log odds ratio and, where it is known, the difference in rates. */
type Effect = { log: number; difference: number | null }

/** The crude effect beside another view of it; `clear`: one of the two is more than noise; `isTurned`: it lies on the other side; `rows`: of a model. */
type View = { from: Effect; to: Effect; by: string; clear: boolean; isTurned: boolean; rows?: number }

function withinStrata({ stratified, oddsRatio, riskDifference }: Comparison): View[] {
  if (!stratified?.oddsRatio || !oddsRatio?.estimate) return []
  const [from, to] = [Math.log(oddsRatio.estimate), Math.log(stratified.oddsRatio)]
  return [
    {
      from: { log: from, difference: riskDifference?.estimate ?? null },
      to: { log: to, difference: stratified.riskDifference },
      by: stratified.by,
      clear: excludesOne(oddsRatio.woolf) || excludesOne(stratified.rbg),
      isTurned: areOpposite(from, to),
    },
  ]
}

/** A model has no strata to be looked at beside it: only an interval that lies on the other side of 1 tells of another direction. */
function inModel(comparison: Comparison, movement: Movement | null): View[] {
  if (!movement?.crude || logOdds(comparison) === 0) return []
  const { adjusted, crude, rows } = movement
  const to = Math.log(adjusted.oddsRatio)
  return [
    {
      from: { log: crude.logOdds, difference: crude.riskDifference },
      to: { log: to, difference: adjusted.riskDifference },
      by: adjusted.for.join(', '),
      clear: crude.clear || excludesOne(adjusted.interval),
      isTurned: areOpposite(crude.logOdds, to) && excludesOne(adjusted.interval),
      rows,
    },
  ]
}

/** On two sides of 1, and neither so near to it that it points nowhere. */
function areOpposite(from: number, to: number): boolean {
  return from * to < 0 && Math.min(Math.abs(from), Math.abs(to)) > Math.log(rules.movementFloor)
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
