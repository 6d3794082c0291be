import { refusedDownload } from '@/app/_parts/refused-download'
import { analyticsExport } from '@/lib/analytics/queries'
import { Refusal } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'
import { filterOf, unknownIn } from '../asked'
import { analyticsFormats, fileOf } from './file'

/** The analytics as they may leave the team: CSV by default, a workbook (`?format=xlsx`) or a report to read (`?format=pdf`). */
export async function GET(request: Request) {
  const actor = await requireStaff()
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const [filter, made] = [filterOf(params), now()]
  try {
    // A file of the whole office under the name of a part of it would be believed.
    if (unknownIn(params).length > 0) throw new Refusal('invalid')
    const view = await analyticsExport(actor, filter, made)
    const format = analyticsFormats.find((one) => one === params['format']) ?? 'csv'
    const file = await fileOf(view, { format, made, actor })
    const name = `${file.name}-${civilDateIn(made, actor.timeZone)}.${format}`
    return new Response(streamOf(file.chunks), { headers: downloadHeaders(name, file.type) })
  } catch (error) {
    if (error instanceof Refusal) return refusedDownload(request, error)
    throw error
  }
}
