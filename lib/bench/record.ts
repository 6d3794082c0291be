import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'
import { closePool } from '@/db/client'
import { boardWindow } from '@/lib/cases/board.queries'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { search } from '@/lib/cases/search.queries'
import { actorOfApiKey } from '@/lib/core/accounts.queries'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { now } from '@/lib/platform/clock'

/**
 * Does every benchmarked call once as the product does it and writes down the statements it sends, so that a bare server
 * can send exactly the same ones. Ids a call makes up are marked, to be made up anew each time.
 */

type Statement = { name: string; text: string; values: unknown[]; isArray: boolean }
type Script = Statement[]

const [ordersFile = '', scriptsFile = ''] = process.argv.slice(2)
const orders = z
  .object({
    keys: z.array(z.string()),
    supervisorKey: z.string(),
    cases: z.array(z.string()),
    words: z.array(z.string()),
    movable: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(ordersFile, 'utf8')))

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const idsIn = (value: unknown): string[] => JSON.stringify(value)?.match(uuid) ?? []

type Recording = { script: Script; known: Set<string> }
let recording: Recording | undefined
const query = pg.Client.prototype.query

/** Listens in on the driver: what is asked is written down before the answer is looked at. */
function listened(this: pg.Client, ...args: unknown[]): unknown {
  const answer: unknown = Reflect.apply(query, this, args)
  const into = recording
  if (into === undefined || !(answer instanceof Promise)) return answer
  note(into, args)
  return answer.then((result: unknown) => {
    for (const id of idsIn(result)) into.known.add(id)
    return result
  })
}
Object.defineProperty(pg.Client.prototype, 'query', { value: listened, writable: true, configurable: true })

const config = z.union([
  z.string().transform((text) => ({ name: '', text, values: [], rowMode: '' })),
  z.looseObject({
    ...{ name: z.string().default(''), text: z.string() },
    ...{ values: z.array(z.unknown()).default([]), rowMode: z.string().default('') },
  }),
])

/** Ids nobody has told the call yet are ones it made up. */
function note({ script, known }: Recording, [first, second]: unknown[]) {
  const { name, text, values: own, rowMode } = config.parse(first)
  for (const id of idsIn(text)) known.add(id)
  const values = Array.isArray(second) ? second : own
  const marked = values.map((value) =>
    typeof value === 'string' ? value.replace(uuid, (id) => (known.has(id) ? id : markOf(id))) : value,
  )
  script.push({ name, text, values: marked, isArray: rowMode === 'array' })
}

/** One mark for one made-up id, wherever it stands in the script. */
const markOf = (id: string) => `{{${createHash('sha256').update(id).digest('hex').slice(0, 8)}}}`

async function record(known: string[], work: () => Promise<unknown>): Promise<Script> {
  recording = { script: [], known: new Set(known) }
  const { script } = recording
  await work()
  recording = undefined
  return script
}

const actorOf = async (key: string): Promise<Actor> =>
  found(await actorOfApiKey(createHash('sha256').update(key).digest('hex'), now()))

async function recordAll() {
  const supervisor = await actorOf(orders.supervisorKey)
  const counsellors = await Promise.all(orders.keys.map(actorOf))
  const idsOf = (actor: Actor) => [actor.id, actor.organisationId, ...actor.owners, ...actor.teams]
  const each = async <T>(items: readonly T[], work: (item: T) => Promise<Script>) => {
    const scripts: Script[] = []
    for (const item of items) scripts.push(await work(item))
    return scripts
  }
  return {
    board: await each(counsellors, (actor) => record(idsOf(actor), () => boardWindow(actor, {}))),
    few: await each(counsellors, (actor) => record(idsOf(actor), () => boardWindow(actor, { perColumn: 3 }))),
    office: await each([supervisor], (actor) => record(idsOf(actor), () => boardWindow(actor, {}))),
    case: await each(orders.cases, (caseId) => recordCase(supervisor, caseId, idsOf(supervisor))),
    search: await each(orders.words, (q) => record(idsOf(supervisor), () => search(supervisor, { q }))),
    forth: await each(orders.movable, (caseId) =>
      record([...idsOf(supervisor), caseId], () => execute(moveCase, supervisor, { caseId, version: 1, to: 'DRAFTING' })),
    ),
    back: await each(orders.movable, (caseId) =>
      record([...idsOf(supervisor), caseId], () => execute(moveCase, supervisor, { caseId, version: 2, to: 'EVIDENCE' })),
    ),
  }
}

/** The second look: the first one leaves a line in the access log, which the next ten minutes do not repeat. */
async function recordCase(actor: Actor, caseId: string, known: string[]) {
  await caseGet(actor, { caseId })
  return record([...known, caseId], () => caseGet(actor, { caseId }))
}

writeFileSync(scriptsFile, JSON.stringify(await recordAll()))
await closePool()
