import { getLocale } from 'next-intl/server'
import { exportResponse } from '@/app/_parts/export-response'
import { refusedDownload } from '@/app/_parts/refused-download'
import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'
import { reportFile, reportFormats } from '@/lib/reports/file'
import { reportExport } from '@/lib/reports/queries'
import { type ReportId, reportIds } from '@/lib/reports/registry'
import { unlessTooLong } from '@/lib/reports/too-long'
import { askedOf } from '../asked'

type Context = { params: Promise<{ kind: string }> }

/** A table of single records, or a report, as a file. */
export async function GET(request: Request, { params }: Context) {
  const [actor, { kind }] = [await requireStaff(), await params]
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const report = reportIds.find((id) => id === kind)
  try {
    if (report !== undefined) return await reportResponse(actor, report, search)
    return await exportResponse(actor, { kind, format: search['format'] ?? null })
  } catch (error) {
    if (error instanceof Refusal) return refusedDownload(request, error)
    throw error
  }
}

async function reportResponse(actor: Actor, report: ReportId, search: Record<string, string>) {
  const [locale, made] = [await getLocale(), now()]
  const format = reportFormats.find((name) => name === (search['format'] ?? 'csv'))
  if (format === undefined) throw new Refusal('invalid', { fields: { format: ['choice'] }, formats: reportFormats })
  const table = await unlessTooLong(reportExport(actor, { report, ...askedOf(search) }, made))
  if (table === undefined) throw new Refusal('rule', { why: 'report_too_long' })
  const { chunks, name, type } = reportFile(table, format, { locale, made, madeBy: actor.name })
  return new Response(streamOf(chunks), {
    headers: downloadHeaders(`${name}-${civilDateIn(made, actor.timeZone)}.${format}`, type),
  })
}
