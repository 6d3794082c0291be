// @ts-check
import pg from 'pg'

/** @typedef {{ fsync: string, commit: string, version: number, trigrams: number, mighty: boolean }} Server */

const question = `
  select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('server_version_num')::int as version, cardinality(show_trgm('张伟明')) as trigrams,
         (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as mighty`

const oldest = 150_000

/** What a server must not be, and the sentence that says so. */
const faults = /** @type {[(server: Server) => boolean, string][]} */ ([
  [({ version }) => version < oldest, 'PostgreSQL 15 or newer is needed.'],
  [({ fsync }) => fsync !== 'on', 'fsync is off: a power cut would lose what was acknowledged.'],
  [({ commit }) => commit === 'off', 'synchronous_commit is off: a crash would lose what was acknowledged.'],
  [
    ({ trigrams }) => trigrams === 0,
    'LC_CTYPE is not UTF-8: search would not find Chinese names. Create the database with a UTF-8 locale.',
  ],
  [({ mighty }) => mighty, 'The role the app runs as is a superuser or bypasses row-level security.'],
])

/**
 * Why this database is not safe for what Parley keeps in it; empty where it is.
 * @param {string} appUrl as the app's role
 * @returns {Promise<string[]>}
 */
export async function unsafeBecause(appUrl) {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query(question)
    return faultsOf(rows[0])
  } finally {
    await client.end()
  }
}

/** @param {Server} server */
export const faultsOf = (server) => faults.filter(([isFault]) => isFault(server)).map(([, sentence]) => sentence)
