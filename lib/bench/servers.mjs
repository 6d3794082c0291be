// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { next } from '../platform/launch/build.mjs'
import { lifetime } from '../platform/launch/lifetime.mjs'
import { freePort } from '../platform/launch/postmaster.mjs'
import { endGroup, root, runNode, spawnLeashed } from '../platform/launch/run.mjs'
import { Stop } from '../platform/launch/stop.mjs'

/** @typedef {import('./office.mjs').Office} Office */
/** @typedef {{ name: 'raw' | 'next' | 'parley', port: number, pid: number, stop: () => Promise<void> }} Server */

const here = path.join(root, 'lib/bench')
const raw = path.join(here, 'raw-server.mjs')
const bareNext = path.join(root, '.data/bench-next')
const startup = 60_000

/** Where each file of the Next application that does nothing but replay comes from. */
const parts = {
  'next.config.js': 'floor/next.config.js',
  'app/replay/[...call]/replay.mjs': 'floor/replay.mjs',
  'app/replay/[...call]/route.js': 'floor/route.js',
}

/**
 * Builds that application, in a folder of its own: Turbopack would take the instrumentation of ours from above it, so this
 * one is built with webpack. Again only where Next or a part changed.
 */
export async function buildBareNext() {
  const version = fs.readFileSync(path.join(root, 'node_modules/next/package.json'), 'utf8')
  const from = [version, ...Object.values(parts).map((part) => fs.readFileSync(path.join(here, part), 'utf8'))].join('\n')
  const stamp = path.join(bareNext, '.next/built-from')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === from) return
  for (const [file, part] of Object.entries(parts)) {
    fs.mkdirSync(path.dirname(path.join(bareNext, file)), { recursive: true })
    fs.copyFileSync(path.join(here, part), path.join(bareNext, file))
  }
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await runNode([next, 'build', '--webpack', bareNext], {
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    failed: 'The bare Next application could not be built.',
  })
  fs.writeFileSync(stamp, from)
}

/**
 * The product and both floors over one office, all in production mode, as the same database role.
 * @param {Office} office
 * @returns {Promise<Server[]>}
 */
export async function startServers({ env, appPort }) {
  const [rawPort, nextPort] = [await freePort(), await freePort()]
  const production = { ...env, NODE_ENV: 'production' }
  const [call, product] = ['/replay/case/0', '/api/health/ready']
  return [
    await start('raw', { port: rawPort, args: [raw], env: { ...production, PORT: String(rawPort) }, first: call }),
    await start('next', {
      port: nextPort,
      args: [next, 'start', bareNext, '-H', '127.0.0.1', '-p', String(nextPort)],
      env: production,
      first: call,
    }),
    await start('parley', {
      port: appPort,
      args: [next, 'start', '-H', '127.0.0.1', '-p', String(appPort)],
      env: production,
      first: product,
    }),
  ]
}

/**
 * @param {Server['name']} name
 * @param {{ port: number, args: string[], env: Record<string, string>, first: string }} how
 * @returns {Promise<Server>}
 */
async function start(name, { port, args, env, first }) {
  const child = spawnLeashed(args, env)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said = `${said}${text}`.slice(-4000)))
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    endGroup(child, 'SIGKILL')
    await ended
  }
  lifetime.add(stop)
  for (const deadline = performance.now() + startup; !(await answers(port, first)); await sleep(50)) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Stop(`The ${name} server did not start.`, said)
  }
  return { name, port, pid: child.pid ?? 0, stop }
}

/** @param {number} port @param {string} first */
async function answers(port, first) {
  try {
    return (await fetch(`http://127.0.0.1:${port}${first}`)).ok
  } catch {
    return false
  }
}
