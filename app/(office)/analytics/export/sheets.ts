import { getTranslations } from 'next-intl/server'
import type { Table } from '@/lib/platform/table'
import { notesSheet, type Sheet } from '@/lib/platform/xlsx'
import type { Shown } from './paper'
import { tableOf } from './table-of'

/** A workbook of the analytics: the figures, where they come from, and the fingerprints of the rows. */
export async function sheetsOf(view: Shown, facts: readonly (readonly [string, string])[]): Promise<Sheet[]> {
  const t = await getTranslations('analytics')
  return [
    { name: t('exportName'), table: await tableOf(view) },
    notesSheet(t('notesSheet'), [t('notesFact'), t('notesContent')], facts),
    { name: t('notes.rowsSheet'), table: hashesOf(view, t('notes.rows')) },
  ]
}

/** One fingerprint per row of the data, so that the office can show later which rows a figure was made of. */
const hashesOf = ({ data }: Shown, title: string): Table => ({
  columns: [{ key: 'hash', title, kind: 'code', width: 70 }],
  rows: data.rows.map((hash) => [hash]),
})
