import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { messages } from '@/lib/i18n/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import { civilDateIn } from '@/lib/platform/dates'
import type { Row, Table } from '@/lib/platform/table'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import { cellsOf, columnsOf, type ExportFormat, type ExportKind, type ExportRow } from './kinds'
import { named } from './named'
import { exportTable } from './queries'

export type Download = { chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>; fileName: string; contentType: string }
type Order = { kind: ExportKind; format: ExportFormat; locale: Locale; serials?: number[] | undefined }

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * An export as a stream: the first batch is read at once, so that a refusal is an answer and not a broken file; the rest
 * follows while it is being sent.
 * @throws Refusal
 */
export async function download(actor: Actor, { kind, format, locale, serials }: Order, now: Date): Promise<Download> {
  const first = await exportTable(actor, { kind, serials })
  const table: Table = { columns: columnsOf(kind, locale), rows: rowsOf(actor, { kind, locale, serials }, first) }
  const t = messages[locale].exports
  const today = civilDateIn(now, actor.timeZone)
  const chunks =
    format === 'csv'
      ? csvChunks(table)
      : xlsxChunks(
          [{ name: t.kind[kind], table }, notesSheet(t.notesSheet, [t.notesFact, t.notesContent], notes(actor, locale, now))],
          now,
        )
  return { chunks, fileName: `${t.kind[kind]}-${today}.${format}`, contentType: contentTypes[format] }
}

async function* rowsOf(actor: Actor, { kind, locale, serials }: Omit<Order, 'format'>, first: ExportRow[]): AsyncGenerator<Row> {
  for (let batch = first; batch.length > 0; ) {
    for (const row of batch) yield cellsOf(kind, named(row, locale))
    const after = batch.at(-1)?.after ?? ''
    batch = after === '' ? [] : await exportTable(actor, { kind, after, serials })
  }
}

const notes = (actor: Actor, locale: Locale, now: Date): [string, string][] => {
  const t = messages[locale].exports
  return [
    [t.madeAt, now.toISOString()],
    [t.madeBy, actor.name],
    [t.scope, t.scopeText],
    [t.definitions, t.definitionsText],
  ]
}
