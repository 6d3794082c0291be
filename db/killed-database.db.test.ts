import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '@/lib/audit/chain.queries'
import { execute } from '@/lib/core/command'
import { isDatabaseTrouble } from '@/lib/core/database-trouble'
import { inCluster } from '@/lib/platform/launch/database.mjs'
import { openPostgres } from '@/lib/platform/launch/postgres.mjs'
import { setPreference } from '@/lib/preferences/commands'
import { closePool, inTransaction } from './client'
import { migrate } from './migrate'
import { type Office, openOffice } from './testing/factories'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-killed-'))
const appUrl = process.env.PARLEY_APP_URL
let close: () => Promise<void>
let office: Office

beforeAll(async () => {
  fs.chmodSync(dataDir, 0o711)
  const database = await inCluster(await openPostgres(dataDir), 'parley-test')
  close = database.close
  await migrate({ ownerUrl: database.ownerUrl, appPassword: database.appPassword })
  await closePool()
  process.env.PARLEY_APP_URL = database.appUrl
  office = await openOffice()
})
afterAll(async () => {
  await closePool()
  process.env.PARLEY_APP_URL = appUrl
  await close()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const acknowledged: string[] = []
let isOver = false

/** Writes one command after another, and remembers each that was acknowledged. */
async function write(writer: number) {
  for (let n = 0; !isOver; n++) {
    const requestId = `${writer}-${n}`
    try {
      await execute(setPreference, office.counsellor, { locale: 'en' }, { requestId })
      acknowledged.push(requestId)
    } catch (error) {
      if (!isDatabaseTrouble(error)) throw error
      await sleep(50)
    }
  }
}

const postmaster = () => Number.parseInt(fs.readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10)

async function killAndWait() {
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 40)
  const now = acknowledged.length
  process.kill(postmaster(), 'SIGKILL')
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(now + 10)
}

test('a database killed twice while eight people write loses nothing it acknowledged, and the audit chain is whole', async () => {
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer))
  await killAndWait()
  await killAndWait()
  isOver = true
  await Promise.all(writers)
  const { rows } = await inTransaction({ organisationId: office.organisationId }, (tx) =>
    tx.execute(sql`select request_id from audit_events`),
  )
  const kept = new Set(rows.map((row) => row['request_id']))
  expect(acknowledged.filter((requestId) => !kept.has(requestId))).toEqual([])
  expect(kept.size).toBe(rows.length)
  expect(await verifyChain(office.organisationId)).toMatchObject({ firstBad: null, events: rows.length })
}, 120_000)
