import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate'
import { asOwner } from './testing/owner'

const another = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
beforeAll(() => another.connect())
afterAll(() => another.end())

/** Whether somebody waits for a lock that `another` holds. */
const isWaitedFor = () =>
  asOwner(async (owner) => {
    const { rows } = await owner.query('select 1 from pg_stat_activity where $1::int = any(pg_blocking_pids(pid))', [
      (await another.query('select pg_backend_pid() as pid')).rows[0].pid,
    ])
    return rows.length > 0
  })

test('somebody who works in the database and wants what is being changed does not stop a migration', async () => {
  const ownerUrl = process.env.PARLEY_OWNER_URL ?? ''
  const { rows } = await another.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  const [first, last] = [rows.at(0)?.name, rows.at(-1)?.name]
  await another.query(`set deadlock_timeout = '30s'; begin; lock table "${last}" in access share mode`)
  const done = migrate({ ownerUrl })
  await expect.poll(isWaitedFor, { interval: 10, timeout: 8_000 }).toBe(true)
  // Each now waits for the other; the one that is told of it is the migration.
  await another.query(`lock table "${first}" in access share mode; commit`)
  await expect(done).resolves.toBeUndefined()
})
