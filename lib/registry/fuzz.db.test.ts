import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { inputFor } from '@/db/testing/arbitrary'
import { aChain, type Chain } from '@/db/testing/chain'
import { clientActor, type Office } from '@/db/testing/factories'
import { samples } from '@/db/testing/samples'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { takeEverythingBack } from '@/db/testing/take-back'
import { watchChanges } from '@/db/testing/watch'
import type { Actor } from '@/lib/core/prove'
import { answer } from './door'
import { inputSchema } from './from-query-string'
import { type Operation, operations } from './operations'

const origin = 'http://127.0.0.1:3000'
const runs = 20
const folder = mkdtempSync(join(tmpdir(), 'parley-fuzz-'))
const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
let office: Office
let chain: Chain
let client: Actor
let changes: () => Promise<number>

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
  chain = await aChain(office, office.counsellor, '赵一鸣')
  client = clientActor(office, { id: chain.ids.clientId, name: chain.name })
  await owner.connect()
  changes = await watchChanges(owner)
})
afterAll(async () => {
  await owner.end()
  rmSync(folder, { recursive: true })
})

/** Somebody who may do it, so that what is sent is looked at and not only who sends it. */
function whoMay({ roles }: Operation): Actor {
  if (roles.includes('SUPERVISOR')) return office.supervisor
  return roles.includes('CLIENT') ? client : office.admin
}

async function send(
  operation: Operation,
  { path, body, type = 'application/json' }: { path: string; body: string | null; type?: string },
) {
  const request = new Request(`${origin}/api/v1/${path}`, { method: operation.method, body, headers: { 'content-type': type } })
  const bugs: unknown[] = []
  const identify = async () => ({ actor: whoMay(operation), by: 'key' as const })
  const response = await answer(request, { identify, origin, onBug: (error) => bugs.push(error) })
  return { status: response.status, said: await response.text(), bugs }
}

/** The call these values make: path fields in the path, the rest in the query string or the body. */
function callOf({ path, method }: Operation, values: Record<string, unknown>) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field)
  const segment = (field: string) => encodeURIComponent(asText(values[field]).replace(/\p{Surrogate}/gu, '\ufffd')) || '-'
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => segment(field))
  const rest = Object.entries(values).filter(([field]) => !inPath.includes(field))
  if (method !== 'GET') return { path: filled, body: JSON.stringify(Object.fromEntries(rest)) }
  return { path: `${filled}?${new URLSearchParams(rest.map(([field, value]) => [field, asText(value)]))}`, body: null }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const tellsTooMuch = /node_modules|\.ts:\d|select .* from|insert into|at \w+ \(|PostgreSQL|ECONN/i

async function expectHarmless(operation: Operation, call: { path: string; body: string | null; type?: string }) {
  const before = await changes()
  const { status, said, bugs } = await send(operation, call)
  expect({ status: status < 500, bugs }, `${status} ${said.slice(0, 200)}`).toEqual({ status: true, bugs: [] })
  if (status < 400) return
  expect(await changes(), `refused with ${status} and yet changed something`).toBe(before)
  expect(tellsTooMuch.test(said), said).toBe(false)
}

/** Calls of every kind, right ones bent in one or two places. */
function callsOf(operation: Operation) {
  const { ids, creditorId, productId, ownerId } = chain
  const known = { ...ids, creditorId, productId, ownerId, userId: ownerId }
  return inputFor(inputSchema(operation.input), { known, right: samples[operation.name](chain) }).map((values) =>
    callOf(operation, values),
  )
}

describe('whatever is sent', () => {
  afterEach(() => vi.restoreAllMocks())

  /** First with every transaction taken back, so that calls come far into an office as it was; then in earnest. */
  const ways = [
    { way: 'however far it comes', prepare: takeEverythingBack },
    { way: 'and changes nothing when it refuses', prepare: () => {} },
  ]
  test.each(ways.flatMap((one) => operations.map((operation) => ({ ...one, operation, name: operation.name }))))(
    '$name answers without a fault, $way',
    async ({ operation, prepare }) => {
      prepare()
      const property = fc.asyncProperty(callsOf(operation), (call) => expectHarmless(operation, call))
      await fc.assert(property, { numRuns: runs, seed: 20_261_121 })
    },
    120_000,
  )

  test('bytes that are no JSON of ours are refused by every address that takes a body', async () => {
    const bodies = [
      '',
      '{',
      '[]',
      '"x"',
      'null',
      '1',
      '{"a":1}}',
      '\u{feff}{}',
      `{"a":"${'\\ud800'}"}`,
      `{"x":${'['.repeat(50_000)}`,
      '{"a":1e9999}',
    ]
    for (const operation of operations.filter(({ method }) => method !== 'GET')) {
      const path = operation.path.replace(/\{\w+\}/g, '11111111-1111-4111-8111-111111111111')
      for (const body of bodies) await expectHarmless(operation, { path, body })
      await expectHarmless(operation, { path, body: 'a=1', type: 'multipart/form-data; boundary=x' })
    }
  }, 120_000)
})
