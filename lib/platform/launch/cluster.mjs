// @ts-check
// A cluster is one folder: data (PostgreSQL's), password (of its owner role) and log.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { accountMay, databaseAccount, isRoot } from './account.mjs'
import { binariesFor, makeSystemDir, systemDir } from './binaries.mjs'
import { isRunning } from './lock.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {object} Cluster
 * @property {string} home
 * @property {string} data
 * @property {string} log
 * @property {string} password of the role `parley`, which owns everything
 * @property {import('./account.mjs').Account} account
 * @property {ReturnType<typeof binariesFor>} binaries
 */

/**
 * The cluster of a data directory, made on its first start.
 * @param {string} dataDir
 * @param {{ fast?: boolean }} [options] fast: for tests, nothing is synced to the disk
 * @returns {Cluster}
 */
export function clusterIn(dataDir, { fast = false } = {}) {
  const { home, account } = homeFor(dataDir)
  const data = path.join(home, 'data')
  const binaries = binariesFor(account)
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) create(home, { account, binaries, fast })
  refuseOtherVersion(data, binaries.version)
  const password = fs.readFileSync(path.join(home, 'password'), 'utf8')
  return { home, data, log: path.join(home, 'log'), password, account, binaries }
}

/**
 * Where the cluster lies. Root's own folders may be closed to the database account: then under the system's.
 * @param {string} dataDir
 */
function homeFor(dataDir) {
  const home = path.join(fs.realpathSync(dataDir), 'postgres')
  const elsewhere = path.join(systemDir, createHash('sha256').update(home).digest('hex').slice(0, 16))
  for (const found of [home, elsewhere]) {
    const owner = fs.statSync(path.join(found, 'data'), { throwIfNoEntry: false })
    if (owner) return { home: found, account: databaseAccount(owner) }
  }
  const account = databaseAccount(null)
  if (!isRoot || accountMay(account, '-x', path.dirname(home))) return { home, account }
  makeSystemDir()
  return { home: elsewhere, account }
}

/**
 * Made beside its place and then renamed, so that a killed start leaves no half cluster and of two first starts one wins.
 * @param {string} home
 * @param {{ account: Cluster['account'], binaries: Cluster['binaries'], fast: boolean }} how
 */
function create(home, { account, binaries, fast }) {
  const fresh = `${home}.${process.pid}`
  const data = path.join(fresh, 'data')
  const passwordFile = path.join(fresh, 'password')
  sweep(home)
  fs.mkdirSync(data, { recursive: true })
  fs.chmodSync(fresh, 0o711)
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  give(account, fresh, data, passwordFile)
  initdb(data, { account, binaries, passwordFile, fast })
  give(account.uid ? { uid: 0, gid: 0 } : {}, fresh, passwordFile) // initdb has read it; the server need not
  try {
    fs.renameSync(fresh, home)
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true })
    if (!fs.existsSync(path.join(home, 'data', 'PG_VERSION'))) throw error
  }
}

/** What starts that were killed half way have left. @param {string} home */
function sweep(home) {
  for (const name of fs.readdirSync(path.dirname(home))) {
    const pid = /^\.(\d+)$/.exec(name.replace(path.basename(home), ''))?.[1]
    if (pid && !isRunning(Number.parseInt(pid, 10)))
      fs.rmSync(path.join(path.dirname(home), name), { recursive: true, force: true })
  }
}

/** @param {Cluster['account']} account @param {string[]} files */
function give({ uid, gid }, ...files) {
  if (uid !== undefined && gid !== undefined) for (const file of files) fs.chownSync(file, uid, gid)
}

// Trigram search finds Chinese only where the character type is UTF-8, and sorting is the same on every system with ICU.
const locales = /** @type {Record<string, string>} */ ({ darwin: 'en_US.UTF-8', win32: 'C' })
const locale = locales[process.platform] ?? 'C.UTF-8'

/**
 * @param {string} data
 * @param {{ account: Cluster['account'], binaries: Cluster['binaries'], passwordFile: string, fast: boolean }} how
 */
function initdb(data, { account, binaries, passwordFile, fast }) {
  fs.chmodSync(data, 0o700)
  const access = ['-U', 'parley', '--pwfile', passwordFile, '-A', 'scram-sha-256']
  const text = ['-E', 'UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und', '--lc-messages=C']
  const args = ['-D', data, ...access, ...text, '--no-instructions', ...(fast ? ['--no-sync'] : [])]
  const made = spawnSync(binaries.program('initdb'), args, { ...account, cwd: data, encoding: 'utf8' })
  if (made.status !== 0)
    throw new Stop('PostgreSQL could not make its data directory.', `${made.error ?? ''}${made.stderr ?? ''}`)
}

/** @param {string} data @param {string} version */
function refuseOtherVersion(data, version) {
  const made = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  const [major] = version.split('.')
  if (made === major) return
  throw new Stop(
    `${data} was made by PostgreSQL ${made}, and this is ${major}. Take a backup with the Parley that made it and restore it here.`,
  )
}
