// @ts-check
import pg from 'pg'
import { replayers, users } from './calls.mjs'
import { cpuOf, parentOf } from './cpu.mjs'
import { load } from './load.mjs'

/** @typedef {import('./office.mjs').Office} Office */
/** @typedef {import('./servers.mjs').Server} Server */
/** @typedef {import('./calls.mjs').Operation} Operation */

/**
 * Milliseconds at one client; processor milliseconds a request of the server alone and with the database, and requests a
 * second, at many.
 * @typedef {{ p50: number, p95: number, cpu: number | null, cpuWithDatabase: number | null, perSecond: number, errors: number }} Measured
 */

// A server that has not done a thing often is still compiling it.
const warmUp = { seconds: 1, requests: 600 }

/**
 * @param {Server} server @param {Operation} operation @param {Office} office
 * @param {{ seconds: number, clients: number, databasePid: number }} how
 * @returns {Promise<Measured>}
 */
export async function measure(server, operation, office, { seconds, clients, databasePid }) {
  const callers = (/** @type {number} */ many) => (server.name === 'parley' ? users : replayers)(operation, office, many)
  await load(server.port, callers(clients), warmUp.seconds, warmUp.requests)
  const alone = await load(server.port, callers(1), seconds)
  const before = { server: cpuOf(server.pid), database: cpuOf(databasePid) }
  const crowded = await load(server.port, callers(clients), seconds)
  const used = { server: spent(server.pid, before.server), database: spent(databasePid, before.database) }
  const each = (/** @type {number | null} */ ms) => (ms === null ? null : ms / crowded.requests)
  return {
    p50: alone.p50,
    p95: alone.p95,
    cpu: each(used.server),
    cpuWithDatabase: each(used.server === null || used.database === null ? null : used.server + used.database),
    perSecond: crowded.requests / crowded.seconds,
    errors: alone.errors + crowded.errors,
  }
}

/** @param {number} pid @param {number | null} before */
function spent(pid, before) {
  const now = cpuOf(pid)
  return now === null || before === null ? null : now - before
}

/**
 * The process of the database server, and how many deadlocks it has seen in this database.
 * @param {string} ownerUrl
 */
export async function databaseFacts(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select pg_backend_pid() as pid, deadlocks::int from pg_stat_database where datname = current_database()',
    )
    return { deadlocks: rows[0].deadlocks, pid: parentOf(rows[0].pid) }
  } finally {
    await client.end()
  }
}
