import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDatabase, openPostgres } from './postgres.mjs'

let dataDir = ''
const pidFile = () => path.join(dataDir, 'postgres/data/postmaster.pid')
const postmaster = () => Number.parseInt(fs.readFileSync(pidFile(), 'utf8'), 10)

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-launch-'))
  fs.chmodSync(dataDir, 0o711)
})
afterEach(() => fs.rmSync(dataDir, { recursive: true }))

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('two who start at once share one database, and the last to leave stops it', async () => {
  const [first, second] = await Promise.all([openPostgres(dataDir), openPostgres(dataDir)])
  expect([first.attached, second.attached].toSorted()).toEqual([false, true])
  expect(first.port).toBe(second.port)

  await first.close()
  expect(await ask(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])

  await second.close()
  expect(fs.existsSync(pidFile())).toBe(false)
})

test('a database killed under a running office comes back by itself with everything it acknowledged', async () => {
  const postgres = await openPostgres(dataDir)
  const url = postgres.url('postgres')
  await ask(url, 'create table promises as select 1 as kept')
  process.kill(postmaster(), 'SIGKILL')

  await expect.poll(() => ask(url, 'select kept from promises').catch(() => []), { timeout: 15_000 }).toEqual([{ kept: 1 }])
  await postgres.close()
})

test('an office killed together with its database starts again from what they left', async () => {
  const launcher = new URL('./postgres.mjs', import.meta.url)
  const script = `const { openPostgres } = await import('${launcher}'); await openPostgres('${dataDir}'); console.log('open'); setInterval(() => {}, 1e6)`
  const office = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(office.stdout, 'data')
  process.kill(postmaster(), 'SIGKILL')
  office.kill('SIGKILL')

  const again = await openPostgres(dataDir)
  expect(again.attached).toBe(false)
  await again.close()
})

test('a process that has the number of a dead database does not keep it from starting', async () => {
  await (await openPostgres(dataDir)).close()
  fs.writeFileSync(pidFile(), `${process.pid}\n${path.dirname(pidFile())}\n0\n1\n\n127.0.0.1\n`)

  const postgres = await openPostgres(dataDir)
  expect(postgres.attached).toBe(false)
  await postgres.close()
})

test('a start that died before it wrote its number does not keep the database from starting', async () => {
  await (await openPostgres(dataDir)).close()
  fs.writeFileSync(pidFile(), '')

  const postgres = await openPostgres(dataDir)
  expect(postgres.attached).toBe(false)
  await postgres.close()
})

test('the embedded database keeps what it acknowledged and finds Chinese names', async () => {
  const postgres = await openPostgres(dataDir)
  await makeDatabase(postgres.url('postgres'), 'parley')
  await makeDatabase(postgres.url('postgres'), 'parley')
  const url = postgres.url('parley')
  await ask(url, 'create extension pg_trgm')

  const safety = "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit"
  expect(await ask(url, safety)).toEqual([{ fsync: 'on', commit: 'on' }])
  expect(await ask(url, "select '张伟明' % '张伟' as alike")).toEqual([{ alike: true }])
  await postgres.close()
})
