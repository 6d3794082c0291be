// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { root } from './run.mjs'
import { Stop } from './stop.mjs'

const lockFile = path.join(root, 'package-lock.json')
const installedFile = path.join(root, 'node_modules/.package-lock.json')
const stampFile = path.join(root, 'node_modules/.parley-lock')

/**
 * Brings node_modules in step with package-lock.json. Needs the network only when they differ.
 * @returns {Promise<string>} what was done
 */
export async function install() {
  if (isInstalled()) return 'up to date'
  return withLock(path.join(root, '.data/install.lock'), async () => {
    if (isInstalled()) return 'up to date'
    await npmCi()
    fs.writeFileSync(stampFile, hashOf(lockFile))
    return 'installed'
  })
}

function isInstalled() {
  const wanted = hashOf(lockFile)
  if (readText(stampFile) === wanted) return true
  if (!fs.existsSync(installedFile)) return false
  if (!satisfies(readLock(installedFile), readLock(lockFile))) return false
  fs.writeFileSync(stampFile, wanted) // installed by hand, and complete
  return true
}

/** @typedef {{ version?: string, optional?: boolean }} Package */
/** @typedef {{ packages: Record<string, Package> }} Lock */

/**
 * Whether what is installed is what the lock asks for. Packages for other platforms may be absent.
 * @param {Lock} installed
 * @param {Lock} wanted
 */
export function satisfies(installed, wanted) {
  return Object.entries(wanted.packages).every(([name, { version, optional }]) => {
    const found = installed.packages[name]
    return name === '' || (found ? found.version === version : optional === true)
  })
}

// npm removes node_modules first, and NODE_ENV=production would leave out what builds and tests.
async function npmCi() {
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
  if (code === 0) return
  throw new Stop(
    'The packages could not be installed (npm ci failed). The first start needs the npm registry; later ones do not.',
    output,
  )
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}

/** @param {string} file */
function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}
