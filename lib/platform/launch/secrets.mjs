// @ts-check
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Secrets
 * @property {string} session signs sessions (NEXTAUTH_SECRET)
 * @property {string} actions encrypts what server actions carry, the same on every instance
 * @property {string} appRole the database password of the role the app runs as
 */

/**
 * The secrets of one DATA_DIR, made on its first start and readable by their owner only.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function secretsIn(dataDir) {
  const file = path.join(dataDir, 'secrets.json')
  if (!fs.existsSync(file)) make(file)
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/**
 * Two launchers may be first at once: a link appears complete and only once, and both read what it holds.
 * @param {string} file
 */
function make(file) {
  /** @type {Secrets} */
  const secrets = {
    session: randomBytes(32).toString('base64url'),
    actions: randomBytes(32).toString('base64'),
    appRole: randomBytes(24).toString('base64url'),
  }
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    fs.linkSync(mine, file)
  } catch (error) {
    if (!fs.existsSync(file)) throw error
  } finally {
    fs.rmSync(mine)
  }
}
