import { receivedForm } from '@/app/_parts/received-file'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { isOwnOrigin } from '@/lib/core/own-origin'
import { Refusal } from '@/lib/core/refusal'
import { currentActor, wayInHere } from '@/lib/core/session'
import { sessionSettings } from '@/lib/platform/env'
import { uploadMine } from '@/lib/portal/commands'
import { refusalWord } from '@/lib/portal/refusal-word'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ requestId: string }> }
type Form = NonNullable<Awaited<ReturnType<typeof receivedForm>>>

/**
 * Takes in the pages of one document: all of a plain form at once (answered with the next page), or one by one where a script
 * shows how far each is (answered with a word). A browser too old to say where it comes from is believed.
 */
export async function POST(request: Request, { params }: Props) {
  const { requestId } = await params
  const isPage = request.headers.get('accept')?.includes('text/html') === true
  const answer = (word: string, status = 400) => (isPage ? next(requestId, word) : told(word, status))
  const actor = await currentActor()
  if (actor?.kind !== 'client') return isPage ? to(await wayInHere('/enter')) : new Response('', { status: 401 })
  if (request.headers.has('origin') && !isOwnOrigin(request, sessionSettings().origin)) return new Response('', { status: 403 })
  const form = await receivedForm(request)
  if (form === undefined) return answer('too_large', 413)
  const word = await takeIn(actor, { requestId, form, key: request.headers.get('idempotency-key') ?? undefined })
  return answer(word, word === '' ? 200 : 400)
}

type Taking = { requestId: string; form: Form; key: string | undefined }

/** The pages one after the other; those before a refused one stay. @returns the word for the refusal, empty where all are in */
async function takeIn(actor: Actor, { requestId, form: { texts, files }, key }: Taking): Promise<string> {
  const consent = texts.get('consent') === 'on' ? { consent: 'on' } : {}
  if (files.length === 0) return 'file'
  try {
    for (const { name: fileName, content } of files)
      await execute(uploadMine, actor, { requestId, fileName, content, ...consent }, { idempotencyKey: key })
    return ''
  } catch (error) {
    if (error instanceof Refusal) return refusalWord(error)
    throw error
  }
}

const to = (location: string) => new Response(null, { status: 303, headers: { location } })
const next = (requestId: string, word: string) =>
  to(word === '' ? '/portal?done=uploaded#done' : `/portal/uploads/${encodeURIComponent(requestId)}?error=${word}#fault`)
const told = (word: string, status: number) => new Response(word, { status, headers: { 'content-type': 'text/plain' } })
