import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Actor, prove } from '@/lib/core/prove'
import { answer, type Caller } from './door'

const origin = 'http://127.0.0.1:3000'
let counsellor: Actor
let office: Office

beforeAll(async () => {
  office = await openOffice()
  counsellor = office.counsellor
})

type Sent = {
  method?: string
  body?: unknown
  text?: string | Uint8Array<ArrayBuffer> | null
  headers?: Record<string, string>
  by?: Caller['by']
  actor?: Actor | undefined
}

async function send(path: string, sent: Sent = {}) {
  const { method = 'POST', body, text = body === undefined ? null : JSON.stringify(body), headers = {}, by = 'key' } = sent
  const actor = 'actor' in sent ? sent.actor : counsellor
  const carried = method === 'GET' ? null : text
  const request = new Request(`${origin}/api/v1/${path}`, {
    method,
    body: carried,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const bugs: unknown[] = []
  const response = await answer(request, { identify: async () => ({ actor, by }), origin, onBug: (error) => bugs.push(error) })
  const said = await response.text()
  return { status: response.status, headers: response.headers, bugs, json: said === '' ? undefined : JSON.parse(said) }
}

const inOffice = async (question: ReturnType<typeof sql>) => (await office.within((tx) => tx.execute(question))).rows
const eventsSoFar = async () => (await inOffice(sql`select seq from audit_events`)).length

describe('the door of /api/v1', () => {
  test('lets a command be done and answers in JSON that nobody may store, under the number the audit knows it by', async () => {
    const { status, headers, json } = await send('preferences', { body: { locale: 'en' }, headers: { 'x-request-id': 'mine' } })
    expect({ status, json }).toEqual({ status: 200, json: { locale: 'en' } })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const requestId = headers.get('x-request-id')
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await inOffice(sql`select request_id from audit_events order by seq desc limit 1`)).toEqual([
      { request_id: requestId },
    ])
  })

  test('asks strangers for a key', async () => {
    const { status, headers, json } = await send('preferences', { body: { locale: 'en' }, actor: undefined })
    expect({ status, code: json.code, asks: headers.get('www-authenticate') }).toEqual({
      status: 401,
      code: 'unauthenticated',
      asks: 'Bearer',
    })
  })

  test.each(['', 'nothing', 'preferences/', 'preferences/x', '%ff', 'cases/%E0%A4%A/move', '../v1', 'constructor', '__proto__'])(
    'knows no address %j',
    async (path) => {
      expect(await send(path, { body: {} })).toMatchObject({ status: 404, json: { code: 'no_such_path' } })
    },
  )

  test('tells that a place in a list is the `next` of the answer before', async () => {
    const english = { method: 'GET', headers: { 'accept-language': 'en' } }
    const told = ['use the `next` of the answer before, as it is.']
    expect((await send('cases?after=xyz', english)).json.fields).toEqual({ after: told })
    expect((await send('board/columns/INTAKE?after=2026-02-30.1', english)).json.fields).toEqual({ after: told })
    expect((await send('clients?before=xyz', english)).json.fields).toEqual({ before: told })
  })

  test('says which methods an address takes', async () => {
    const { status, headers } = await send('preferences', { method: 'PUT', body: {} })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' })
  })

  test.each([
    ['broken JSON', { text: '{"locale":' }, 400, 'malformed'],
    ['a list', { text: '[]' }, 400, 'not_an_object'],
    ['nothing but null', { text: 'null' }, 400, 'not_an_object'],
    ['text alone', { text: '"x"' }, 400, 'not_an_object'],
    ['bytes that are no UTF-8', { text: Uint8Array.of(0x7b, 0xff, 0x7d) }, 400, 'malformed'],
    ['a form', { text: 'locale=en', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'not_json'],
    ['JSON called text', { text: '{}', headers: { 'content-type': 'text/plain;application/json' } }, 415, 'not_json'],
    ['more than a megabyte', { text: `{"locale":"${'x'.repeat(1_048_577)}"}` }, 413, 'body_too_large'],
    ['a key with a line break in it', { body: { locale: 'en' }, headers: { 'idempotency-key': 'a b' } }, 400, 'bad_key'],
    ['twenty thousand levels', { text: `{"locale":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }, 422, 'invalid'],
    ['NUL', { body: { locale: 'en\0' } }, 422, 'invalid'],
    ['a prototype', { text: '{"locale":"en","__proto__":{"isAdmin":true}}' }, 422, 'invalid'],
    ['no body', {}, 422, 'invalid'],
  ])('refuses %s with a code of its own and changes nothing', async (_, sent, status, code) => {
    const before = await eventsSoFar()
    const refused = await send('preferences', sent)
    expect({ status: refused.status, code: refused.json.code, bugs: refused.bugs }).toEqual({ status, code, bugs: [] })
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await eventsSoFar()).toBe(before)
  })

  test('says what is wrong with each field in the language of the caller', async () => {
    const body = { locale: 'fr', more: 1 }
    const chinese = await send('preferences', { body })
    expect(chinese.json).toMatchObject({
      code: 'invalid',
      fields: { locale: ['须为其中之一：zh-CN, en。'], more: ['没有这个字段。'] },
    })
    const english = await send('preferences', { body, headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(english.json).toMatchObject({
      fields: { locale: ['This must be one of: zh-CN, en.'], more: ['There is no such field.'] },
    })
    expect((await send('preferences', { body: {} })).json.fields).toEqual({ locale: ['这一项必填。'] })
  })

  test('lets a signed-in browser write only from a page of ours, and notes who tried otherwise', async () => {
    const from = (headers: Record<string, string>) => send('preferences', { body: { locale: 'en' }, by: 'cookie', headers })
    expect((await from({ origin })).status).toBe(200)
    const before = await eventsSoFar()
    for (const foreign of ['null', 'http://evil.test', `${origin}.evil.test`, origin.replace('http:', 'https:'), '']) {
      expect(await from(foreign === '' ? {} : { origin: foreign })).toMatchObject({
        status: 403,
        json: { code: 'foreign_origin' },
      })
    }
    expect(await eventsSoFar()).toBe(before)
    expect(await inOffice(sql`select count(*)::int as n from access_log where object = 'foreign origin'`)).toEqual([{ n: 5 }])
  })

  test('does a call once under one key, however often it is made', async () => {
    const before = await eventsSoFar()
    const once = () => send('preferences', { body: { locale: 'zh-CN' }, headers: { 'idempotency-key': 'once' } })
    const answers = await Promise.all(Array.from({ length: 50 }, once))
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.locale}`))).toEqual(new Set(['200 zh-CN']))
    expect(await eventsSoFar()).toBe(before + 1)
    const other = await send('preferences', { body: { locale: 'en' }, headers: { 'idempotency-key': 'once' } })
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency_mismatch' } })
  })

  test('refuses a read-only key to write, with one line in the access log', async () => {
    const reader = prove({ ...counsellor, mayWrite: false })
    expect(await send('preferences', { body: { locale: 'en' }, actor: reader })).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    })
    expect(
      await inOffice(sql`select kind from access_log where what = 'preference.set:forbidden' and object <> 'foreign origin'`),
    ).toEqual([{ kind: 'denied' }])
  })

  test('describes itself', async () => {
    const { status, json } = await send('openapi.json', { method: 'GET', actor: undefined })
    expect(status).toBe(200)
    expect(json.openapi).toMatch(/^3\.1\./)
    expect(json.paths['/api/v1/preferences'].post).toMatchObject({ operationId: 'preference.set' })
  })
})
