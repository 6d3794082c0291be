import { getLocale } from 'next-intl/server'
import { requireClient } from '@/lib/core/session'
import { keptFiles } from '@/lib/evidence/kept-files'
import { withOfficeNumber } from '@/lib/letters/office-note'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { pdfOf } from '@/lib/platform/pdf'
import { streamOf } from '@/lib/platform/stream'
import { zipChunks } from '@/lib/platform/zip-write'
import { frame } from '@/lib/portal/frame.queries'
import { myExport } from '@/lib/rights/export.queries'
import { packageOf } from '@/lib/rights/package'
import { summaryPaper } from '@/lib/rights/summary-paper'
import { summaryOf } from './summary'

/** Everything we hold about the client, with their files, as one archive under a real address. */
export async function GET() {
  const actor = await requireClient()
  const data = await myExport(actor)
  const store = keptFiles()
  const files = await Promise.all(
    data.files.map(async ({ id, name, hash }) => ({
      ...{ id, name },
      bytes: (hash === null ? undefined : await store.read(actor.organisationId, hash)) ?? new Uint8Array(),
    })),
  )
  const taken = { at: data.exportedAt, timeZone: actor.timeZone }
  const [language, { phone }] = [await getLocale(), await frame(actor)]
  const paper = summaryPaper(await summaryOf(actor), language, taken)
  const summary = await pdfOf(withOfficeNumber(paper, { organisation: actor.organisationName, phone }, language), now())
  const chunks = zipChunks(packageOf({ data, summary, files }), now())
  return new Response(streamOf(chunks), { headers: downloadHeaders(`${paper.reference}.zip`, 'application/zip') })
}
