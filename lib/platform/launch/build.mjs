// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { root, runNode } from './run.mjs'
import { sourceHash } from './source-hash.mjs'

export const next = path.join(root, 'node_modules/next/dist/bin/next')
const buildEnvironment = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
const stampFile = path.join(root, '.next/parley-build')

/**
 * Builds the application unless the build there is one of exactly these sources.
 * @returns {Promise<string>} what was done
 */
export async function build() {
  if (isFresh()) return 'up to date'
  return withLock('build', async () => {
    if (isFresh()) return 'up to date'
    const hash = sourceHash(root)
    fs.rmSync(stampFile, { force: true }) // a killed build must not pass for a finished one
    await runNode([next, 'build'], { env: buildEnvironment, failed: 'The application could not be built.' })
    fs.writeFileSync(stampFile, hash)
    return 'built'
  })
}

function isFresh() {
  const hasBuild = fs.existsSync(stampFile) && fs.existsSync(path.join(root, '.next/BUILD_ID'))
  return hasBuild && fs.readFileSync(stampFile, 'utf8') === sourceHash(root)
}
