// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { isRoot } from './account.mjs'
import { openDatabase } from './database.mjs'
import { loadDotenv } from './dotenv.mjs'
import { environment, ownerEnvironment } from './environment.mjs'
import { migrateOffice } from './schema.mjs'
import { secretsIn } from './secrets.mjs'
import { parseSettings } from './settings.mjs'
import { codeOf, Stop } from './stop.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */

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
 * For the command line: joins the office of the current settings, running or not, in this process. Nothing that opens
 * the database may be imported before.
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function joinOffice() {
  if (process.env.PARLEY_APP_URL) return { close: async () => {} } // started by the launcher, which has done this
  loadDotenv()
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
    if (!fs.existsSync(dataDir)) makeFolder(dataDir)
    fs.accessSync(`${dataDir}/.`, fs.constants.W_OK) // not of a file
    fs.chmodSync(dataDir, isRoot ? 0o711 : 0o700)
  } catch (error) {
    throw new Stop(`DATA_DIR ${dataDir} cannot be used (${codeOf(error)}). It must be a folder that this user may write to.`)
  }
}

/**
 * Node's own recursive mkdir never comes back from a file system that denies that it denies, such as /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (!fs.existsSync(path.dirname(folder))) makeFolder(path.dirname(folder))
  fs.mkdirSync(folder)
}
