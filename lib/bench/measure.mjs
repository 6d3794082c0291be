// @ts-check
import pg from 'pg'
import { replayers, users } from './calls.mjs'
import { cpuOf, parentOf } from './cpu.mjs'
import { load } from './load.mjs'

/** @typedef {import('./office.mjs').Office} Office */
/** @typedef {import('./servers.mjs').Server} Server */
/** @typedef {import('./calls.mjs').Operation} Operation */
/** @typedef {{ server: Server, operation: Operation, office: Office, clients: number }} Place where something is measured */

/**
 * Milliseconds at one client; processor milliseconds a request of the server alone and with the database, and requests a
 * second, at many.
 * @typedef {{ p50: number, p95: number, cpu: number | null, cpuWithDatabase: number | null, perSecond: number, errors: number, bytes: number }} Measured
 */

/** A server that has not done a thing often is still compiling it. @param {Place} place */
export const warmUp = async (place) => {
  await load(place.server.port, callers(place, place.clients), 1, 600)
}

/**
 * One slice of measuring: so many seconds with one client, and as many with all.
 * @param {Place} place @param {{ seconds: number, databasePid: number }} how
 * @returns {Promise<Measured>}
 */
export async function measure(place, { seconds, databasePid }) {
  const { server, clients } = place
  const alone = await load(server.port, callers(place, 1), seconds)
  const before = { server: cpuOf(server.pid), database: cpuOf(databasePid) }
  const crowded = await load(server.port, callers(place, clients), seconds)
  const used = { server: spent(server.pid, before.server), database: spent(databasePid, before.database) }
  const each = (/** @type {number | null} */ ms) => (ms === null ? null : ms / crowded.requests)
  return {
    p50: alone.p50,
    p95: alone.p95,
    cpu: each(used.server),
    cpuWithDatabase: each(used.server === null || used.database === null ? null : used.server + used.database),
    perSecond: crowded.requests / crowded.seconds,
    errors: alone.errors + crowded.errors,
    bytes: crowded.bytes,
  }
}

/** @param {Place} place @param {number} many */
const callers = ({ server, operation, office }, many) => (server.name === 'parley' ? users : replayers)(operation, office, many)

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
