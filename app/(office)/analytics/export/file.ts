import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import type { Row } from '@/lib/platform/table'
import { notesSheet, xlsxChunks } from '@/lib/platform/xlsx'
import type { Filter } from '../asked'
import { countsText } from '../counts-text'
import { methodText } from '../method-text'
import { tableOf } from './table-of'

type Order = { format: 'csv' | 'xlsx'; filter: Filter; made: Date; madeBy: string }

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The factor table as a file. Where it comes from goes with it: a second sheet, or lines below a CSV. */
export async function fileOf(view: AnalyticsView, order: Order) {
  const t = await getTranslations('analytics')
  const { columns, rows } = await tableOf(view)
  const facts = await notes(view, order)
  const chunks =
    order.format === 'csv'
      ? csvChunks({ columns, rows: [...rows, [], ...facts] satisfies Row[] })
      : xlsxChunks(
          [
            { name: t('exportName').slice(0, 31), table: { columns, rows } },
            notesSheet(t('notesSheet'), [t('notesFact'), t('notesContent')], facts),
          ],
          order.made,
        )
  return { chunks, name: t('exportName'), type: types[order.format] }
}

async function notes(view: AnalyticsView, { filter, made, madeBy }: Order): Promise<[string, string][]> {
  const t = await getTranslations('analytics')
  const chosen = Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return [
    [t('notes.howToRead'), t('caveat')],
    [t('notes.filter'), chosen.join(' ') || t('all')],
    [t('notes.funnel'), await countsText(view)],
    [t('notes.unit'), t('unit')],
    [t('notes.small'), t('small', { limit: view.limit })],
    [t('notes.catalogue'), t('catalogueVersion', { version: catalogueVersion })],
    [
      t('notes.method'),
      `${t('method', { version: catalogueVersion })} ${view.method === null ? '' : await methodText(view.method)}`,
    ],
    [t('notes.madeAt'), made.toISOString()],
    [t('notes.madeBy'), madeBy],
  ]
}
