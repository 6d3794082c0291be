import { getLocale } from 'next-intl/server'
import { paperResponse } from '@/app/api/paper-response'
import { found } from '@/lib/core/refusal'
import { requireClient } from '@/lib/core/session'
import { withOfficeNumber } from '@/lib/letters/office-note'
import { frame } from '@/lib/portal/frame.queries'
import { proposal } from '@/lib/portal/proposal.queries'
import { receiptOf } from '@/lib/portal/receipt'

type Context = { params: Promise<{ versionId: string }> }

/** The receipt of my confirmation as a PDF, at an address of its own. */
export async function GET(request: Request, { params }: Context) {
  const [{ timeZone }, language, { versionId }] = [await requireClient(), await getLocale(), await params]
  return paperResponse(request, 'pdf', async (actor) => {
    const receipt = found((await proposal(actor, { versionId })).receipt ?? undefined)
    const office = { organisation: actor.organisationName, phone: (await frame(actor)).phone }
    const paper = withOfficeNumber(receiptOf(receipt, language, timeZone), office, language)
    return { name: `${receipt.caseNo}-receipt`, paper }
  })
}
