import { hasRole } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { requireClient } from '@/lib/core/session'
import { keptFiles } from '@/lib/evidence/kept-files'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { openMyReceipt } from '@/lib/portal/commands'
import { paper } from '@/lib/portal/paper.queries'

type Context = { params: Promise<{ agreementId: string }> }

/**
 * Hands over the lender's paper and notes that the client opened it: a form posts here, so that it works without JavaScript.
 * Whoever reads it for them has not opened it in their place.
 */
export async function POST(_: Request, { params }: Context) {
  const [actor, { agreementId }] = [await requireClient(), await params]
  try {
    const { hash, name, kind } = await paper(actor, { agreementId })
    const bytes = found(await keptFiles().read(actor.organisationId, hash))
    if (hasRole(actor, 'CLIENT')) await execute(openMyReceipt, actor, { agreementId })
    return new Response(Buffer.from(bytes), { headers: downloadHeaders(name, kind) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, { status: 303, headers: { location: '/portal?error=other#fault' } })
  }
}
