import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { command, execute } from './command'
import { type Actor, prove } from './prove'
import { Refusal } from './refusal'

const organisationId = randomUUID()
let counsellor: Actor
let runs = 0

const actorWith = (roles: Actor['roles']) => {
  const id = randomUUID()
  return prove({
    kind: 'staff',
    id,
    name: '李',
    organisationId,
    organisationName: '阳光',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    roles,
    owners: [id],
    teams: [],
    isDemo: false,
    mayWrite: true,
  })
}

const setLocale = command({
  name: 'preference.set',
  input: z.strictObject({ locale: z.enum(['zh-CN', 'en']) }),
  async run({ audit }, { locale }) {
    runs += 1
    audit({ type: 'preference.set', locale })
    return { locale, run: runs }
  },
})
const silent = command({ name: 'preference.set', input: z.strictObject({}), run: async () => null })
const supervisorsOnly = command({ ...setLocale, name: 'case.assign' })

const rows = async (query: ReturnType<typeof sql>) => (await inTransaction({ organisationId }, (tx) => tx.execute(query))).rows

beforeAll(async () => {
  counsellor = actorWith(['COUNSELLOR'])
  const rules = JSON.stringify({ supervisorChecks: false, breachDays: 15, noResponseDays: 60 })
  await inTransaction({}, (tx) =>
    tx.execute(
      sql`select auth_create_organisation(${organisationId}, '阳光', 'CHARITY', 'Asia/Shanghai', 'zh-CN', ${rules}::jsonb, false, now())`,
    ),
  )
})

describe('the one way to write', () => {
  test('a command leaves its event in the chain, with the hash of the one before', async () => {
    await execute(setLocale, counsellor, { locale: 'en' })
    await execute(setLocale, counsellor, { locale: 'zh-CN' })
    const events = await rows(
      sql`select seq, prev, hash, audit_hash(prev, org_id, seq, at, actor, command, event) as again from audit_events order by seq`,
    )
    expect(events).toHaveLength(2)
    expect(events[1]).toMatchObject({ prev: events[0]?.['hash'] })
    expect(events.every((event) => event['hash'] === event['again'])).toBe(true)
  })

  test('a command that leaves no trace fails', async () => {
    await expect(execute(silent, counsellor, {})).rejects.toThrow('left no trace')
  })

  test('a role that may not is refused, and leaves one line in the access log', async () => {
    await expect(execute(supervisorsOnly, counsellor, { locale: 'en' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await rows(sql`select what from access_log where kind = 'denied'`)).toEqual([{ what: 'case.assign:forbidden' }])
  })

  test('a denial is written also where the id holds what cannot be kept', async () => {
    const pretend = { caseId: '\0\ud800a5\u{1F600}'.padEnd(80, '\u{1F600}') }
    await expect(execute(supervisorsOnly, counsellor, pretend)).rejects.toMatchObject({ code: 'forbidden' })
    const [line] = await rows(sql`select object from access_log where kind = 'denied' and object like 'a5%'`)
    expect(line).toEqual({ object: `a5${'\u{1F600}'.repeat(30)}` })
  })

  test('wrong input names the field and changes nothing', async () => {
    const before = runs
    await expect(execute(setLocale, counsellor, { locale: 'fr' })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { locale: [expect.any(String)] } },
    })
    expect(runs).toBe(before)
  })

  test('fifty repeats with one key have one effect and one answer', async () => {
    const before = runs
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => execute(setLocale, counsellor, { locale: 'en' }, { idempotencyKey: 'k1' })),
    )
    expect(runs).toBe(before + 1)
    expect(new Set(answers.map((answer) => answer.run)).size).toBe(1)
  })

  test('the same key with another body is refused', async () => {
    await expect(execute(setLocale, counsellor, { locale: 'zh-CN' }, { idempotencyKey: 'k1' })).rejects.toBeInstanceOf(Refusal)
  })

  test('nobody can change or remove an event', async () => {
    await expect(rows(sql`update audit_events set command = 'x'`)).rejects.toThrow()
    await expect(rows(sql`delete from audit_events`)).rejects.toThrow()
  })
})
