// @ts-check
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { next } from './build.mjs'
import { endGroup, spawnLeashed } from './run.mjs'
import { reachable } from './settings.mjs'
import { codeOf, Stop } from './stop.mjs'

/** @typedef {{ port: number, host: string }} Place */

const readableRequest = new URL('./readable-request.mjs', import.meta.url).href
const startup = 90_000
const grace = 25_000

/**
 * Starts Next itself, without npm between, so that signals reach it.
 * @param {'start' | 'dev'} mode
 * @param {Place} place
 * @param {Record<string, string>} env
 */
export function startServer(mode, { port, host }, env) {
  const NODE_ENV = mode === 'start' ? 'production' : 'development'
  const child = spawnLeashed(['--import', readableRequest, next, mode, '-H', host, '-p', String(port)], { ...env, NODE_ENV })
  let said = ''
  let isOpen = false
  const hear = (/** @type {NodeJS.WriteStream} */ screen) => (/** @type {Buffer} */ text) => {
    if (isOpen) screen.write(text)
    else said = `${said}${text}`.slice(-8000)
  }
  child.stdout?.on('data', hear(process.stdout))
  child.stderr?.on('data', hear(process.stderr))
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0))))

  return {
    ended,
    said: () => said,
    /** From now on what the server says goes to the screen. */
    open: () => {
      isOpen = true
    },
    /** Requests in flight are finished first. */
    stop: async () => {
      endGroup(child, 'SIGTERM')
      const late = setTimeout(() => endGroup(child, 'SIGKILL'), grace)
      await ended
      clearTimeout(late)
    },
  }
}

/**
 * Waits until the server says it is ready, then asks for the first pages, so that nobody waits for a cold one.
 * @param {ReturnType<typeof startServer>} server
 * @param {Place} place
 */
export async function untilReady(server, { port, host }) {
  const address = `http://${reachable(host)}:${port}`
  let hasEnded = false
  server.ended.then(() => {
    hasEnded = true
  })
  for (const deadline = performance.now() + startup; !(await isReady(address)); await sleep(40)) {
    if (hasEnded) throw new Stop('The server ended while starting.', server.said())
    if (performance.now() > deadline) throw new Stop('The server did not become ready.', server.said())
  }
  for (const page of ['/sign-in', '/board']) await fetch(address + page, { redirect: 'manual' })
}

/** @param {string} address */
async function isReady(address) {
  try {
    const { ok } = await fetch(`${address}/api/health/ready`, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return ok
  } catch {
    return false
  }
}

/** @type {Record<string, (place: Place) => string>} */
const busy = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`,
  EACCES: ({ port }) => `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is not an address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not an address of this machine.`,
}

/**
 * Refuses a place that cannot be served from. A server whose launcher was just killed is given time to leave.
 * @param {Place} place
 */
export async function refuseBusyPlace(place) {
  for (let tries = 0; ; tries++) {
    const code = await tryListening(place)
    if (code === '') return
    if (code !== 'EADDRINUSE' || tries === 12)
      throw new Stop(busy[code]?.(place) ?? `Port ${place.port} cannot be opened (${code}).`)
    await sleep(250)
  }
}

/** @param {Place} place @returns {Promise<string>} the error code, '' where it is free */
function tryListening({ port, host }) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error) => resolve(codeOf(error)))
    probe.listen(port, host, () => probe.close(() => resolve('')))
  })
}
