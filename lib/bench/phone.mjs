// @ts-check
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { barePage } from './bare-page.mjs'

/** An old phone in a lift: a sixth of this processor, 400 kbit/s both ways, 400 ms to anywhere and back. */
export const profile = { cpu: 6, bytesPerSecond: 50_000, roundTrip: 400, width: 360, height: 800 }
const rounds = 5

/** @typedef {import('../platform/launch/browser.mjs').Browser} Browser */
/** @typedef {{ fcp: number, bytes: number }} Seen milliseconds to the first content, bytes of the document and its styles */
/** @typedef {{ fcp: number, bareFcp: number, bytes: number, ratio: number, profile: typeof profile }} Phone */

/**
 * How long a client waits for the first thing to read after opening their link, beside a page that was written to a file and
 * weighs the same, both on the same slow phone and in turns. The median of the rounds.
 * @param {{ origin: string, path: string, browser: Pick<Browser, 'executablePath' | 'env'> }} where
 * @returns {Promise<Phone>}
 */
export async function phoneFirstPage({ origin, path, browser: { executablePath, env } }) {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  const bare = await serveBare(origin, path)
  try {
    const product = () => look(browser, origin + path)
    const floor = () => look(browser, bare.origin)
    await product()
    /** @type {[Seen, Seen][]} */
    const seen = []
    for (let round = 0; round < rounds; round += 1) seen.push([await product(), await floor()])
    const fcp = middle(seen.map(([ours]) => ours.fcp))
    const bareFcp = middle(seen.map(([, theirs]) => theirs.fcp))
    const ratio = middle(seen.map(([ours, theirs]) => ours.fcp / theirs.fcp))
    return { fcp, bareFcp, bytes: middle(seen.map(([ours]) => ours.bytes)), ratio, profile }
  } finally {
    await browser.close()
    bare.close()
  }
}

/** One visit of somebody who was never here. @param {import('playwright').Browser} browser @param {string} url @returns {Promise<Seen>} */
async function look(browser, url) {
  const context = await browser.newContext({ viewport: { width: profile.width, height: profile.height }, locale: 'zh-CN' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: profile.roundTrip },
    ...{ downloadThroughput: profile.bytesPerSecond, uploadThroughput: profile.bytesPerSecond },
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
  const weigh = weighing(devtools)
  const answer = await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
  if (answer?.status() !== 200) throw new Error(`The first page answered ${answer?.status()}.`)
  const fcp = await page.evaluate(
    () =>
      new Promise((resolve) =>
        new PerformanceObserver((list) => resolve(list.getEntriesByName('first-contentful-paint')[0]?.startTime)).observe({
          type: 'paint',
          buffered: true,
        }),
      ),
  )
  await context.close()
  return { fcp: Number(fcp), bytes: weigh() }
}

/** Adds up what the document and its style sheets weigh as they are sent. @param {import('playwright').CDPSession} devtools */
function weighing(devtools) {
  /** @type {Set<string>} */
  const counted = new Set()
  let bytes = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Document' || type === 'Stylesheet') counted.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}

/** The same page as a file of the same weight, from a server that does nothing else. @param {string} origin @param {string} path */
async function serveBare(origin, path) {
  const html = await (await fetch(origin + path, { headers: { 'accept-language': 'zh-CN' } })).text()
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
    ([, href]) => new URL(href ?? '', origin),
  )
  const styles = await Promise.all(sheets.map(async (sheet) => (await fetch(sheet)).text()))
  const weight = gzipSync(html).length + styles.reduce((sum, style) => sum + gzipSync(style).length, 0)
  const sent = barePage(html, styles, weight)
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(sent)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

const middle = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
