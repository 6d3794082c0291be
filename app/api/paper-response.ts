import { refusedDownload } from '@/app/_parts/refused-download'
import { locales } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { actorOfRequest } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { docxOf } from '@/lib/platform/docx'
import { downloadHeaders } from '@/lib/platform/file-headers'
import type { Paper } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'

const formats = new Map([
  ['pdf', { of: pdfOf, type: 'application/pdf' }],
  ['docx', { of: docxOf, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }],
])

/** The language a paper was asked for in (`?language=`), else the reader's own. */
export function languageOf(request: Request, actor: Actor) {
  const asked = new URL(request.url).searchParams.get('language')
  return locales.find((locale) => locale === asked) ?? actor.locale
}

/** A paper as the file that was asked for; `name` is without its ending. */
export async function paperResponse(
  request: Request,
  format: string,
  read: (actor: Actor) => Promise<{ name: string; paper: Paper }>,
): Promise<Response> {
  const wanted = formats.get(format)
  const { actor } = await actorOfRequest(request)
  try {
    if (actor === undefined) throw new Refusal('unauthenticated')
    if (wanted === undefined) throw new Refusal('not_found')
    const { name, paper } = await read(actor)
    const bytes = await wanted.of(paper, now())
    return new Response(bytes, { headers: downloadHeaders(`${name}.${format}`, wanted.type) })
  } catch (error) {
    if (error instanceof Refusal) return refusedDownload(request, error)
    throw error
  }
}
