import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { closePool } from '@/db/client'
import { reasonsNotToServe, type Standing } from './startup'
import { askStanding } from './startup.queries'

const told = { hasAddress: true, trustsHost: false, isTestCluster: true }
const appUrl = process.env.PARLEY_APP_URL

async function asOwner(...statements: string[]) {
  const client = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const reasons = async () => reasonsNotToServe(await askStanding(), told)

describe('a process that must not serve', () => {
  afterEach(async () => {
    await closePool()
    process.env.PARLEY_APP_URL = appUrl
  })

  test("the app's role in a migrated database may serve", async () => {
    expect(await reasons()).toEqual([])
  })

  test('a table whose row-level security was lifted is named, also a new one that never had it', async () => {
    await asOwner('alter table cases no force row level security', 'create table notes (text text)')
    expect(await reasons()).toEqual(['Row-level security is not forced on: cases, notes.'])
    await asOwner(
      'alter table cases force row level security',
      'alter table clients disable row level security',
      'drop table notes',
    )
    expect(await reasons()).toEqual(['Row-level security is not forced on: clients.'])
    await asOwner('alter table clients enable row level security')
    expect(await reasons()).toEqual([])
  })

  test('a view that reads as its maker is named, one that reads as its reader is not', async () => {
    await asOwner('create view open_cases as select 1 as n', 'create view mine with (security_invoker = true) as select 1 as n')
    expect(await reasons()).toEqual(['Views without security_invoker: open_cases.'])
    await asOwner('drop view open_cases', 'drop view mine', 'create materialized view stale as select 1 as n')
    expect(await reasons()).toEqual(['Views without security_invoker: stale.'])
    await asOwner('drop materialized view stale')
  })

  test('the role that owns the tables may not serve', async () => {
    await closePool()
    process.env.PARLEY_APP_URL = process.env.PARLEY_OWNER_URL
    const [superuser, bypass, owns] = await reasons()
    expect(superuser).toContain('superuser')
    expect(bypass).toContain('BYPASSRLS')
    expect(owns).toMatch(/owns tables.*cases/)
  })
})

describe('what a process was told', () => {
  const safe: Standing = {
    isSuperuser: false,
    bypassesRowSecurity: false,
    owned: [],
    unforced: [],
    openViews: [],
    fsync: 'on',
    synchronousCommit: 'on',
  }
  const earnest = { ...told, isTestCluster: false }

  test.each([
    ['a safe database and an address', safe, earnest, []],
    ['no address', safe, { ...earnest, hasAddress: false }, ['NEXTAUTH_URL']],
    ['a trusted Host header', safe, { ...earnest, trustsHost: true }, ['AUTH_TRUST_HOST']],
    ['a database that forgets', { ...safe, fsync: 'off', synchronousCommit: 'off' }, earnest, ['fsync', 'synchronous_commit']],
    ['a test cluster that forgets', { ...safe, fsync: 'off', synchronousCommit: 'off' }, told, []],
  ])('%s', (_, standing, said, expected) => {
    expect(reasonsNotToServe(standing, said).map((reason) => /^\w+/.exec(reason)?.[0])).toEqual(expected)
  })
})
