import net from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDatabaseTrouble } from '@/lib/core/database-trouble'
import { closePool, inTransaction } from './client'

const appUrl = new URL(process.env.PARLEY_APP_URL ?? '')
let isSwallowing = false
const sockets = new Set<net.Socket>()

/** A network between us and the database that can swallow everything without closing anything. */
const network = net.createServer((socket) => {
  const database = net.connect(Number.parseInt(appUrl.port, 10), '127.0.0.1')
  for (const [from, to] of [
    [socket, database],
    [database, socket],
  ] as const) {
    sockets.add(from)
    from.on('data', (bytes) => isSwallowing || to.write(bytes))
    from.on('close', () => to.destroy())
    from.on('error', () => to.destroy())
  }
})

beforeAll(async () => {
  await closePool()
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve))
  const address = network.address()
  const through = new URL(appUrl)
  through.port = String(typeof address === 'object' ? address?.port : '')
  process.env.PARLEY_APP_URL = through.href
  process.env.PARLEY_PATIENCE = '1'
})
afterAll(async () => {
  await closePool()
  process.env.PARLEY_APP_URL = appUrl.href
  for (const socket of sockets) socket.destroy()
  network.close()
})

const ask = (statement = sql`select 1 as one`) => inTransaction({}, async (tx) => (await tx.execute(statement)).rows)

test('a database that swallows what it is sent fails every request in seconds, and is used again when it comes back', async () => {
  isSwallowing = true
  const started = performance.now()
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => ask()))
  expect(answers.filter((answer) => answer.status === 'rejected' && isDatabaseTrouble(answer.reason))).toHaveLength(20)
  expect(performance.now() - started).toBeLessThan(12_000)
  isSwallowing = false
  expect(await ask()).toEqual([{ one: 1 }])
}, 30_000)

test('a statement, and a transaction nobody goes on with, end by themselves', async () => {
  const limits = await ask(
    sql`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
  )
  expect(limits[0]).toEqual({ statement: expect.stringMatching(/^[1-9]\d*s$/), idle: expect.stringMatching(/^[1-9]\d*s$/) })
})

test('more requests than connections wait for one another instead of failing', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => ask(sql`select pg_backend_pid() as pid from pg_sleep(0.01)`)),
  )
  expect(new Set(answers.map(([row]) => row?.['pid'])).size).toBeLessThanOrEqual(5)
})

test('work nobody waits for has a minute for a statement, on connections that no page is waiting for', async () => {
  const limit = sql`select current_setting('statement_timeout') as statement`
  const patient = inTransaction({ patient: true }, async (tx) => {
    // Every connection for pages is taken by somebody else meanwhile, and both still get on.
    const pages = await Promise.all(Array.from({ length: 10 }, () => ask()))
    return { pages: pages.length, ...(await tx.execute(limit)).rows[0] }
  })
  expect(await patient).toEqual({ pages: 10, statement: '1min' })
})
