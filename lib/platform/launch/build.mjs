// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { root, runNode } from './run.mjs'
import { sourceHash } from './source-hash.mjs'
import { Stop } from './stop.mjs'

export const next = path.join(root, 'node_modules/next/dist/bin/next')

// A build imports what reads these, and keeps nothing of them.
const placeholders = { NEXTAUTH_URL: 'http://build.invalid', NEXTAUTH_SECRET: 'only-while-building-and-never-used' }
const buildEnvironment = { ...placeholders, ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
const buildId = path.join(root, '.next/BUILD_ID')
const stampFile = path.join(root, '.next/parley-build')

const failed = 'The application could not be built.'

/**
 * Builds the application unless the build there is one of exactly these sources.
 * @returns {Promise<string>} what was done
 */
export async function build() {
  if (isFresh()) return 'up to date'
  return withLock(path.join(root, '.data/build.lock'), async () => {
    if (isFresh()) return 'up to date'
    const hash = sourceHash(root)
    fs.rmSync(stampFile, { force: true }) // a killed build must not pass for a finished one
    await runNode([next, 'build'], { env: buildEnvironment, failed })
    if (!fs.existsSync(buildId)) throw new Stop(failed)
    fs.writeFileSync(stampFile, hash)
    return 'built'
  })
}

function isFresh() {
  const hasBuild = fs.existsSync(stampFile) && fs.existsSync(buildId)
  return hasBuild && fs.readFileSync(stampFile, 'utf8') === sourceHash(root)
}
