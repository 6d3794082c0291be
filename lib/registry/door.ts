import { randomUUID } from 'node:crypto'
import type { Locale } from '@/db/vocabulary'
import { logDenial } from '@/lib/core/access-log'
import type { Actor } from '@/lib/core/actor'
import { isDatabaseTrouble } from '@/lib/core/database-trouble'
import { isOwnOrigin } from '@/lib/core/own-origin'
import { RawJson } from '@/lib/core/raw-json'
import { now as clock } from '@/lib/platform/clock'
import { bodyLimit, fileLimit, readBody } from './body'
import { DoorRefusal } from './door-refusal'
import { FileAnswer } from './file-answer'
import { fromQueryString } from './from-query-string'
import { matcher } from './match'
import { openApi } from './openapi'
import { type Operation, operations } from './operations'
import { type Failed, problemResponse } from './problem'

export type Caller = { actor: Actor | undefined; by: 'key' | 'cookie' }
/** What the door needs to know of its surroundings: who is calling, and the origin our own pages have. */
export type Surroundings = {
  identify: (request: Request) => Promise<Caller>
  origin: string
  onBug?: (error: unknown, requestId: string) => void
}

const prefix = '/api/v1/'
const find = matcher(operations)

/** Answers one call of /api/v1: finds what is meant, knows who asks, lets it be done, and says how it went. */
export async function answer(request: Request, surroundings: Surroundings): Promise<Response> {
  const call: Failed = { locale: localeOf(request), requestId: randomUUID() }
  const response = await attempt(request, surroundings, call).catch((error: unknown) => {
    const problem = problemResponse(error, call)
    if (problem.status >= 500) surroundings.onBug?.(error, call.requestId)
    return problem
  })
  for (const [name, value] of fixedHeaders) response.headers.set(name, value)
  response.headers.set('x-request-id', call.requestId)
  return response
}

/** An answer is kept nowhere, is nothing but what it says it is, and no page. */
const fixedHeaders = [
  ['cache-control', 'private, no-store'],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ['cross-origin-resource-policy', 'same-origin'],
] as const

async function attempt(request: Request, { identify, origin }: Surroundings, call: Failed): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname.slice(prefix.length)
  if (path === 'openapi.json' && isReading(request)) return Response.json(openApi())

  const { operation, fields } = whatIsMeant(path, request)
  call.input = operation.input
  const { actor, by } = await identify(request)
  if (actor === undefined) throw new DoorRefusal('unauthenticated')
  call.locale = localeOf(request, actor)
  await refuseForeignPage({ request, origin, by, actor, operation })

  const given =
    operation.method === 'GET'
      ? fromQueryString(operation.input, url.searchParams)
      : await readBody(request, operation.takesFile ? fileLimit : bodyLimit)
  call.values = { ...given, ...fields }
  const idempotencyKey = operation.kind === 'command' ? keyOf(request) : undefined
  const perform = () => operation.perform(actor, call.values, { idempotencyKey, requestId: call.requestId })
  return told(await (idempotencyKey === undefined ? perform() : again(perform)), operation)
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

function whatIsMeant(path: string, request: Request) {
  const found = find(path)
  if (found === undefined) throw new DoorRefusal('no_such_path')
  const operation = found.methods.get(isReading(request) ? 'GET' : request.method)
  if (operation === undefined) throw new DoorRefusal('wrong_method', { allow: [...found.methods.keys()].join(', ') })
  return { operation, fields: found.fields }
}

/** A browser sends the session cookie for anybody's page: a write must come from a page of ours. */
async function refuseForeignPage(call: {
  request: Request
  origin: string
  by: Caller['by']
  actor: Actor
  operation: Operation
}) {
  const { request, origin, by, actor, operation } = call
  if (by === 'key' || isReading(request) || isOwnOrigin(request, origin)) return
  await logDenial(actor, operation.name, { code: 'forbidden', object: 'foreign origin', now: clock() })
  throw new DoorRefusal('foreign_origin')
}

function keyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new DoorRefusal('bad_key')
  return key
}

const tries = 3

/** What carries a key is harmless to repeat: a database that let go is asked again before the caller hears of it. */
async function again<T>(perform: () => Promise<T>, tried = 1): Promise<T> {
  try {
    return await perform()
  } catch (error) {
    if (tried === tries || !isDatabaseTrouble(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, 40 * 3 ** tried))
    return again(perform, tried + 1)
  }
}

const encoder = new TextEncoder()

function told(output: unknown, { creates }: Operation): Response {
  if (output instanceof FileAnswer) return output.response()
  const text = output instanceof RawJson ? output.text : JSON.stringify(output ?? null)
  // As bytes: a body of text is first looked through for what is no Unicode, which a board of five hundred cards notices.
  return new Response(encoder.encode(text), { status: creates ? 201 : 200, headers: { 'content-type': 'application/json' } })
}

/** The language asked for, else the account's own, else Chinese. */
function localeOf(request: Request, actor?: Actor): Locale {
  const asked = /^(zh|en)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1]?.toLowerCase()
  if (asked === undefined) return actor?.locale ?? 'zh-CN'
  return asked === 'en' ? 'en' : 'zh-CN'
}
