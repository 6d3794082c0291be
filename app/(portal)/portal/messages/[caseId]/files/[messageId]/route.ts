import { refusedDownload } from '@/app/_parts/refused-download'
import { found, Refusal } from '@/lib/core/refusal'
import { requireClient } from '@/lib/core/session'
import { keptFiles } from '@/lib/evidence/kept-files'
import { attachment } from '@/lib/messages/attachment.queries'
import { downloadHeaders } from '@/lib/platform/file-headers'

type Context = { params: Promise<{ caseId: string; messageId: string }> }

/** Hands over the file that came along with a message. */
export async function GET(request: Request, { params }: Context) {
  const [actor, { messageId }] = [await requireClient(), await params]
  try {
    const { hash, name, kind } = await attachment(actor, { messageId })
    const bytes = found(await keptFiles().read(actor.organisationId, hash))
    return new Response(Buffer.from(bytes), { headers: downloadHeaders(name, kind) })
  } catch (error) {
    if (error instanceof Refusal) return refusedDownload(request, error)
    throw error
  }
}
