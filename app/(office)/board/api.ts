import type { GuardName } from '@/lib/cases/guards'

/** What the API says when it says no: a stable code, a sentence in the user's language, and what explains it. */
export type Problem = {
  code: string
  detail: string
  why?: string
  missing?: GuardName[]
  clientId?: string
  /** What is wrong with each field, as sentences. */
  fields?: Record<string, string[]>
}
/** Done, refused with a reason, or lost on the way: then nobody knows, and the same key makes a repeat harmless. */
export type Answer<Value> = { kind: 'done'; value: Value } | { kind: 'refused'; problem: Problem } | { kind: 'lost' }

/** Why not, in words: what is wrong with the fields, where it is a field, for nothing is marked on a board. */
export const toldOf = ({ detail, fields = {} }: Problem): string => Object.values(fields).flat().join(' ') || detail

const base = '/api/v1/'

export const ask = <Value>(path: string): Promise<Answer<Value>> => call(path, {})

/** Tells the server to do something. Moves go this way rather than through an action: one small answer, no new page. */
export const tell = <Value>(path: string, body: object, key = newKey()): Promise<Answer<Value>> =>
  call(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  })

/** A key of its own for one intention, however often it is sent. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

async function call<Value>(path: string, init: RequestInit): Promise<Answer<Value>> {
  const headers = { ...init.headers, 'accept-language': document.documentElement.lang }
  try {
    const response = await fetch(base + path, { ...init, headers, signal: AbortSignal.timeout(15_000) })
    if (response.status >= 500) return { kind: 'lost' }
    const body = await response.json()
    return response.ok ? { kind: 'done', value: body } : { kind: 'refused', problem: body }
  } catch {
    return { kind: 'lost' }
  }
}
