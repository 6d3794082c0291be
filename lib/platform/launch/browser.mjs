// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'
import { root, run } from './run.mjs'
import { Stop } from './stop.mjs'

/** @typedef {{ source: string, executablePath: string, env: Record<string, string> }} Browser */

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * Browsers that may be on this machine, in the order they are tried.
 * @param {string | undefined} chosen CHROME_PATH
 * @param {string} playwrights where Playwright would have put its own
 */
export function candidates(chosen, playwrights) {
  return [
    ...(chosen ? [{ source: 'CHROME_PATH', executablePath: chosen }] : []),
    { source: 'playwright', executablePath: playwrights },
    ...installed.map((executablePath) => ({ source: 'system', executablePath })),
  ]
}

/**
 * A browser to test with: the one named, one that is here, the one from npm, else one that Playwright downloads.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const playwrights = chromium.executablePath()
  const here = candidates(process.env.CHROME_PATH, playwrights).find(({ executablePath }) => works(executablePath))
  const found = here ? { ...here, env: {} } : ((await fromNpm()) ?? (await downloaded(playwrights)))
  if (found) return found
  throw new Stop('No browser was found. Install Chrome or Chromium, or name one in CHROME_PATH.')
}

/**
 * Its system libraries come along, but are only unpacked where it believes to be in the cloud it was made for.
 * @returns {Promise<Browser | null>}
 */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const before = process.env.LD_LIBRARY_PATH ?? ''
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    const bundled = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '', FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? '' }
    const env = [{ LD_LIBRARY_PATH: before }, bundled].find((libraries) => works(executablePath, libraries))
    return env ? { source: 'npm', executablePath, env } : null
  } catch {
    return null // an optional package
  }
}

/** @param {string} executablePath @returns {Promise<Browser | null>} */
async function downloaded(executablePath) {
  await run(process.execPath, [path.join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'])
  return works(executablePath) ? { source: 'downloaded', executablePath, env: {} } : null
}

/** @param {string} file @param {Record<string, string>} [env] */
function works(file, env) {
  if (!fs.existsSync(file)) return false
  if (process.platform === 'win32') return true // it would open a window
  return spawnSync(file, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0
}
