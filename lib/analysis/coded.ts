import { addedUpOn, gridOf, type Key } from '@/lib/statistics/grid'
import { at, indices } from '@/lib/statistics/numbers'
import { patternsOf } from '@/lib/statistics/patterns'
import { type Column, picked } from '@/lib/statistics/vectors'
import { copiedNotes } from './copies'
import { notRead } from './not-read'
import { countedStanding, rowCounts } from './row-counts'
import { numberOf } from './sheet'
import type { AnalysisSpec, FactorSpec } from './spec'
import { strataFor } from './strata'
import {
  askedOf,
  type Coded,
  type Factor,
  finder,
  outcomeNumber,
  type Standing,
  type Study,
  sameLevel,
  standingOf,
  standings,
} from './study'

/**
 * Rows too many to be told one by one, as columns of codes: for each row the code of its level (0: none, 1: the first level, ..),
 * and how many rows it stands for. `numbers`: columns that are numbers and nothing else, NaN where there is none; `unread`: the rows
 * that say something there which is no number.
 */
export type CodedSheet = {
  columns: Record<string, CodedColumn>
  numbers?: Record<string, Float64Array>
  unread?: Record<string, readonly number[]>
  counts: Float64Array
}
export type CodedColumn = { levels: readonly string[]; codes: Codes }
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** The study of a sheet of codes; columns the sheet has not are empty. Its columns are made anew each time they are asked for. */
export function codedStudy(sheet: CodedSheet, spec: AnalysisSpec): Study {
  const coded = (column: string) => lazily(column, columnIn(sheet, column))
  const outcome = columnIn(sheet, spec.outcome.column)
  const standingAt = [null, ...outcome.levels].map((level): Standing => standingOf(level, spec))
  const { count, time, clusterBy } = spec
  const { counts, notes: uncounted } = count
    ? rowCounts(count.column, numbersIn(sheet, count.column))
    : { counts: sheet.counts, notes: [] }
  const said = Array.from({ length: counts.length }, (_, row): Standing => standingAt[outcome.codes[row] ?? 0] ?? 'missing')
  const standing = countedStanding(said, counts)
  const factors = spec.factors.map((factor) => factorIn(sheet, factor))
  const days = time ? numbersIn(sheet, time.column) : null
  const notes = askedOf({ spec, factors, days }).flatMap((asked) => {
    const { codes } = columnIn(sheet, asked.column)
    const unread = new Set(sheet.unread?.[asked.column])
    return notRead(counts, { ...asked, isWritten: (row) => at(codes, row) > 0 || unread.has(row) })
  })
  const outcomes = Float64Array.from(standing, (word) => outcomeNumber[word])
  const clusters = clusterBy ? coded(clusterBy) : null
  const columns = [...Object.values(sheet.columns).map(({ codes }) => codes), ...Object.values(sheet.numbers ?? {})]
  const isGrouped = count != null || sheet.counts.some((n) => n !== 1)
  return {
    spec,
    isLean: true,
    counts,
    standing,
    outcome: outcomes,
    factors,
    strata: strataFor({ spec, coded, clusters, outcome: outcomes, counts }),
    clusters,
    coded,
    days,
    notes: [...uncounted, ...notes, ...copiedNotes({ outcome: outcomes, columns, clusters, isGrouped })],
  }
}

const columnIn = ({ columns, counts }: CodedSheet, column: string): CodedColumn =>
  columns[column] ?? { levels: [], codes: new Uint8Array(counts.length) }

function numbersIn(sheet: CodedSheet, column: string): Float64Array {
  const { levels, codes } = columnIn(sheet, column)
  return sheet.numbers?.[column] ?? decoded(codes, [Number.NaN, ...levels.map(numberOf)])
}

