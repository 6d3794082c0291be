import { indices } from '@/lib/statistics/numbers'
import { patternsOf } from '@/lib/statistics/patterns'
import { picked } from '@/lib/statistics/vectors'
import type { AnalysisSpec } from './spec'
import { type Coded, type Factor, outcomeNumber, type Study, standingOf, standings } from './study'

/**
 * Rows grouped beforehand, too many to be told one by one: for each pattern the code of its level in every column (0: none,
 * 1: the first level, ..) and how many rows show it.
 */
export type CodedSheet = { columns: Record<string, CodedColumn>; counts: Float64Array }
export type CodedColumn = { levels: readonly string[]; codes: Uint16Array }

/** The study of a sheet of codes; columns the sheet has not are empty. Numbers and days cannot be coded, nor can clusters. */
export function codedStudy({ columns, counts }: CodedSheet, spec: AnalysisSpec): Study {
  const coded = (column: string): Coded => {
    const { levels, codes } = columns[column] ?? { levels: [], codes: new Uint16Array(counts.length) }
    return { column, levels, codes: Float64Array.from(codes, (code) => (code === 0 ? Number.NaN : code - 1)) }
  }
  const outcome = coded(spec.outcome.column)
  const standing = Array.from(outcome.codes, (code) => standingOf(outcome.levels[code] ?? null, spec))
  return {
    spec,
    counts,
    standing,
    outcome: Float64Array.from(standing, (word) => outcomeNumber[word]),
    factors: spec.factors.map(({ column, type, levels, reference = null, knownAt = null }): Factor => {
      const own = levels ? among(coded(column), levels) : coded(column)
      return { ...own, type, values: own.codes, reference, knownAt }
    }),
    strata: spec.stratifyBy ? coded(spec.stratifyBy) : null,
    clusters: null,
    coded,
    days: null,
  }
}

/** The same column with these levels only, in their order. */
function among({ column, levels, codes }: Coded, wanted: readonly string[]): Coded {
  const place = levels.map((level) => wanted.indexOf(level))
  const found = (code: number) => place[code] ?? -1
  return { column, levels: wanted, codes: codes.map((code) => (found(code) < 0 ? Number.NaN : found(code))) }
}

/**
 * The study of one factor alone, with a row for each outcome, stratum and level there is: for looking at many rows many
 * times. Of factors with levels only, and not where clusters have to be kept apart.
 */
export function narrowed(study: Study, factor: Factor): { study: Study; factor: Factor } {
  const { strata } = study
  const keys = [Float64Array.from(study.standing, (word) => standings.indexOf(word)), filled(factor)]
  const { order, starts } = patternsOf(indices(study.counts.length), strata ? [...keys, filled(strata)] : keys)
  const rows = starts.subarray(0, -1).map((start) => order[start] ?? 0)
  const codes = picked(factor.codes, rows)
  const own: Factor = { ...factor, codes, values: codes }
  return {
    factor: own,
    study: {
      ...study,
      counts: Float64Array.from(rows, (_, pattern) => total(study.counts, order.subarray(starts[pattern], starts[pattern + 1]))),
      standing: Array.from(rows, (row) => study.standing[row] ?? 'missing'),
      outcome: picked(study.outcome, rows),
      factors: [own],
      strata: strata && { ...strata, codes: picked(strata.codes, rows) },
    },
  }
}

/** Codes with gaps as a level of their own. */
function filled({ codes, levels }: Coded): Float64Array {
  return codes.map((code) => (Number.isNaN(code) ? levels.length : code))
}

function total(counts: Float64Array, rows: Uint32Array): number {
  let sum = 0
  for (const row of rows) sum += counts[row] ?? 0
  return sum
}
