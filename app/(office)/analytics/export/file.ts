import { getTranslations } from 'next-intl/server'
import type { analyticsExport } from '@/lib/analytics/queries'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import type { Table } from '@/lib/platform/table'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import { countsText } from '../counts-text'
import { methodText } from '../method-text'
import { csvRows } from './csv-rows'
import { tableOf } from './table-of'

type Order = { format: 'csv' | 'xlsx'; made: Date; madeBy: string }
type Shown = Awaited<ReturnType<typeof analyticsExport>>

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The factor table as a file. Where it comes from goes with it: a second sheet, or lines below a CSV. */
export async function fileOf(view: Shown, order: Order) {
  const t = await getTranslations('analytics')
  const { columns, rows } = await tableOf(view)
  const facts = await notes(view, order)
  const chunks =
    order.format === 'csv'
      ? csvChunks({ columns, rows: csvRows({ rows, facts, hashesTitle: t('notes.rows'), hashes: view.data.rows }) })
      : xlsxChunks(
          [
            { name: t('exportName').slice(0, 31), table: { columns, rows } },
            notesSheet(t('notesSheet'), [t('notesFact'), t('notesContent')], facts),
            { name: t('notes.rows').slice(0, 31), table: hashesOf(view, t('notes.rows')) },
          ],
          order.made,
        )
  return { chunks, name: t('exportName'), type: types[order.format] }
}

async function notes(view: Shown, { made, madeBy }: Order): Promise<[string, string][]> {
  const t = await getTranslations('analytics')
  const chosen = Object.entries(view.asked).flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]))
  return [
    [t('notes.howToRead'), t('caveat')],
    [t('notes.filter'), chosen.join(' ') || t('all')],
    [t('notes.funnel'), await countsText(view)],
    [t('notes.unit'), `${t('unit')} ${view.without === null ? t('leftOutFew') : t('leftOut', { n: view.without })}`],
    [t('notes.small'), t('small', { limit: view.limit })],
    [t('notes.catalogue'), t('catalogueVersion', { version: catalogueVersion })],
    [
      t('notes.method'),
      `${t('method', { version: catalogueVersion })} ${view.method === null ? '' : await methodText(view.method)}`,
    ],
    [t('notes.rows'), t('notes.rowsText', { n: view.data.rows.length, hash: view.data.hash })],
    [t('notes.madeAt'), made.toISOString()],
    [t('notes.madeBy'), madeBy],
  ]
}

/** One fingerprint per row of the data, so that the office can show later which rows a figure was made of. */
const hashesOf = ({ data }: Shown, title: string): Table => ({
  columns: [{ key: 'hash', title, kind: 'code', width: 70 }],
  rows: data.rows.map((hash) => [hash]),
})
