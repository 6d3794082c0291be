import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDatabaseTrouble } from '@/lib/core/database-trouble'
import { inTransaction } from './client'
import { aClient, type Office, openOffice, type TestClient } from './testing/factories'

const clients = 20
const seconds = 10
const faults: unknown[] = []
const note = (error: unknown) => faults.push(error)
let office: Office
let people: TestClient[]

beforeAll(async () => {
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  office = await openOffice()
  people = []
  for (let i = 0; i < clients; i++) people.push(await aClient(office, { name: `客户${i}`, employment: `${i}:0` }))
})
afterAll(() => {
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
})

const counts = { done: 0, failed: 0, killed: 0 }
const strange: string[] = []

/** One client's request: read what one sees, think, write into what one sees. Row-level security alone says which row that is. */
async function request(person: TestClient, mark: string) {
  await inTransaction({ organisationId: office.organisationId, clientId: person.id }, async (tx) => {
    const { rows } = await tx.execute(sql`select id, name from clients`)
    if (rows.length !== 1 || rows[0]?.['id'] !== person.id) strange.push(`${person.name} read ${JSON.stringify(rows)}`)
    await sleep(5)
    const written = await tx.execute(sql`update clients set employment = ${mark} returning id`)
    if (written.rowCount !== 1 || written.rows[0]?.['id'] !== person.id)
      strange.push(`${person.name} wrote ${written.rowCount} rows`)
    await sleep(5)
    const again = await tx.execute(sql`select employment from clients`)
    if (again.rows[0]?.['employment'] !== mark) strange.push(`${person.name} read another's ${JSON.stringify(again.rows)}`)
  })
}

async function keepAsking(person: TestClient, index: number, until: number) {
  for (let turn = 1; performance.now() < until; turn++) {
    try {
      await request(person, `${index}:${turn}`)
      counts.done += 1
    } catch (error) {
      if (!isDatabaseTrouble(error)) throw error
      counts.failed += 1
    }
  }
}

async function keepKilling(until: number) {
  const killer = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await killer.connect()
  while (performance.now() < until) {
    const { rowCount } = await killer.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parley_app' and datname = current_database() order by random() limit 1",
    )
    counts.killed += rowCount ?? 0
    await sleep(25)
  }
  await killer.end()
}

test('backends killed under twenty clients: nobody sees or writes another’s row, and the process stays up', async () => {
  const until = performance.now() + seconds * 1000
  await Promise.all([keepKilling(until), ...people.map((person, index) => keepAsking(person, index, until))])
  const { rows } = await inTransaction({ organisationId: office.organisationId }, (tx) =>
    tx.execute(sql`select name, employment from clients where split_part(employment, ':', 1) <> substr(name, 3)`),
  )
  expect({ strange, faults, wrongMarks: rows }).toEqual({ strange: [], faults: [], wrongMarks: [] })
  expect(counts.killed).toBeGreaterThan(50)
  expect(counts.failed).toBeGreaterThan(0)
  expect(counts.done).toBeGreaterThan(200)
  await request(people[0] ?? (await aClient(office)), `0:${randomUUID()}`)
}, 60_000)
