import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import { isOwnOrigin } from '@/lib/core/own-origin'
import type { CommandName } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import { currentActor, wayInHere } from '@/lib/core/session'
import { sessionSettings } from '@/lib/platform/env'
import { deviceOf } from '@/lib/portal/device'
import { isDoneAlready, refusalWord } from '@/lib/portal/refusal-word'
import { clientHere } from './client-here'
import { type Kept, keptPage } from './kept-page'
import { readerHere } from './reader-here'
import { largestText, receivedOrCut } from './received-or-cut'
import { forgetTyped, keepEnded, keepTyped } from './typed'

type Values = Record<string, string>
type Places = {
  /** Where thanks are said. */
  done: (values: Values) => string
  /** Where the form stands, to say what to mend. */
  form: (values: Values) => string
  /** What was written is worth keeping without the file that is not taken. */
  isWorthAlone?: boolean
  /** What was written is given back where the session ended meanwhile. */
  givesBack?: boolean
  /** The refusal that says it was done before: to who tapped twice, it is done. */
  repeated?: string
  /** A signature, of which the device is kept in words. */
  isSigned?: boolean
  /** Words of this form's own, by the usual ones. */
  words?: Readonly<Record<string, string>>
}
type AnyCommand<Input extends z.ZodType> = Command<CommandName, Input, unknown>

/** Turns a command into the action of a plain HTML form, which works without JavaScript and answers by redirecting. */
export const clientForm =
  <Input extends z.ZodType>(command: AnyCommand<Input>, places: Places) =>
  async (data: FormData) => {
    const values = { ...(await valuesOf(data)), ...(places.isSigned && { device: await deviceInHand() }) }
    if ((await currentActor()) === undefined) await keepEnded({ form: places.form(values), values })
    redirect((await outcomeOf(command, await clientHere(), { places, values, isCut: false })).place)
  }

const deviceInHand = async () => deviceOf((await headers()).get('user-agent') ?? '')

/**
 * The same for a form that brings a file, as a route of its own: what is larger than the framework takes would end an action
 * without a word. Here it ends in a sentence, with what was typed before it. Ids are in the address. A browser too old to say where it comes from is
 * believed.
 */
export const clientPost =
  <Input extends z.ZodType>(command: AnyCommand<Input>, places: Places) =>
  async (request: Request, { params }: { params: Promise<Values> }): Promise<Response> => {
    if (request.headers.has('origin') && !isOwnOrigin(request, sessionSettings().origin)) return new Response('', { status: 403 })
    const actor = await currentActor()
    if (actor === undefined) return afterEnd(request, places, await params)
    if (actor.kind !== 'client') return to(await wayInHere('/enter'))
    const { data, isCut } = await receivedOrCut(request)
    const values = { ...(await valuesOf(data)), ...(await params) }
    return answerTo(request, values, await outcomeOf(command, actor, { places, values, isCut }))
  }

/** What is too long comes back whole: an address cannot hold it. */
const answerTo = (request: Request, { body = '' }: Values, { place, word }: Outcome) =>
  word === 'tooLong' ? keptIn(request, { door: null, body }) : to(place)

/** Reads no more of what a stranger sends than what can be typed. */
async function givenBack(request: Request): Promise<Response> {
  const [{ data }, door] = [await receivedOrCut(request, largestText), await wayInHere('/enter')]
  const body = data.get('body')
  if (typeof body !== 'string' || body.trim() === '') return to(door)
  return keptIn(request, { door, body })
}

const afterEnd = (request: Request, places: Places, params: Values) =>
  places.givesBack ? givenBack(request) : keptForLater(request, places, params)

async function keptForLater(request: Request, { form }: Places, params: Values): Promise<Response> {
  const [{ data }, door] = [await receivedOrCut(request, largestText), await wayInHere('/enter')]
  const values = { ...textsOf(data), ...params }
  await keepEnded({ form: form(values), values })
  return to(door)
}

const textsOf = (data: FormData): Values =>
  Object.fromEntries([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

async function keptIn(request: Request, kept: Omit<Kept, 'action'>) {
  const page = keptPage(await readerHere(), { ...kept, action: new URL(request.url).pathname })
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' } })
}

const to = (location: string) => new Response(null, { status: 303, headers: { location } })

type Sent = {
  places: Places
  values: Values
  /** The file was too large to be read, and is not among the values. */
  isCut: boolean
}

/** Where to go on after a form, and the word for what was wrong with it. */
type Outcome = { place: string; word?: string }

/** Does what a form asks for. What is wrong is told at the top of the page, which the address leads to also where no script runs. */
async function outcomeOf<Input extends z.ZodType>(command: AnyCommand<Input>, actor: Actor, sent: Sent): Promise<Outcome> {
  const { places, isCut } = sent
  const { whose: _, ...values } = sent.values
  const { done, form, isWorthAlone = false, words = {} } = places
  const send = (some: Values) => execute(command, actor, some).then(() => undefined, refusalIn)
  const refusal = isCut ? new Refusal('too_large', { problem: 'too_large' }) : await send(values)
  if (refusal === undefined || isDoneAlready(refusal) || isRepeated(refusal, places)) {
    await forgetTyped()
    return { place: thanking(done(values)) }
  }
  const alone = isWorthAlone && isOfFile(refusal) ? await send(withoutFile(values)) : refusal
  if (alone === undefined) return { place: `${done(values)}&error=${refusalWord(refusal)}#fault` }
  const usual = isTooLong(alone) ? refusalWord(alone) : refusalWord(refusal)
  const word = words[usual] ?? usual
  await keepTyped({ form: form(values), whose: actor.id, values })
  return { place: `${form(values)}?error=${word}#fault`, word }
}

const isRepeated = ({ details }: Refusal, { repeated }: Places) => repeated !== undefined && details['why'] === repeated

/** Told before what is wrong with the file: what was typed would not be kept otherwise. */
const isTooLong = (refusal: Refusal) => refusalWord(refusal) === 'tooLong'

/** Thanks are led to as faults are. */
const thanking = (place: string) => (place.includes('?done=') ? `${place}#done` : place)

function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

const isOfFile = (refusal: Refusal) => refusal.details['problem'] !== undefined || refusalWord(refusal) === 'too_large'

const withoutFile = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'fileName' && name !== 'content'))

/** The fields of a form as text, without those that the framework adds; a file becomes its name and its content in base64. */
async function valuesOf(data: FormData): Promise<Values> {
  const values: Values = {}
  for (const [name, value] of data) {
    if (name.startsWith('$ACTION')) continue
    if (typeof value === 'string') values[name] = value
    else Object.assign(values, { fileName: value.name, content: Buffer.from(await value.arrayBuffer()).toString('base64') })
  }
  return values
}
