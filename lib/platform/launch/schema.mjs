// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ask } from './ask.mjs'
import { root, runNode, typescript } from './run.mjs'
import { filesUnder } from './source-hash.mjs'
import { Stop } from './stop.mjs'

/** @typedef {import('./database.mjs').Database} Database */

/**
 * Brings the schema up to date. The database remembers from what it was made, so a start that changes nothing asks once
 * and takes no locks from those who work in it.
 * @param {Database} database @param {Record<string, string>} env
 * @returns {Promise<string>} what was done
 */
export async function migrateOffice({ isEmbedded, ownerUrl, appPassword }, env) {
  const wanted = stampFor(appPassword)
  const { name, stamp } = await ask(ownerUrl, remembered)
  if (stamp === wanted) return 'up to date'
  const access = { PARLEY_OWNER_URL: ownerUrl, ...(appPassword === undefined ? {} : { PARLEY_APP_PASSWORD: appPassword }) }
  await runNode([...typescript, 'lib/platform/launch/migrate.ts'], {
    env: { ...env, ...access },
    failed: 'The database schema could not be brought up to date.',
  })
  if (!isEmbedded) await refuseDeaf(ownerUrl)
  const remember = `comment on database ${pg.escapeIdentifier(name)} is ${pg.escapeLiteral(wanted)}`
  await ask(ownerUrl, remember).catch(() => {}) // a role that does not own the database migrates at every start
  return 'brought up to date'
}

const remembered = `
  select current_database() as name, shobj_description(oid, 'pg_database') as stamp
  from pg_database where datname = current_database()`

/**
 * From what a schema is made: the migrations, the routines, and the password of the app's role.
 * @param {string | undefined} appPassword
 */
function stampFor(appPassword) {
  const files = filesUnder(root, 'db').filter((file) => /^db\/(migrations\/|routines\.sql|migrate\.ts)/.test(file))
  const hash = createHash('sha256').update(appPassword ?? '')
  for (const file of files.sort()) hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)))
  return `Parley schema ${hash.digest('hex')}`
}

/**
 * Refuses a database whose character type hides Chinese from the trigram search. The embedded one is made right.
 * @param {string} ownerUrl
 */
async function refuseDeaf(ownerUrl) {
  const { hears } = await ask(ownerUrl, "select cardinality(show_trgm('张伟明')) > 0 as hears")
  if (hears) return
  throw new Stop(
    'DATABASE_URL: search would not find Chinese names, for LC_CTYPE is not UTF-8. Create the database with a UTF-8 locale.',
  )
}
