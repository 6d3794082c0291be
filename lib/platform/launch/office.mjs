// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { isRoot } from './account.mjs'
import { openDatabase } from './database.mjs'
import { unsafeBecause } from './durability.mjs'
import { environment, ownerEnvironment } from './environment.mjs'
import { runNode, typescript } from './run.mjs'
import { secretsIn } from './secrets.mjs'
import { parseSettings } from './settings.mjs'
import { codeOf, Stop } from './stop.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./database.mjs').Database} Database */

/**
 * Opens the database of an installation and answers the environment its processes run in.
 * @param {Settings} settings
 * @param {(error: unknown) => void} [onLost]
 */
export async function openOffice(settings, onLost) {
  makeDataDir(settings.dataDir)
  const secrets = secretsIn(settings.dataDir)
  const database = await openDatabase(settings, secrets.appRole, onLost)
  return { database, env: environment(settings, database, secrets) }
}

/**
 * Brings the schema up to date and refuses a database that would lose or leak what is entrusted to it.
 * @param {Database} database @param {Record<string, string>} env
 */
export async function migrateOffice(database, env) {
  const { ownerUrl, appPassword, appUrl } = database
  const access = { PARLEY_OWNER_URL: ownerUrl, ...(appPassword === undefined ? {} : { PARLEY_APP_PASSWORD: appPassword }) }
  await runNode([...typescript, 'lib/platform/launch/migrate.ts'], {
    env: { ...env, ...access },
    failed: 'The database schema could not be brought up to date.',
  })
  const faults = database.isDurable ? await unsafeBecause(appUrl) : []
  if (faults.length > 0) throw new Stop(`This database is not safe to use: ${faults.join(' ')}`)
}

/**
 * For the command line: joins the office of the current settings, running or not, in this process. Nothing that opens
 * the database may be imported before.
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function joinOffice() {
  if (process.env.PARLEY_APP_URL) return { close: async () => {} } // started by the launcher, which has done this
  const { database, env } = await openOffice(parseSettings(process.env))
  await migrateOffice(database, env)
  delete process.env.PARLEY_CLOCK
  Object.assign(process.env, ownerEnvironment(env, database))
  return { close: database.close }
}

/**
 * Only its user reads it; the account the database runs as may pass through, and see nothing on the way.
 * @param {string} dataDir
 */
function makeDataDir(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true })
    fs.chmodSync(dataDir, isRoot ? 0o711 : 0o700)
    fs.accessSync(path.join(dataDir, '.'), fs.constants.W_OK)
  } catch (error) {
    throw new Stop(`DATA_DIR ${dataDir} cannot be used (${codeOf(error)}). It must be a folder that this user may write to.`)
  }
}
