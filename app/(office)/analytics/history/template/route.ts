import { getLocale } from 'next-intl/server'
import { refusedDownload } from '@/app/_parts/refused-download'
import { answerOf } from '@/lib/core/action'
import { expectMay } from '@/lib/core/expect-may'
import { Refusal } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'
import { historyTemplate } from '@/lib/history/template'
import { messages } from '@/lib/i18n/catalogue'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'

/** An empty table with every column that can be read, and a sheet that says how each is filled in. */
export async function GET(request: Request) {
  const [actor, locale] = [await requireStaff(), await getLocale()]
  const asked = await answerOf(() => expectMay(actor, 'history.start'))
  if (!asked.ok) return refusedDownload(request, new Refusal('not_found'))
  const { chunks, type } = historyTemplate(locale, now())
  return new Response(streamOf(chunks), { headers: downloadHeaders(`${messages[locale].history.sheet}.xlsx`, type) })
}
