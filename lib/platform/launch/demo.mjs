// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { ask } from './ask.mjs'
import { withLock } from './lock.mjs'
import { runNode, typescript } from './run.mjs'

/** The password of every demo account; anybody may know it. */
export const demoPassword = 'parley-demo-2026'
export const demoLogins = {
  'Demo office': ['admin', 'supervisor', 'counsellor', 'counsellor2', 'analyst', 'auditor', 'client', 'client2'].map(
    (name) => `${name}@demo.test`,
  ),
  'Second office': ['counsellor@other.test', 'client@other.test'],
}

/**
 * Loads the demo office into a database that has none and nobody else either. A load that was killed half way is
 * cleared and begun again.
 * @param {{ ownerUrl: string, dataDir: string, env: Record<string, string> }} office
 * @returns {Promise<string>} what was done
 */
export function loadDemo({ ownerUrl, dataDir, env }) {
  const unfinished = path.join(dataDir, 'demo-unfinished')
  return withLock(path.join(dataDir, 'demo.lock'), async () => {
    if (fs.existsSync(unfinished)) await command('clear', env)
    else if (!(await isEmpty(ownerUrl))) return 'not needed'
    fs.writeFileSync(unfinished, '')
    await command('load', env)
    fs.rmSync(unfinished)
    return 'loaded'
  })
}

/** @param {string} ownerUrl @returns {Promise<boolean>} */
export async function isEmpty(ownerUrl) {
  return (await ask(ownerUrl, 'select not exists (select 1 from organisations) as answer')).answer
}

/** @param {string} ownerUrl @returns {Promise<boolean>} */
export async function hasDemo(ownerUrl) {
  return (await ask(ownerUrl, "select exists (select 1 from users where email = 'admin@demo.test') as answer")).answer
}

/** @param {'load' | 'clear'} verb @param {Record<string, string>} env */
function command(verb, env) {
  return runNode([...typescript, 'lib/cli/parley.ts', 'demo', verb], { env, failed: `The demo office could not be ${verb}ed.` })
}
