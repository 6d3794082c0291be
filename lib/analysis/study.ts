import { copiedNotes } from './copies'
import { notRead } from './not-read'
import { countedStanding, rowCounts } from './row-counts'
import { cellIn, levelsIn, numberColumn, numberColumns, numberOf, type SheetRow, type TextColumn, textColumn } from './sheet'
import { type AnalysisSpec, columnsOf, type FactorSpec, type SpecFault } from './spec'
import { strataFor } from './strata'
import type { Note } from './warnings'

/** A column of levels: for each row the index of its level, NaN where missing. */
export type Coded = { column: string; levels: readonly string[]; codes: Float64Array }

/** A factor ready to be counted: `values` are its numbers, or the codes of its levels. */
export type Factor = Coded & { type: FactorSpec['type']; values: Float64Array; reference: string | null; knownAt: string | null }

/** How the outcome of a row stands. Pending is never a refusal, and neither is a missing outcome. */
export const standings = ['nonEvent', 'event', 'pending', 'missing'] as const
export type Standing = (typeof standings)[number]

/** A sheet read by its spec: columns of numbers, one entry per row of the sheet. */
export type Study = {
  spec: AnalysisSpec
  /** Whether its columns are made anew each time they are asked for, because there are very many rows. */
  isLean: boolean
  /** How many rows each row stands for. */
  counts: Float64Array
  standing: readonly Standing[]
  /** 1 event, 0 non-event, NaN undecided. */
  outcome: Float64Array
  factors: readonly Factor[]
  strata: Coded | null
  clusters: Coded | null
  /** Any column as levels, for what is only adjusted for. */
  coded: (column: string) => Coded
  days: Float64Array | null
  /** What rows say that cannot be used. */
  notes: readonly Note[]
}

/** Reads the rows, or says what in the spec does not fit them. */
export function readStudy(rows: readonly SheetRow[], spec: AnalysisSpec): { study: Study } | { fault: SpecFault } {
  const [first] = rows
  const levelsOf = (column: string) => levelsIn(textColumn(rows, column))
  const fault = faultIn(first ? { names: Object.keys(first), levelsOf } : null, spec)
  if (fault) return { fault }
  const coded = (column: string) => codedColumn(column, textColumn(rows, column))
  const { counts, notes: uncounted } = spec.count
    ? rowCounts(spec.count.column, numberColumn(rows, spec.count.column))
    : { counts: new Float64Array(rows.length).fill(1), notes: [] }
  const said = textColumn(rows, spec.outcome.column).map((text) => standingOf(text, spec))
  const standing = countedStanding(said, counts)
  const numbers = numbersIn(rows, spec)
  const factors = spec.factors.map((factor) => readFactor(rows, factor, numbers))
  const days = spec.time ? numberColumn(rows, spec.time.column) : null
  const notes = askedOf({ spec, factors, days }).flatMap((asked) =>
    notRead(counts, { ...asked, isWritten: (row) => cellIn(rows[row]?.[asked.column]) !== null }),
  )
  const outcome = Float64Array.from(standing, (word) => outcomeNumber[word])
  const clusters = spec.clusterBy ? coded(spec.clusterBy) : null
  const columns = Object.keys(first ?? {}).map((name) => readColumn(rows, name, factors))
  const study: Study = {
    spec,
    isLean: false,
    counts,
    standing,
    outcome,
    factors,
    strata: strataFor({ spec, coded, clusters, outcome, counts }),
    clusters,
    coded,
    days,
    notes: [...uncounted, ...notes, ...copiedNotes({ outcome, columns, clusters, isGrouped: spec.count != null })],
  }
  return { study }
}

/** What a column says, in numbers: those of a factor, or one for each word; NaN where it says nothing. */
function readColumn(rows: readonly SheetRow[], name: string, factors: readonly Factor[]): Float64Array {
  const number = factors.find(({ column, type }) => type === 'number' && column === name)
  if (number) return number.values
  const words = textColumn(rows, name)
  const codes = new Map([...new Set(words)].map((word, code) => [word, word === null ? Number.NaN : code] as const))
  return Float64Array.from(words, (word) => codes.get(word) ?? Number.NaN)
}

/** Columns of which not every value can be used: numbers, levels that were named, and days, which are not below 0. */
export function askedOf({ spec, factors, days }: Pick<Study, 'spec' | 'factors' | 'days'>) {
  const some = factors.filter(({ type }, index) => type === 'number' || spec.factors[index]?.levels !== undefined)
  const time = spec.time && days ? [{ column: spec.time.column, values: days, least: 0 }] : []
  return [...some.map(({ column, values }) => ({ column, values })), ...time]
}

/** Whether two ways of writing a level mean the same: as text, as a number, or as true and false. */
export function sameLevel(a: string, b: string): boolean {
  return a === b || numberOf(a) === numberOf(b) || (truth.test(a) && a.toLowerCase() === b.toLowerCase())
}

