import type { Locale } from '@/db/vocabulary'
import { fill } from '@/lib/analysis/warnings'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { messages } from '@/lib/i18n/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import type { Paper } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'
import type { Cell, Column, ColumnKind, Row } from '@/lib/platform/table'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import { inWords } from './in-words'
import type { ReportTable } from './queries'
import { isPart, type ReportColumn } from './report'

export const reportFormats = ['csv', 'xlsx', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

type Made = { locale: Locale; made: Date; madeBy: string }
type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>>

const types: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** A report as a file; where its figures come from goes with it: lines below a CSV, a sheet of a workbook, the end of a paper. */
export function reportFile(table: ReportTable, format: ReportFormat, how: Made): { chunks: Chunks; name: string; type: string } {
  const { reports } = messages[how.locale]
  const name = reports.name[table.id]
  return { chunks: writers[format](table, name, how), name, type: types[format] }
}

const writers: Record<ReportFormat, (table: ReportTable, name: string, how: Made) => Chunks> = {
  csv: (table, _, how) =>
    csvChunks({ columns: columnsIn(table, how), rows: [...rowsIn(table, how), [], ...notesOf(table, how)] }),
  xlsx(table, name, how) {
    const { notes } = messages[how.locale].reports
    const sheet = { name, table: { columns: columnsIn(table, how), rows: rowsIn(table, how) } }
    return xlsxChunks([sheet, notesSheet(notes.sheet, [notes.fact, notes.content], notesOf(table, how))], how.made)
  },
  async *pdf(table, name, how) {
    yield await pdfOf(paperOf(table, name, how), how.made)
  },
}

function columnsIn({ columns }: ReportTable, { locale }: Made): Column[] {
  const titles = messages[locale].reports.column
  return columns.map(({ key, kind }) => ({ key, title: titles[key], kind: kinds[kind] }))
}

const kinds: Record<ReportColumn['kind'], ColumnKind> = {
  text: 'text',
  people: 'number',
  number: 'number',
  money: 'money',
  share: 'number',
  limit: 'number',
  days: 'number',
}

function rowsIn({ columns, rows }: ReportTable, { locale }: Made): Row[] {
  const { hidden: tooFew } = messages[locale].reports
  const shown = (column: ReportColumn, value: Cell): Cell =>
    column.words || column.isName ? inWords(column, value, locale) : value
  return rows.map(({ cells, hidden }) =>
    columns.map((column) => (hidden.includes(column.key) ? tooFew : shown(column, cells[column.key] ?? null))),
  )
}

/** Whose cases count, and how many are left out for that; nothing to say where all do. */
export function consentNote({ who, without, asked }: Pick<ReportTable, 'who' | 'without' | 'asked'>, locale: Locale) {
  const { agreed, agreedFew, agreedPart } = messages[locale].reports
  if (who !== 'agreed') return null
  if (isPart(asked)) return agreedPart
  return without === null ? agreedFew : fill(agreed, { n: String(without) })
}

/** Definition, filter, whose cases, what is hidden, versions, fingerprint, when and by whom. */
export function notesOf(
  { id, asked, who, without, limit, isDifferenced, hash }: ReportTable,
  { locale, made, madeBy }: Made,
): [string, string][] {
  const { notes, about, small, inFives, differenced, all } = messages[locale].reports
  const consent = consentNote({ who, without, asked }, locale)
  const filter = Object.entries(asked).flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]))
  return [
    [notes.about, about[id]],
    [notes.filter, filter.join(' ') || all],
    [notes.small, isDifferenced ? differenced : `${fill(small, { limit: String(limit) })} ${inFives}`],
    ...(consent === null ? [] : [[notes.agreed, consent] satisfies [string, string]]),
    [notes.catalogue, String(catalogueVersion)],
    [notes.hash, hash],
    [notes.madeAt, made.toISOString()],
    [notes.madeBy, madeBy],
  ]
}

function paperOf(table: ReportTable, name: string, how: Made): Paper {
  const { columns } = table
  const titles = messages[how.locale].reports.column
  const { hidden: tooFew } = messages[how.locale].reports
  return {
    layout: 'report',
    language: how.locale,
    title: name,
    reference: `${name} · ${table.hash.slice(0, 12)}`,
    blocks: [
      {
        kind: 'table',
        caption: name,
        columns: columns.map(({ key, kind }) => ({ title: titles[key], align: kind === 'text' ? 'left' : 'right' })),
        rows: table.rows.map(({ cells, hidden }) =>
          columns.map((column) => (hidden.includes(column.key) ? tooFew : inWords(column, cells[column.key], how.locale))),
        ),
        total: [],
      },
      { kind: 'facts', rows: notesOf(table, how) },
    ],
  }
}
