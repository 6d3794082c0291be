import { getLocale } from 'next-intl/server'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { messages } from '@/lib/i18n/catalogue'
import { templateFile } from '@/lib/imports/template'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'

/** An empty table with every column that can be read, and a sheet that says how each is filled in. */
export async function GET() {
  const [actor, locale] = [await requireStaff(), await getLocale()]
  if (!mayDo(actor, 'import.start')) return new Response(null, { status: 404 })
  const { chunks, type } = templateFile(locale, now())
  return new Response(streamOf(chunks), { headers: downloadHeaders(`${messages[locale].imports.title}.xlsx`, type) })
}