/** Spreadsheets write these in capitals. */
const truth = /^(true|false)$/i

export const outcomeNumber: Record<Standing, number> = { event: 1, nonEvent: 0, pending: Number.NaN, missing: Number.NaN }

/** How the outcome of a row stands, by the text of its cell. */
export function standingOf(text: string | null, { outcome }: AnalysisSpec): Standing {
  if (text === null) return 'missing'
  if (sameLevel(text, outcome.event)) return 'event'
  return sameLevel(text, outcome.nonEvent) ? 'nonEvent' : 'pending'
}

/** The columns of all factors that are numbers, by their names. */
function numbersIn(rows: readonly SheetRow[], { factors }: AnalysisSpec): ReadonlyMap<string, Float64Array> {
  const columns = factors.filter(({ type }) => type === 'number').map(({ column }) => column)
  const read = numberColumns(rows, columns)
  return new Map(columns.map((column, place) => [column, read[place] ?? new Float64Array(rows.length)]))
}

function readFactor(rows: readonly SheetRow[], factor: FactorSpec, numbers: ReadonlyMap<string, Float64Array>): Factor {
  const { column, type, levels, reference, knownAt: known } = factor
  const knownAt = known ?? null
  const values = type === 'number' ? numbers.get(column) : undefined
  if (values) {
    return { column, type, levels: [], codes: values, values, reference: null, knownAt }
  }
  const coded = codedColumn(column, textColumn(rows, column), levels)
  const asked = coded.levels.find((level) => reference !== undefined && sameLevel(level, reference)) ?? null
  return { ...coded, type, values: coded.codes, reference: asked, knownAt }
}

function codedColumn(column: string, text: TextColumn, wanted?: readonly string[]): Coded {
  const levels = wanted ?? levelsIn(text)
  const find = finder(levels)
  return { column, levels, codes: Float64Array.from(text, (cell) => (cell === null ? Number.NaN : find(cell))) }
}

/** The index of a level as it is written, else of the same number written otherwise, else NaN. */
export function finder(levels: readonly string[]): (cell: string) => number {
  const written = new Map(levels.map((level, index) => [level, index]))
  const meant = new Map(levels.map((level, index) => [numberOf(level), index]))
  meant.delete(Number.NaN)
  return (cell) => written.get(cell) ?? meant.get(numberOf(cell)) ?? Number.NaN
}

/** What is known of a sheet: its columns, and the levels of each. */
type Known = { names: readonly string[]; levelsOf: (column: string) => readonly string[] }

/** What in a spec does not fit a sheet, if anything; null for a sheet without rows. */
export function faultIn(known: Known | null, spec: AnalysisSpec): SpecFault | null {
  if (known === null) return { code: 'no_rows' }
  const stranger = columnsOf(spec).find((column) => !known.names.includes(column))
  if (stranger !== undefined) return { code: 'unknown_column', column: stranger, known: known.names.join(', ') }
  return outcomeFault(known, spec) ?? factorFault(known, spec)
}

function outcomeFault({ levelsOf }: Known, { outcome }: AnalysisSpec): SpecFault | null {
  if (sameLevel(outcome.event, outcome.nonEvent)) return { code: 'same_outcome', level: outcome.event }
  const levels = levelsOf(outcome.column)
  const seen = levels.some((level) => sameLevel(level, outcome.event) || sameLevel(level, outcome.nonEvent))
  return seen ? null : { code: 'unknown_level', column: outcome.column, level: outcome.event, known: listed(levels) }
}

function factorFault(known: Known, spec: AnalysisSpec): SpecFault | null {
  const names = spec.factors.map(({ column }) => column)
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined) return { code: 'repeated_factor', column: repeated }
  const explaining = [...names, ...(spec.model?.include ?? []), spec.stratifyBy, spec.clusterBy]
  if (explaining.includes(spec.outcome.column)) return { code: 'outcome_as_factor', column: spec.outcome.column }
  const stranger = spec.model?.factors.find((name) => !names.includes(name))
  if (stranger !== undefined) return { code: 'not_a_factor', column: stranger }
  return spec.factors.map((factor) => referenceFault(known, factor)).find((fault) => fault !== null) ?? null
}

function referenceFault({ levelsOf }: Known, { column, type, reference, levels }: FactorSpec): SpecFault | null {
  if (reference === undefined || type === 'number') return null
  const known = levels ?? levelsOf(column)
  const found = known.some((level) => sameLevel(level, reference))
  return found ? null : { code: 'unknown_level', column, level: reference, known: listed(known) }
}

function listed(levels: readonly string[]): string {
  return levels.length > 12 ? `${levels.slice(0, 12).join(', ')}, …` : levels.join(', ')
}

/** Rows counted with their weights. */
export function countWhere({ counts }: Study, test: (row: number) => boolean): number {
  return counts.reduce((total, count, row) => (test(row) ? total + count : total), 0)
}
