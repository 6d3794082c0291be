import { receivedForm } from '@/app/_parts/received-file'
import { keepTyped } from '@/app/(portal)/typed'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { isOwnOrigin } from '@/lib/core/own-origin'
import { Refusal } from '@/lib/core/refusal'
import { currentActor, wayInHere } from '@/lib/core/session'
import { sessionSettings } from '@/lib/platform/env'
import { uploadMine } from '@/lib/portal/commands'
import { refusalWord } from '@/lib/portal/refusal-word'
import { linesOf, type NotTaken } from '../not-taken'

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
  const answer = (word: string, status?: number) => (isPage ? next(requestId, word) : told(word, status))
  const actor = await currentActor()
  if (actor?.kind !== 'client') return isPage ? to(await wayInHere('/enter')) : new Response('', { status: 401 })
  if (request.headers.has('origin') && !isOwnOrigin(request, sessionSettings().origin)) return new Response('', { status: 403 })
  const form = await receivedForm(request)
  if (form === undefined) return answer('too_large', 413)
  const notTaken = await takeIn(actor, { requestId, form, key: request.headers.get('idempotency-key') ?? undefined })
  await keepNotTaken(actor, { requestId, sent: form.files.length, notTaken })
  return answer(notTaken[0]?.word ?? '')
}

type Taking = { requestId: string; form: Form; key: string | undefined }

/** The pages one after the other; one that is refused keeps out no other. @returns those that were refused */
async function takeIn(actor: Actor, { requestId, form: { texts, files }, key }: Taking): Promise<NotTaken[]> {
  const consent = texts.get('consent') === 'on' ? { consent: 'on' } : {}
  const notTaken: NotTaken[] = files.length === 0 ? [{ name: '', word: 'file' }] : []
  for (const { name, content } of files) {
    const page = { requestId, fileName: name, content, ...consent }
    const word = await execute(uploadMine, actor, page, { idempotencyKey: key }).then(() => undefined, wordOf)
    if (word !== undefined) notTaken.push({ name, word })
  }
  return notTaken
}

function wordOf(error: unknown): string {
  if (error instanceof Refusal) return refusalWord(error)
  throw error
}

type Taken = { requestId: string; sent: number; notTaken: NotTaken[] }

/** Which of several it was is told by name. */
async function keepNotTaken(actor: Actor, { requestId, sent, notTaken }: Taken) {
  const values = { sent: String(sent), taken: String(sent - notTaken.length), notTaken: linesOf(notTaken) }
  if (sent > 1 && notTaken.length > 0) await keepTyped({ form: `/portal/uploads/${requestId}`, whose: actor.id, values })
}

const to = (location: string) => new Response(null, { status: 303, headers: { location } })
const next = (requestId: string, word: string) =>
  to(word === '' ? '/portal?done=uploaded#done' : `/portal/uploads/${encodeURIComponent(requestId)}?error=${word}#fault`)
const told = (word: string, status = word === '' ? 200 : 400) =>
  new Response(word, { status, headers: { 'content-type': 'text/plain' } })
