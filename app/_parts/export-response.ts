import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { download } from '@/lib/exports/download'
import { exportFormats, exportKinds } from '@/lib/exports/kinds'
import { now } from '@/lib/platform/clock'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'

/**
 * Streams an export as a file.
 * @throws Refusal, before anything is sent
 */
export async function exportResponse(actor: Actor, asked: { kind: string; format: string | null }) {
  const kind = exportKinds.find((name) => name === asked.kind)
  const format = exportFormats.find((name) => name === (asked.format ?? 'csv'))
  if (kind === undefined) throw new Refusal('not_found')
  if (format === undefined) throw new Refusal('invalid', { fields: { format: ['choice'] }, formats: exportFormats })
  const { chunks, fileName, contentType } = await download(actor, { kind, format, locale: await getLocale() }, now())
  return new Response(streamOf(chunks), { headers: downloadHeaders(fileName, contentType) })
}
