// @ts-check
import http from 'node:http'

/** @typedef {{ method: string, path: string, headers?: Record<string, string>, body?: string }} Call */
/** @typedef {{ next: () => Call, done?: () => void }} Caller one client: what it asks next, and what it learns when that was done */
/** @typedef {{ requests: number, errors: number, seconds: number, p50: number, p95: number, bytes: number }} Load times in milliseconds, bytes of one answer */

/**
 * Lets callers ask one thing after another, each as fast as it is answered, for so long and at least so often.
 * @param {number} port
 * @param {Caller[]} callers
 * @param {number} seconds
 * @param {number} [least]
 * @returns {Promise<Load>}
 */
export async function load(port, callers, seconds, least = 0) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers.length })
  /** @type {number[]} */
  const times = []
  let [errors, bytes] = [0, 0]
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(
    callers.map(async (caller) => {
      while (performance.now() < until || times.length < least) {
        const asked = performance.now()
        const { status, body } = await ask(port, agent, caller.next())
        times.push(performance.now() - asked)
        bytes += body.length
        if (status >= 400) errors += 1
        else caller.done?.()
      }
    }),
  )
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const requests = times.length
  return { requests, errors, seconds: (performance.now() - started) / 1000, p50: at(0.5), p95: at(0.95), bytes: bytes / requests }
}

/**
 * @param {number} port @param {http.Agent} agent @param {Call} call
 * @returns {Promise<{ status: number, body: Buffer }>}
 */
function ask(port, agent, { method, path, headers = {}, body }) {
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 599, body: Buffer.alloc(0) })
    const request = http.request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 599, body: Buffer.concat(chunks) }))
      response.on('error', failed)
    })
    request.on('error', failed)
    request.end(body)
  })
}
