import { z } from 'zod'

/** A row of the csv: text by column name; empty and NA mean missing. */
export type Row = Readonly<Record<string, unknown>>

/** A level as a spec may write it (1, "1", true); compared as text. */
export const level = z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** The outcome of a binary analysis. */
export const outcome = { outcome: z.string(), event_level: level.default('1') }

/** The text of a cell, or null where it is missing. */
export function cell(row: Row, column: string): string | null {
  const value = row[column]
  const text = value === null || value === undefined ? '' : String(value).trim()
  return missingWords.has(text) ? null : text
}

/** The number in a cell, or null where it is missing or no number. */
export function numberIn(row: Row, column: string): number | null {
  const text = cell(row, column)
  const value = text === null ? Number.NaN : parsed(text)
  return Number.isNaN(value) ? null : value
}

/** Whether a cell says this level: as text, or as the same number written otherwise (1 and 1.0). */
export function says(text: string, wanted: string): boolean {
  return text === wanted || parsed(text) === parsed(wanted)
}

/** 1 for the event, 0 for any other value, null where missing. */
export function eventIn(row: Row, spec: { outcome: string; event_level: string }): 0 | 1 | null {
  const text = cell(row, spec.outcome)
  if (text === null) return null
  return says(text, spec.event_level) ? 1 : 0
}

/** The levels of a column in the order a reader expects: numbers by size, text by alphabet. */
export function levelsOf(rows: readonly Row[], column: string): string[] {
  const seen = [...new Set(rows.flatMap((row) => cell(row, column) ?? []))]
  return seen.sort((a, b) => (Number.isNaN(parsed(a) - parsed(b)) ? (a < b ? -1 : 1) : parsed(a) - parsed(b)))
}

const missingWords = new Set(['', 'NA', 'NaN', 'null'])

function parsed(text: string): number {
  return text.trim() === '' ? Number.NaN : +text
}
