import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { delegations } from '@/db/schema'
import { aChain, type Chain } from '@/db/testing/chain'
import { digest } from '@/db/testing/digest'
import { clientActor, clock, type Office } from '@/db/testing/factories'
import { asOwner } from '@/db/testing/owner'
import { samples } from '@/db/testing/samples'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { takeEverythingBack } from '@/db/testing/take-back'
import type { Role } from '@/db/vocabulary'
import { delegateVerbs } from '@/db/vocabulary-portal'
import type { Actor } from '@/lib/core/actor'
import { prove } from '@/lib/core/prove'
import { answer } from './door'
import { type Operation, operations } from './operations'

/**
 * Everything that can be asked or told, by everybody, about everybody's records. Who may is worked out here once more, from
 * the table of roles and from who owns what, and compared with what happens.
 */

const origin = 'http://127.0.0.1:3000'
const folder = mkdtempSync(join(tmpdir(), 'parley-matrix-'))
let office: Office
let elsewhere: Office
let chains: Record<'own' | "colleague's" | "assistant's" | "another office's", Chain>
let people: Record<Role, Actor>

beforeAll(async () => {
  process.env.DATA_DIR = folder
  ;[office, elsewhere] = [await openSeededOffice(), await openSeededOffice({ name: '别处' })]
  chains = {
    own: await aChain(office, office.counsellor, '赵一鸣'),
    "colleague's": await aChain(office, office.colleague, '钱二宝'),
    "assistant's": await aChain(office, office.assistant, '孙三元'),
    "another office's": await aChain(elsewhere, elsewhere.counsellor, '李四维'),
  }
  const client = clientActor(office, { id: chains.own.ids.clientId, name: chains.own.name })
  people = {
    ADMIN: office.admin,
    SUPERVISOR: office.supervisor,
    COUNSELLOR: office.counsellor,
    ASSISTANT: office.assistant,
    ANALYST: office.analyst,
    AUDITOR: office.auditor,
    CLIENT: client,
    DELEGATE: prove({ ...client, roles: ['DELEGATE'] }),
  }
  await office.within((tx) =>
    tx.insert(delegations).values({
      ...{ orgId: office.organisationId, id: randomUUID(), clientId: chains.own.ids.clientId, userId: client.id, name: '家人' },
      ...{ verbs: [...delegateVerbs], createdAt: clock, expiresAt: new Date('2100-01-01') },
    }),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

/** Who may see a chain: supervisors and auditors their whole office, others what they own, clients themselves. */
function sees(role: Role, { organisationId, ownerId, ids }: Chain): boolean {
  const actor = people[role]
  if (organisationId !== actor.organisationId) return false
  if (role === 'SUPERVISOR' || role === 'AUDITOR') return true
  return actor.kind === 'client' ? ids.clientId === actor.clientId : ownerId === actor.id
}

type Cell = { operation: Operation; role: Role; chain: Chain; expected: 'done' | 'forbidden' | 'not_found' }

const touches = ({ object, name }: Operation, { organisationId }: Chain, role: Role) => {
  if (object === 'office') return organisationId === people[role].organisationId || !isAbout(name)
  return object === 'own' && !Object.keys(samples[name](chains.own)).some((field) => field.endsWith('Id'))
}
/** Office-wide calls that name a record all the same. */
const ofSchedules = ['reportSchedule.pause', 'reportSchedule.remove']
const ofViews = ['view.change', 'view.remove', 'view.choose', 'analysis.remove', 'analysis.get']
const ofIncidents = ['protection.tell', 'protection.told']
const ofHistory = ['history.write', 'history.undo', 'history.get']
const isAbout = (name: string) =>
  [
    'product.add',
    'creditorContact.add',
    'creditorContact.verify',
    'referralBody.retire',
    'creditor.playbook',
    ...ofViews,
    ...ofSchedules,
    ...ofHistory,
    ...ofIncidents,
  ].includes(name)

function expectation(operation: Operation, role: Role, chain: Chain): Cell['expected'] {
  if (!operation.roles.includes(role)) return 'forbidden'
  if (operation.name === 'analysis.remove') return removal(role, chain)
  if (operation.name === 'analysis.get' && role === 'ANALYST') return isTheirs(role, chain) ? 'done' : 'not_found'
  return touches(operation, chain, role) || isWithin(operation, role, chain) ? 'done' : 'not_found'
}

/** What one person has is theirs alone; the rest is seen as far as the cases it hangs on. */
function isWithin(operation: Operation, role: Role, chain: Chain): boolean {
  return isOfOnePerson(operation) ? isTheirs(role, chain) : operation.object !== 'office' && sees(role, chain)
}

/** What everybody may read, and only who saved it or a supervisor removes. */
function removal(role: Role, chain: Chain): Cell['expected'] {
  if (chain.organisationId !== people[role].organisationId) return 'not_found'
  return role === 'SUPERVISOR' || isTheirs(role, chain) ? 'done' : 'forbidden'
}

/** A colleague's own and nobody else's, not even the supervisor's. */
const isOfOnePerson = ({ name }: Operation) => /^(job|inbox)\./.test(name)
const isTheirs = (role: Role, { organisationId, ownerId }: Chain) =>
  organisationId === people[role].organisationId && ownerId === people[role].id

const roles = (): Role[] => ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR', 'CLIENT', 'DELEGATE']
const cells = (): Cell[] =>
  operations.flatMap((operation) =>
    roles().flatMap((role) =>
      Object.values(chains).map((chain) => ({ operation, role, chain, expected: expectation(operation, role, chain) })),
    ),
  )

async function call({ operation, role, chain }: Cell) {
  const values: Record<string, unknown> = samples[operation.name](chain)
  if (operation.name.startsWith('portal.') && 'name' in values) values.name = people.CLIENT.name // they sign as themselves
  const path = operation.path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(values[field])))
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field)
  const rest = Object.fromEntries(Object.entries(values).filter(([field]) => !inPath.includes(field)))
  const isGet = operation.method === 'GET'
  const query = isGet ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))}` : ''
  const request = new Request(`${origin}/api/v1/${path}${query}`, {
    method: operation.method,
    body: isGet ? null : JSON.stringify(rest),
    headers: { 'content-type': 'application/json' },
  })
  const bugs: unknown[] = []
  const identify = async () => ({ actor: people[role], by: 'key' as const })
  const response = await answer(request, { identify, origin, onBug: (error) => bugs.push(error) })
  return { status: response.status, said: await response.text(), asked: JSON.stringify(values), bugs }
}

const named = ({ operation, role, chain }: Cell) => `${operation.name} by ${role} on ${chain.name}`

/** Secrets of chains this person may not see, as far as they did not name them themselves: that is noted in the access log. */
function leaks({ operation, role }: Cell, { said, asked }: { said: string; asked: string }): string[] {
  if (operation.name === 'access.list') return []
  const tellsOffice = operation.name === 'audit.list' ? office.organisationId : ''
  const hidden = Object.values(chains).filter((chain) => !sees(role, chain) && chain.organisationId !== tellsOffice)
  return hidden.flatMap(({ secrets }) => secrets).filter((secret) => said.includes(secret) && !asked.includes(secret))
}

const statusOf = { forbidden: 403, not_found: 404, done: 200 } as const

/** What a denied call did otherwise than it should: its answer, one line in the access log, nothing told. */
async function wrongWith(cell: Cell, owner: pg.Client): Promise<string[]> {
  const lines = async (): Promise<number> =>
    (await owner.query("select count(*)::int as n from access_log where kind = 'denied'")).rows[0].n
  const before = await lines()
  const told = await call(cell)
  const noted = (await lines()) - before
  const isRight = told.status === statusOf[cell.expected] && JSON.parse(told.said).code === cell.expected && noted === 1
  const complaint = `${named(cell)}: ${told.status} ${told.said.slice(0, 160)}, noted ${noted} times`
  return [...(isRight ? [] : [complaint]), ...leaks(cell, told).map((secret) => `${named(cell)} tells ${secret}`)]
}

describe('who may do what, whose it is', () => {
  test('what is denied looks the same whether it exists or not, changes nothing, tells nothing, and is noted once', async () => {
    const denied = cells().filter(({ expected }) => expected !== 'done')
    expect(denied.length).toBeGreaterThan(1000)
    await asOwner(async (owner) => {
      const before = await digest(owner)
      const wrong: string[] = []
      for (const cell of denied) wrong.push(...(await wrongWith(cell, owner)))
      expect(wrong).toEqual([])
      expect(await digest(owner)).toEqual(before)
    })
  }, 240_000)

  test('what is allowed is never called forbidden or missing, and tells nothing of others', async () => {
    takeEverythingBack()
    const wrong: string[] = []
    for (const cell of cells().filter(({ expected }) => expected === 'done')) {
      const told = await call(cell)
      const isRight =
        told.status < 500 && ![401, 403, 404].includes(told.status) && !(told.status === 422 && told.said.includes('"fields"'))
      if (!isRight) wrong.push(`${named(cell)}: ${told.status} ${told.said.slice(0, 300)} ${told.bugs[0] ?? ''}`)
      wrong.push(...leaks(cell, told).map((secret) => `${named(cell)} tells ${secret}`))
    }
    expect(wrong).toEqual([])
  }, 240_000)
})
