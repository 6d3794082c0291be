import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const here = new URL('.', import.meta.url)
/** Any number, the same everywhere: two instances that start at once take turns. */
const migrationLock = 7_215_044

/**
 * Brings a database to the schema of this build and (re)creates functions, policies and the app's role.
 * @param ownerUrl connection string of a role that may create tables
 * @param appPassword password for the LOGIN role `parley_app`; undefined where the role already exists and is managed by hand
 */
export async function migrate({ ownerUrl, appPassword }: { ownerUrl: string; appPassword?: string | undefined }) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query("set lock_timeout = '10s'")
    await client.query('create extension if not exists pg_trgm')
    if (appPassword !== undefined) await createAppRole(client, appPassword)
    const routines = await readFile(new URL('routines.sql', here), 'utf8')
    await patiently(client, () => runMigrations(drizzle(client), { migrationsFolder: new URL('migrations', here).pathname }))
    await patiently(client, () => client.query(`begin; ${routines}; commit`))
  } finally {
    await client.end()
  }
}

/** Deadlock detected, and a lock that did not come free in time: who still works in the database is in the way, and soon gone. */
const inTheWay: readonly unknown[] = ['40P01', '55P03']

async function patiently(client: pg.Client, work: () => Promise<unknown>, tries = 5): Promise<void> {
  try {
    await work()
  } catch (error) {
    await client.query('rollback')
    if (tries === 1 || !inTheWay.includes(codeOf(error))) throw error
    await setTimeout(500)
    await patiently(client, work, tries - 1)
  }
}

/** The SQLSTATE, also where drizzle has wrapped what the driver threw. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? error.code : codeOf(error.cause)
}

/** Only a superuser may alter the other attributes, and they do not change: an existing role gets its password and nothing else. */
async function createAppRole(client: pg.Client, password: string) {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'parley_app'")
  const secret = client.escapeLiteral(password)
  await client.query(
    rowCount === 0
      ? `create role parley_app login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`
      : `alter role parley_app password ${secret}`,
  )
}
