import { locales } from '@/db/vocabulary'
import { conductComplaint } from '@/lib/conduct/queries'
import { Refusal, refusalStatus } from '@/lib/core/refusal'
import { actorOfRequest } from '@/lib/core/session'
import { letterPdf } from '@/lib/letters/letter-paper'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'

type Context = { params: Promise<{ entryId: string }> }

/** A complaint about one contact as a file to send; one that has gaps or words that cannot stand gives none. */
export async function GET(request: Request, { params }: Context) {
  const [{ actor }, { entryId }] = [await actorOfRequest(request), await params]
  const language = new URL(request.url).searchParams.get('language')
  try {
    if (actor === undefined) throw new Refusal('unauthenticated')
    const locale = locales.find((one) => one === language) ?? 'zh-CN'
    const { letter, faults, caseNo } = await conductComplaint(actor, { entryId, locale })
    if (faults.length > 0) throw new Refusal('rule', { why: 'letter', findings: faults })
    const pdf = await letterPdf({ letter, caseNo, schedules: [] }, now())
    return new Response(pdf, { headers: downloadHeaders(`${caseNo}-complaint.pdf`, 'application/pdf') })
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ code: error.code }, { status: refusalStatus[error.code] })
    throw error
  }
}
