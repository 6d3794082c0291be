import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyChain } from '@/lib/audit/chain.queries'
import { root, typescript } from '@/lib/platform/launch/run.mjs'
import { inTransaction } from './client'

/** Lets a process write until it has had so many commands acknowledged, and kills it in the middle of the next ones. */
async function writeAndDie(atLeast: number) {
  const office = spawn(process.execPath, [...typescript, 'db/testing/writing-office.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = once(office, 'close')
  let said = ''
  office.stdout.on('data', (text) => {
    said += text
    if (said.split('\n').length > atLeast + 2) office.kill('SIGKILL')
  })
  const [, signal] = await died
  expect(signal).toBe('SIGKILL')
  // What follows the last line break was not said to its end.
  const [organisationId = '', ...acknowledged] = said.split('\n').slice(0, -1)
  return { organisationId, acknowledged }
}

test('an app killed while eight people write loses nothing it acknowledged, leaves nothing half done, and the chain is whole', async () => {
  const { organisationId, acknowledged } = await writeAndDie(300)
  const { rows } = await inTransaction({ organisationId }, (tx) => tx.execute(sql`select request_id from audit_events`))
  const kept = new Set(rows.map((row) => row['request_id']))
  expect(acknowledged.length).toBeGreaterThan(300)
  expect(acknowledged.filter((requestId) => !kept.has(requestId))).toEqual([])
  // At most the one command of each writer that was on its way is kept unacknowledged.
  expect(kept.size - new Set(acknowledged).size).toBeLessThanOrEqual(8)
  expect(kept.size).toBe(rows.length)
  expect(await verifyChain(organisationId)).toMatchObject({ firstBad: null, events: rows.length })
}, 120_000)
