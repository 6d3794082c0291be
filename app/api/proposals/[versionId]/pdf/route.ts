import { Refusal, refusalStatus } from '@/lib/core/refusal'
import { actorOfRequest } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { getLetter } from '@/lib/proposals/letter.queries'
import { proposalPdf } from '@/lib/proposals/letter-pdf'

type Context = { params: Promise<{ versionId: string }> }

/** The letter of a version as a file, exactly as it is kept. */
export async function GET(request: Request, { params }: Context) {
  const [{ actor }, { versionId }] = [await actorOfRequest(request), await params]
  try {
    if (actor === undefined) throw new Refusal('unauthenticated')
    const letter = await getLetter(actor, { versionId })
    const pdf = await proposalPdf(letter, now())
    return new Response(pdf, { headers: downloadHeaders(`${letter.caseNo}-v${letter.number}.pdf`, 'application/pdf') })
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ code: error.code }, { status: refusalStatus[error.code] })
    throw error
  }
}