function factorIn(sheet: CodedSheet, { column, type, levels, reference, ...spec }: FactorSpec): Factor {
  const knownAt = spec.knownAt ?? null
  if (type === 'number') {
    const values = numbersIn(sheet, column)
    return { column, type, levels: [], codes: values, values, reference: null, knownAt }
  }
  const own = lazily(column, columnIn(sheet, column), levels)
  const asked = own.levels.find((level) => reference !== undefined && sameLevel(level, reference)) ?? null
  return asFactor(own, { type, reference: asked, knownAt })
}

/** A column of these levels only, in their order; all there are, if none are named. */
function lazily(column: string, { levels, codes }: CodedColumn, wanted = levels): Coded {
  const numbers = [Number.NaN, ...levels.map(finder(wanted))]
  return {
    column,
    levels: wanted,
    get codes() {
      return decoded(codes, numbers)
    },
  }
}

const asFactor = (coded: Coded, more: Pick<Factor, 'type' | 'reference' | 'knownAt'>): Factor => ({
  ...more,
  column: coded.column,
  levels: coded.levels,
  get codes() {
    return coded.codes
  },
  get values() {
    return coded.codes
  },
})

function decoded(codes: Codes, numbers: readonly number[]): Column {
  const [values, meant] = [new Float64Array(codes.length), Float64Array.from(numbers)]
  for (let row = 0; row < values.length; row++) values[row] = meant[codes[row] ?? 0] ?? Number.NaN
  return values
}

/**
 * The study of one factor alone, with a row for each outcome, stratum and level there is: for looking at many rows many
 * times. Of factors with levels only, and not where clusters have to be kept apart.
 */
export function narrowed(study: Study, factor: Factor): { study: Study; factor: Factor } {
  const { strata } = study
  const [own, inside] = [factor.codes, strata?.codes]
  const keys = [
    { values: standingCodes(study.standing), size: standings.length },
    filled(own, factor),
    ...(strata && inside ? [filled(inside, strata)] : []),
  ]
  const { example, counts } = addedUp(study.counts, keys)
  const codes = picked(own, example)
  const { column, levels, type, reference, knownAt } = factor
  const alone: Factor = { column, levels, type, reference, knownAt, codes, values: codes }
  return {
    factor: alone,
    study: {
      ...{ spec: study.spec, isLean: false, counts, clusters: null, days: null, notes: [], coded: study.coded },
      standing: Array.from(example, (row) => study.standing[row] ?? 'missing'),
      outcome: picked(study.outcome, example),
      factors: [alone],
      strata: strata && inside ? { column: strata.column, levels: strata.levels, codes: picked(inside, example) } : null,
    },
  }
}

/** Codes with gaps as a level of their own. */
function filled(codes: Column, { levels }: Coded): Key {
  const values = codes.slice()
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row] ?? 0)) values[row] = levels.length
  return { values, size: levels.length + 1 }
}

/** How the outcome of each row stands, as a number; made once for all factors of a study. */
function standingCodes(standing: readonly Standing[]): Column {
  const known = codesOf.get(standing) ?? Float64Array.from(standing, (word) => standings.indexOf(word))
  codesOf.set(standing, known)
  return known
}

const codesOf = new WeakMap<readonly Standing[], Column>()

/** The combinations of keys in their order, each with a row that shows it and how many rows it stands for. */
function addedUp(counts: Column, keys: readonly Key[]): { example: Int32Array; counts: Column } {
  const grid = gridOf(new Float64Array(counts.length), keys)
  if (grid) {
    const { example, sums } = addedUpOn(grid, [counts])
    return { example, counts: sums[0] ?? counts }
  }
  const { order, starts } = patternsOf(
    indices(counts.length),
    keys.map(({ values }) => values),
  )
  const example = starts.subarray(0, -1).map((start) => at(order, start))
  return { example, counts: Float64Array.from(example, (_, n) => total(counts, order.subarray(starts[n], starts[n + 1]))) }
}

function total(counts: Column, rows: Uint32Array): number {
  let sum = 0
  for (const row of rows) sum += at(counts, row)
  return sum
}
