// @ts-check
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { lifetime } from './lifetime.mjs'
import { Stop } from './stop.mjs'

/** @typedef {Record<string, string | undefined>} Environment */

/** Each child leads its own group, so that Ctrl+C reaches the launcher alone and the launcher ends them in order. */
export const ownGroup = process.platform !== 'win32'

/** The repository's root: every command runs there. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Runs a command to its end and answers its exit code and everything it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Environment, shell?: boolean }} [options]
 */
export function run(command, args, { env = process.env, shell = false } = {}) {
  const options = { cwd: root, shell, detached: ownGroup, env: /** @type {NodeJS.ProcessEnv} */ (env) }
  return ending(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }))
}

/**
 * Runs a script of ours or of a package with this Node; a failure stops with the sentence given.
 * @param {string[]} args
 * @param {{ env?: Environment, failed: string }} options
 */
export async function runNode(args, { env = process.env, failed }) {
  const { code, output } = await runLeashed(args, env)
  if (code !== 0) throw new Stop(failed, output)
  return output
}

/** @param {string[]} args @param {Environment} env */
export const runLeashed = (args, env) => ending(spawnLeashed(args, env))

/**
 * Starts a script with this Node that ends when we do, also when we are killed.
 * @param {string[]} args
 * @param {Environment} env
 */
export function spawnLeashed(args, env) {
  /** @type {Environment} */
  const marked = { ...env, PARLEY_LEASH: '1' }
  return spawn(process.execPath, ['--import', leash, ...args], {
    cwd: root,
    env: /** @type {NodeJS.ProcessEnv} */ (marked),
    detached: ownGroup,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

const leash = new URL('./leash.mjs', import.meta.url).href

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number, output: string }>}
 */
function ending(child) {
  return new Promise((resolve, reject) => {
    const forget = lifetime.add(() => endGroup(child, 'SIGTERM'))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      forget()
      resolve({ code: code ?? 1, output })
    })
  })
}

/** How TypeScript of ours is run outside Next. */
export const typescript = ['--conditions=react-server', '--import', 'tsx']

/**
 * Signals a child and everything it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal)
  } catch {
    // it has ended by itself
  }
}
