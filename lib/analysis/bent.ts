import type { Interval } from '@/lib/statistics/numbers'
import type { Sample } from '@/lib/statistics/sample'
import { entry } from '@/lib/statistics/vectors'
import { aloneOf } from './alone'
import { includedIn } from './clusters'
import { withinStrata } from './compare'
import type { Examined } from './examine'
import { included } from './model'
import { compareNumber, numberRows, stratifiedNumber } from './numeric'
import type { Comparison, FactorTest, StratifiedResult } from './result'
import { rules } from './rules'
import type { Coded, Factor, Study } from './study'
import { tallyOf } from './tally'
import { logOdds } from './verdict'
import { type Note, ratioWord } from './warnings'

/**
 * What a model adjusts for as a straight line is adjusted for in part only where it bends (a rate that falls and rises again), and
 * what goes with the bend then looks like a finding; a number with a value too far off for any line is not adjusted for at all. So
 * what looks like one is also compared within narrow bands of every such number (Cochran 1968 Biometrics 24:295), and the view in
 * which least of it is left counts.
 */
export function besideBent(study: Study, examined: readonly Examined[], numbers: readonly Crooked[]): Examined[] {
  const bands = numbers.map(({ factor, isFar }) => {
    const { grouped } = aloneOf(study, factor)
    const key = isFar ? 'confounded_far' : 'confounded_bent'
    return { key, ...bandsAlong(factor, grouped, narrow(grouped.used)) } as const
  })
  return examined.map((one) => {
    const others = bands.filter(({ column }) => column !== one.factor.column)
    const isNotable = (one.result.test?.p ?? 1) <= rules.falseDiscovery
    return one.usable && isNotable && others.length > 0 ? withinEach(study, one, others) : one
  })
}

/** A number that no straight line adjusts for. `isFar`: because nothing can be fitted to it. */
export type Crooked = { factor: Factor; isFar: boolean }

/** Such numbers among the factors, and among the columns that are only adjusted for. */
export function crookedIn(study: Study, examined: readonly Examined[]): Crooked[] {
  const bent = examined.flatMap((one) => (isFar(one) || isBent(one) ? [one] : []))
  return [...bent.map((one) => ({ factor: one.factor, isFar: isFar(one) })), ...bentBeyond(study)]
}

const isBent = ({ factor: { type }, result: { test } }: Examined) => type === 'number' && departs(test)

const departs = (test: FactorTest | null) => (test?.departureP ?? 1) < rules.departure

/** A number with values so far off that nothing can be fitted to it: no model adjusts for it, only its bands do. */
const isFar = ({ notes }: Examined) => notes.some(({ key }) => key === 'number_far')

/** Rows put together by what else is known of them, and what to say where a difference is lost there. */
export type Within = Coded & { key: 'confounded_far' | 'confounded_bent' | 'confounded_levels' }

function bentBeyond(study: Study): Crooked[] {
  const asked = includedIn(study).filter((column) => study.factors.every((factor) => factor.column !== column))
  return asked.flatMap((column) => {
    const { values, levels } = included(study, column)
    if (levels) return []
    const factor: Factor = { column, levels: [], codes: values, values, type: 'number', reference: null, knownAt: null }
    const seen = compareNumber(study, factor, aloneOf(study, factor))
    const bends = typeof seen !== 'string' && departs(seen.test)
    return bends || seen === 'far' ? [{ factor, isFar: !bends }] : []
  })
}

/** So many that little of a bend is left inside one, each with rows enough to compare. */
const narrow = (rows: number) => Math.min(100, Math.max(5, Math.floor(rows / rules.rowsPerBand)))

/** The rows by where the number stands among the decided ones: bands of about equally many, equal numbers in one. */
export function bandsAlong({ column, values }: Factor, { columns, totals, used }: Sample, bands: number): Coded {
  const ordered = columns[1] ?? totals
  const tops: number[] = []
  for (let [i, passed] = [0, 0]; i < ordered.length; i++) {
    const before = Math.floor((bands * passed) / used)
    passed += entry(totals, i)
    if (Math.floor((bands * passed) / used) > before) tops.push(entry(ordered, i))
  }
  const codes = new Float64Array(values.length)
  for (let row = 0; row < codes.length; row++) codes[row] = placeIn(tops, entry(values, row))
  return { column, levels: Array.from({ length: tops.length + 1 }, (_, band) => String(band)), codes }
}

/** How many of the tops lie below; of a gap none is told. */
function placeIn(tops: readonly number[], value: number): number {
  if (Number.isNaN(value)) return value
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A factor within each of some columns: the view in which least of a comparison is left counts. */
export function withinEach(study: Study, one: Examined, columns: readonly Within[]): Examined {
  const views = columns.map(viewerOf(study, one))
  const comparisons = one.result.comparisons.map((comparison, index) => {
    const seen = views.flatMap((view) => view[index] ?? []).map(({ by, oddsRatio, rbg }) => ({ by, oddsRatio, interval: rbg }))
    const known = comparison.withinBands ? [comparison.withinBands] : []
    const [least] = [...known, ...seen].sort((a, b) => leftOf(a, comparison) - leftOf(b, comparison))
    return least ? { ...comparison, withinBands: least } : comparison
  })
  const notes = comparisons.flatMap((comparison) => lostNotes(one.factor, comparison, columns))
  return { ...one, result: { ...one.result, comparisons }, notes: [...one.notes, ...notes] }
}

/** Shows each comparison of a factor within strata. */
function viewerOf(study: Study, { factor, result }: Examined): (strata: Coded) => (StratifiedResult | null)[] {
  if (factor.type === 'number') {
    const rows = result.comparisons.map(({ unit }) => numberRows(study, factor, unit ?? 1))
    return (strata) => rows.map((one) => stratifiedNumber(strata, one))
  }
  const tallies = tallyOf(study, factor)
  return (strata) => {
    const within = withinStrata({ ...study, strata }, factor, tallies)
    return result.comparisons.map(({ level }) => within(level))
  }
}

type Left = NonNullable<Comparison['withinBands']>

/** How far the interval stays on the side of the comparison; nothing where there is none. */
function leftOf({ interval }: Left, comparison: Comparison): number {
  if (interval === null) return Number.NEGATIVE_INFINITY
  return logOdds(comparison) > 0 ? Math.log(interval[0]) : -Math.log(interval[1])
}

/** That a difference is lost there, where the counts alone show one. */
function lostNotes({ column }: Factor, { level, oddsRatio, withinBands }: Comparison, columns: readonly Within[]): Note[] {
  if (!withinBands || !oddsRatio?.estimate || !excludesOne(oddsRatio.woolf) || excludesOne(withinBands.interval)) return []
  const crude = ratioWord(oddsRatio.estimate)
  return columns
    .filter((one) => one.column === withinBands.by)
    .map(({ key }) => ({ key, column, values: { level, by: withinBands.by, crude } }))
}

const excludesOne = (interval: Interval | null) => interval !== null && (interval[0] > 1 || interval[1] < 1)
