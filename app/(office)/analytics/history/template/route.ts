import { getLocale } from 'next-intl/server'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { historyTemplate } from '@/lib/history/template'
import { messages } from '@/lib/i18n/catalogue'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'

/** An empty table with every column that can be read, and a sheet that says how each is filled in. */
export async function GET() {
  const [actor, locale] = [await requireStaff(), await getLocale()]
  if (!mayDo(actor, 'history.start')) return new Response(null, { status: 404 })
  const { chunks, type } = historyTemplate(locale, now())
  return new Response(streamOf(chunks), { headers: downloadHeaders(`${messages[locale].history.sheet}.xlsx`, type) })
}
