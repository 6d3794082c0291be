import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Job } from '@/lib/analysis/apart'
import { closePool } from '../client'

const { port, ownerPassword, appPassword, template } = inject('cluster')
const name = `test_${randomBytes(6).toString('hex')}`
const as = (role: string, password: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`

// Before the test file is imported: a database of its own, as the app would find it.
await asOwner(`create database ${name} template ${template}`)
process.env.PARLEY_APP_URL = as('parley_app', appPassword, name)
process.env.PARLEY_OWNER_URL = as('parley', ownerPassword, name)
process.env.PARLEY_POOL = '5'
process.env.PARLEY_PATIENCE = '6'
process.env.NEXTAUTH_SECRET ??= 'the key of an installation that only tests have'

// Nothing has been built here that a thread could load: analyses run in the thread of the test.
Object.assign(globalThis, {
  parleyAnalysis: async (job: Job) => (await import('@/lib/analysis/analyse')).answerTo(job),
})

afterAll(async () => {
  await closePool()
  await asOwner(`drop database ${name} with (force)`)
})

async function asOwner(statement: string) {
  const client = new pg.Client({ connectionString: as('parley', ownerPassword, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
