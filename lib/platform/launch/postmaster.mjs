// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { ownGroup } from './run.mjs'

/** @typedef {import('./cluster.mjs').Cluster} Cluster */

const durable = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'shared_buffers=256MB']
const forTests = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=128MB']

// Values of a person's life never reach a log: no failed statement, no parameter, no detail of an error.
const quiet = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]
const largestLog = 1_000_000
const triesOfAnEmptyFile = 8 // two seconds
const reach = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'jit=off']

/**
 * Starts a postmaster in its own process group; what it says goes to the cluster's log, which outlives the launcher.
 * @param {Cluster} cluster
 * @param {{ port: number, fast: boolean }} options
 */
export function startPostmaster({ data, log, account, binaries }, { port, fast }) {
  const settings = [`port=${port}`, ...reach, ...quiet, ...(fast ? forTests : durable)]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const { output, from } = openLog(log)
  const child = spawn(binaries.program('postgres'), args, {
    ...account,
    cwd: data,
    detached: ownGroup,
    stdio: ['ignore', output, output],
  })
  fs.closeSync(output)
  let hasEnded = false
  child.once('error', () => {
    hasEnded = true
  })
  child.once('exit', () => {
    hasEnded = true
  })
  child.unref()
  return {
    pid: child.pid,
    get hasEnded() {
      return hasEnded
    },
    said: () => fs.readFileSync(log).subarray(from).toString().slice(-4000),
  }
}

/** @param {string} log */
function openLog(log) {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) fs.renameSync(log, `${log}.1`)
  return { output: fs.openSync(log, 'a', 0o600), from: size > largestLog ? 0 : size }
}

/**
 * Stops the cluster whoever started it: open transactions are rolled back, everything committed is written.
 * @param {Cluster} cluster
 * @param {'fast' | 'immediate'} mode
 */
export function stopPostmaster({ data, account, binaries }, mode = 'fast') {
  const args = ['stop', '-D', data, '-m', mode, '-w', '-t', '60', '-s']
  return new Promise((resolve) => {
    const child = spawn(binaries.program('pg_ctl'), args, { ...account, cwd: data, detached: ownGroup, stdio: 'ignore' })
    child.once('error', resolve)
    child.once('exit', resolve)
  })
}

/**
 * What postmaster.pid says: who runs the cluster, on which port.
 * @param {Cluster} cluster
 */
export function readPidFile({ data }) {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number.parseInt(lines[3] ?? '', 10) }
  } catch {
    return null
  }
}

/**
 * After a kill the pid in the file may belong to somebody else, or to a process nobody has buried, and PostgreSQL
 * then refuses to start for good. A pid beyond every system's limit lets it start; the line that names the shared
 * memory stays, so backends that still live are waited for. An empty file is somebody's who is starting, unless it stays.
 * @param {Cluster} cluster
 * @param {number} tries how often starting was refused
 */
export function forgetDeadOwner(cluster, tries) {
  const owner = readPidFile(cluster)
  const file = path.join(cluster.data, 'postmaster.pid')
  if (owner && Number.isNaN(owner.pid) && tries >= triesOfAnEmptyFile) fs.rmSync(file, { force: true })
  if (!owner || Number.isNaN(owner.pid) || isPostmasterOf(cluster, owner.pid)) return
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^\d+/, '99999999'))
}

/** @param {Cluster} cluster @param {number} pid */
function isPostmasterOf({ data }, pid) {
  if (process.platform === 'win32') return true
  return fs.existsSync('/proc/self/cmdline') ? linuxCommand(pid).includes(data) : bsdCommand(pid).includes(data)
}

/** @param {number} pid */
function linuxCommand(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') // empty for a process that has ended
  } catch {
    return []
  }
}

/** @param {number} pid */
const bsdCommand = (pid) => spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''

/** @returns {Promise<number>} a port nobody listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(bound && typeof bound === 'object' ? bound.port : 0))
    })
  })
}
