import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { listCreditors } from '@/lib/creditors/queries'
import { csvChunks } from '@/lib/platform/csv'
import { pdfOf } from '@/lib/platform/pdf'
import { xlsxChunks } from '@/lib/platform/xlsx'
import { csvRows } from './csv-rows'
import { notes } from './notes'
import { paperOf, type Shown } from './paper'
import { sheetsOf } from './sheets'
import { tableOf } from './table-of'

export const analyticsFormats = ['csv', 'xlsx', 'pdf'] as const
type Format = (typeof analyticsFormats)[number]
type Order = { format: Format; made: Date; actor: Actor }
type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>>

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** The analytics as a file. Where it comes from goes with it: lines below a CSV, a second sheet, the end of a report. */
export async function fileOf(view: Shown, order: Order) {
  const t = await getTranslations('analytics')
  return { chunks: await writers[order.format](view, order), name: t('exportName'), type: types[order.format] }
}

const writers: Record<Format, (view: Shown, order: Order) => Promise<Chunks>> = {
  async csv(view, { made, actor }) {
    const t = await getTranslations('analytics')
    const [{ columns, rows }, facts] = [await tableOf(view), await factsOf(view, { made, actor })]
    return csvChunks({ columns, rows: csvRows({ rows, facts, hashesTitle: t('notes.rows'), hashes: view.data.rows }) })
  },
  async xlsx(view, { made, actor }) {
    return xlsxChunks(await sheetsOf(view, await factsOf(view, { made, actor })), made)
  },
  async pdf(view, { made, actor }) {
    const { creditors } = await listCreditors(actor)
    // Set before anything is sent, so that what goes wrong is an error and not half a file.
    return whole(await pdfOf(await paperOf(view, { made, maker: actor, creditors }), made))
  },
}

async function factsOf(view: Shown, { made, actor }: Omit<Order, 'format'>) {
  const { creditors } = await listCreditors(actor)
  return notes(view, { made, madeBy: actor.name, creditors })
}

async function* whole(bytes: Uint8Array<ArrayBuffer>) {
  yield bytes
}
