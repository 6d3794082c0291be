import { getLocale, getTranslations } from 'next-intl/server'
import { refusedDownload } from '@/app/_parts/refused-download'
import { authorityTextVersion } from '@/lib/clients/authority-text'
import { Refusal } from '@/lib/core/refusal'
import { requireClient } from '@/lib/core/session'
import { withOfficeNumber } from '@/lib/letters/office-note'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { pdfOf } from '@/lib/platform/pdf'
import { authorityPaper } from '@/lib/portal/authority-paper'
import { myAuthority } from '@/lib/portal/consents.queries'
import { frame } from '@/lib/portal/frame.queries'
import { revokedWords, signedTime } from '../signed-time'

type Context = { params: Promise<{ authorisationId: string }> }

/** The record of my signature as a PDF, at an address of its own: phones open and keep that, unlike what a script makes. */
export async function GET(request: Request, { params }: Context) {
  const [actor, t, language] = [await requireClient(), await getTranslations('consents'), await getLocale()]
  try {
    const { text, ...signed } = await myAuthority(actor, await params)
    if (text === null) throw new Refusal('not_found')
    const [time, revoked] = [await signedTime(signed, actor.timeZone), await revokedWords(signed, actor.timeZone)]
    const word = (name: 'receipt' | 'reference' | 'time' | 'signedName' | 'hash' | 'record') => t(`authority.${name}`)
    const words = {
      ...{ receipt: word('receipt'), reference: word('reference'), time: word('time'), signedName: word('signedName') },
      ...{ hash: word('hash'), record: word('record'), version: t('version', { version: authorityTextVersion }) },
    }
    const office = { organisation: actor.organisationName, phone: (await frame(actor)).phone }
    const paper = authorityPaper({ ...signed, text, time, revoked }, words, language)
    const pdf = await pdfOf(withOfficeNumber(paper, office, language), now())
    return new Response(pdf, { headers: downloadHeaders(`${t('authority.receipt')}.pdf`, 'application/pdf', 'authority.pdf') })
  } catch (error) {
    if (error instanceof Refusal) return refusedDownload(request, error)
    throw error
  }
}
