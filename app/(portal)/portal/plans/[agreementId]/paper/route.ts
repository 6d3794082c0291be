import { getLocale } from 'next-intl/server'
import { paperResponse } from '@/app/api/paper-response'
import { Refusal } from '@/lib/core/refusal'
import { requireClient } from '@/lib/core/session'
import { withOfficeNumber } from '@/lib/letters/office-note'
import { planPaper } from '@/lib/letters/papers'
import { frame } from '@/lib/portal/frame.queries'
import { plan } from '@/lib/portal/plan.queries'
import { settlesText } from '@/lib/portal/settles-text'
import { planFacts } from '@/lib/proposals/letter-facts'

type Context = { params: Promise<{ agreementId: string }> }

/** The plan both sides agreed on as a PDF; one that is not agreed yet has none. */
export async function GET(request: Request, { params }: Context) {
  const [, language, { agreementId }] = [await requireClient(), await getLocale(), await params]
  return paperResponse(request, 'pdf', async (actor) => {
    const { status, caseNo, product, creditor: lender, contracts, ...agreed } = await plan(actor, { agreementId })
    if (status === 'DRAFT') throw new Refusal('not_found')
    const { schedule: rows, total, interest } = agreed
    const paid = planFacts({ rows, total, interest, last: rows.at(-1)?.due ?? '' })
    const contractTail = contracts.join(language === 'en' ? ', ' : '、')
    const settles = settlesText(agreed.settles, language)
    const paper = planPaper({ language, caseNo, product, lender, contractTail, plan: paid, isAgreed: true, settles })
    const office = { organisation: actor.organisationName, phone: (await frame(actor)).phone }
    return { name: `${caseNo}-plan`, paper: withOfficeNumber(paper, office, language) }
  })
}
