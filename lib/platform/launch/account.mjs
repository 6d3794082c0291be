// @ts-check
// PostgreSQL refuses to run as root: then it runs as an account without rights.
import { spawnSync } from 'node:child_process'
import { Stop } from './stop.mjs'

const own = 'parley-pg'

/** @typedef {{ uid?: number, gid?: number }} Account empty: the account of this process */

export const isRoot = process.getuid?.() === 0

/**
 * The account the database runs as. One that owns a cluster already keeps it.
 * @param {{ uid: number, gid: number } | null} owner of an existing data directory
 * @returns {Account}
 */
export function databaseAccount(owner) {
  if (!isRoot) return {}
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = find('postgres') ?? find(own) ?? create() ?? find('nobody')
  if (!found)
    throw new Stop(
      'PostgreSQL does not run as root, and this system has no other account for it. Start Parley as an ordinary user.',
    )
  return found
}

/**
 * Whether the account may do what `test` tests: -x to enter a folder, -w to write.
 * @param {Account} account @param {'-x' | '-r' | '-w'} right @param {string} file
 */
export function accountMay(account, right, file) {
  return spawnSync('test', [right, file], { ...account, cwd: '/' }).status === 0
}

function create() {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', own])
  return find(own)
}

/** @param {string} name */
function find(name) {
  const [uid, gid] = ['-u', '-g'].map((kind) => Number.parseInt(spawnSync('id', [kind, name], { encoding: 'utf8' }).stdout, 10))
  return uid && gid ? { uid, gid } : null
}
