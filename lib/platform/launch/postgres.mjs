// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clusterIn } from './cluster.mjs'
import { forgetDeadOwner, freePort, readPidFile, startPostmaster, stopPostmaster } from './postmaster.mjs'
import { codeOf, Stop } from './stop.mjs'

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {{ fast?: boolean, port?: number, onLost?: (error: unknown) => void }} Options */

// Whoever uses the cluster holds this lock shared, so the last to leave knows it; a killed launcher lets go by itself.
const inUse = 7_275_395
const patience = 5 * 60_000 // a large write-ahead log is replayed first

/**
 * The embedded database of a data directory: attached to where it runs, started where it does not, started again where it
 * dies underneath, and stopped by the last who closes it.
 * @param {string} dataDir
 * @param {Options} [options] onLost: told when it died and would not come back
 */
export async function openPostgres(dataDir, options = {}) {
  const cluster = clusterIn(dataDir, options)
  const first = await reach(cluster, options)
  let { keeper } = first
  let isClosing = false

  const watch = () => keeper.once('end', () => isClosing || revive())
  const revive = async () => {
    try {
      keeper = (await reach(cluster, { ...options, port: first.port })).keeper
      if (isClosing) await leave(cluster, keeper)
      else watch()
    } catch (error) {
      options.onLost?.(error)
    }
  }
  watch()

  return {
    version: cluster.binaries.version,
    port: first.port,
    attached: first.attached,
    /** @param {string} database */
    url: (database) => urlOf(cluster, first.port, database),
    close: async () => {
      isClosing = true
      await leave(cluster, keeper)
    },
    /** Leaves it to somebody else to stop. */
    release: async () => {
      isClosing = true
      await keeper.end()
    },
  }
}

/**
 * Makes a database where it is missing.
 * @param {string} url of another database in the same cluster
 * @param {string} name
 */
export async function makeDatabase(url, name) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    const exists = codeOf(error) === '42P04' || codeOf(error) === '23505' // 23505: another launcher makes it right now
    if (!exists) throw error
  } finally {
    await client.end()
  }
}

/** @param {Cluster} cluster @param {Options} options */
async function reach(cluster, { fast = false, port: wanted }) {
  const deadline = performance.now() + patience
  for (let tries = 1; ; tries++) {
    const running = readPidFile(cluster)?.port || 0
    const attached = await attach(cluster, running)
    if (attached) return { keeper: attached, port: running, attached: true }

    const port = wanted ?? (await freePort())
    const postmaster = startPostmaster(cluster, { port, fast })
    const keeper = await answer(cluster, port, () => postmaster.hasEnded || performance.now() > deadline)
    if (keeper) return { keeper, port, attached: false }

    refuseHopeless(postmaster.said(), performance.now() > deadline)
    forgetDeadOwner(cluster, tries)
    await sleep(250)
  }
}

/** @param {Cluster} cluster @param {number} port @param {() => boolean} isHopeless */
async function answer(cluster, port, isHopeless) {
  for (;;) {
    const keeper = await attach(cluster, port)
    if (keeper || isHopeless()) return keeper
    await sleep(30)
  }
}

/**
 * A connection that holds the lock, if this port answers for this very cluster; 0 is no port.
 * @param {Cluster} cluster @param {number} port
 */
async function attach(cluster, port) {
  if (port === 0) return null
  const keeper = new pg.Client({
    connectionString: urlOf(cluster, port, 'postgres'),
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  })
  keeper.on('error', () => {}) // 'end' follows, and is what counts
  try {
    await keeper.connect()
    const { rows } = await keeper.query("select current_setting('data_directory') as data")
    if (rows[0].data !== cluster.data) throw new Error('another cluster')
    await keeper.query('select pg_advisory_lock_shared($1)', [inUse])
    return keeper
  } catch {
    keeper.end().catch(() => {})
    return null
  }
}

/** @param {Cluster} cluster @param {pg.Client} keeper */
async function leave(cluster, keeper) {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [inUse])
    const { rows } = await keeper.query('select pg_try_advisory_lock($1) as last', [inUse])
    if (rows[0].last) await stopPostmaster(cluster)
  } catch {
    await stopPostmaster(cluster) // it is in trouble already, and asks for order
  } finally {
    keeper.end().catch(() => {})
  }
}

/** What a postmaster says on its way out, and the sentence for what will not change by trying again. */
const hopeless = /** @type {[RegExp, string][]} */ ([
  [/No space left on device/, 'The disk is full: PostgreSQL cannot start.'],
  [
    /Permission denied|wrong ownership/,
    'PostgreSQL may not use its data directory. Start Parley as the user who started it first, or set DATA_DIR.',
  ],
  [/could not create shared memory|Cannot allocate memory/, 'There is not enough memory for PostgreSQL (it wants 256 MB).'],
])
const passing = /already exists|is empty|still in use|Address already in use|could not bind/

/** @param {string} said @param {boolean} isLate */
function refuseHopeless(said, isLate) {
  const found = hopeless.find(([pattern]) => pattern.test(said))
  if (found) throw new Stop(found[1], said)
  if (isLate || !passing.test(said)) throw new Stop('PostgreSQL did not start.', said)
}

/** @param {Cluster} cluster @param {number} port @param {string} database */
function urlOf({ password }, port, database) {
  return `postgres://parley:${password}@127.0.0.1:${port}/${database}`
}
