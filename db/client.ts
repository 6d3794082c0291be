import type { SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { databaseSettings } from './env'
import { withoutValues } from './failure'

/** A handle inside one transaction, and only there. */
export type Tx = NodePgDatabase
export type Context = {
  organisationId?: string | undefined
  clientId?: string | undefined
  quiet?: boolean
  /** Nobody waits for it: on connections of its own, so that it keeps none from a page, and for as long as a minute. */
  patient?: boolean
}

/**
 * Limits that were measured: without them a black-holed database hangs every request, also after it came back. Milliseconds;
 * `patience` multiplies them where a command line or a test may take longer than a person would wait.
 */
const limits = (patience: number) => ({
  connectionTimeoutMillis: 2_000 * patience,
  query_timeout: 5_000 * patience,
  statement_timeout: 4_000 * patience,
  idle_in_transaction_session_timeout: 10_000 * patience,
  keepAlive: true,
})

type Shared = { pool?: pg.Pool; patient?: pg.Pool; beside?: pg.Pool }
const here: typeof globalThis & { parleyDatabase?: Shared } = globalThis
/** One pool of a kind per process, also where a bundler loads this file more than once. */
const shared: Shared = here.parleyDatabase ?? {}
here.parleyDatabase = shared

function pool() {
  if (shared.pool === undefined) {
    const { PARLEY_POOL, PARLEY_PATIENCE } = databaseSettings()
    shared.pool = openPool(PARLEY_POOL, PARLEY_PATIENCE)
  }
  return shared.pool
}

/** For work nobody waits for: two connections, and fifteen times as long. */
function patientPool() {
  shared.patient ??= openPool(2, 15)
  return shared.patient
}

function openPool(max: number, patience: number) {
  const opened = new pg.Pool({ connectionString: databaseSettings().PARLEY_APP_URL, max, ...limits(patience) })
  // A backend that dies while idle, or inside a transaction, must be a rejection and never an uncaught exception.
  opened.on('error', () => {})
  opened.on('connect', (client) => client.on('error', () => {}))
  return opened
}

/**
 * Runs `work` in one transaction whose row-level security context is set first. Nothing else opens the database.
 * The context is inlined as literals so that BEGIN and the settings are one round trip; ids are checked to be UUIDs.
 */
export async function inTransaction<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await (context.patient === true ? patientPool() : pool()).connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; ${settings(context)}`)
    const result = await work(handleOf(client))
    const { command } = await client.query('commit')
    // Where a statement failed and the work went on regardless, PostgreSQL answers COMMIT with ROLLBACK and no error.
    if (command !== 'COMMIT') throw new Error('a failed statement was passed over: nothing was committed')
    return result
  } catch (error) {
    broken = await rollback(client)
    throw withoutValues(error)
  } finally {
    client.release(broken)
  }
}

/**
 * One statement that needs no context: a function of signing in, which runs as its owner and asks for nothing else. Without
 * the transaction a context needs it is one round trip instead of three.
 */
export async function outsideContext(statement: SQL, from: () => pg.Pool = pool) {
  try {
    return (await handleOf(from()).execute(statement)).rows
  } catch (error) {
    throw withoutValues(error)
  }
}

/**
 * The same for what is counted beside a transaction and stays when that is taken back. Its connections are its own: whoever
 * holds one of the others never waits for another of those, which as many at once would do for ever.
 */
export const besideTransaction = (statement: SQL) => outsideContext(statement, besidePool)

function besidePool() {
  shared.beside ??= openPool(2, databaseSettings().PARLEY_PATIENCE)
  return shared.beside
}

export async function closePool() {
  await Promise.all([shared.pool?.end(), shared.patient?.end(), shared.beside?.end()])
  delete shared.beside
  delete shared.pool
  delete shared.patient
}

/** A handle learns the names of our columns as it goes: it is kept as long as its connection, not made anew for each transaction. */
function handleOf(connection: pg.PoolClient | pg.Pool): Tx {
  const known = handles.get(connection)
  if (known !== undefined) return known
  const made = drizzle(connection, { casing: 'snake_case' })
  handles.set(connection, made)
  return made
}
const handles = new WeakMap<object, Tx>()

/** Returns the error that makes the connection unusable, if any: it is then thrown away, never given to another request. */
const rollback = (client: pg.PoolClient) =>
  client.query('rollback').then(
    () => undefined,
    (error: Error) => error,
  )

function settings({ organisationId = '', clientId = '', quiet = false }: Context) {
  for (const id of [organisationId, clientId]) {
    if (id !== '' && !/^[0-9a-f-]{36}$/.test(id)) throw new Error('a context is made of UUIDs')
  }
  return `select set_config('app.org','${organisationId}',true),set_config('app.client','${clientId}',true),set_config('app.quiet','${quiet ? 'yes' : ''}',true)`
}
