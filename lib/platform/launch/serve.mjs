// @ts-check

import { announcement } from './announcement.mjs'
import { build } from './build.mjs'
import { hasDemo, isEmpty, loadDemo } from './demo.mjs'
import { ownerEnvironment } from './environment.mjs'
import { lifetime } from './lifetime.mjs'
import { openOffice } from './office.mjs'
import { migrateOffice } from './schema.mjs'
import { refuseBusyPlace, startServer, untilReady } from './server.mjs'
import { parseSettings } from './settings.mjs'
import { step } from './steps.mjs'
import { reasonOf, Stop } from './stop.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./database.mjs').Database} Database */

/**
 * Everything between installed packages and an address to open.
 * @param {{ mode: 'start' | 'dev', withDemo: boolean }} options
 */
export async function serve({ mode, withDemo }) {
  const settings = parseSettings(process.env)
  await refuseBusyPlace(settings)

  const { database, env } = await step('database', async (note) => {
    const office = await openOffice(settings, (error) => stopBecause('The database died and did not come back.', error))
    lifetime.add(office.database.close)
    note(office.database.what)
    return office
  })
  await step('schema', async (note) => note(await migrateOffice(database, env)))
  if (mode === 'start') await step('build', async (note) => note(await build()), { slow: 'about a minute the first time' })
  if (withDemo && mayHaveDemo(settings)) await demoStep(settings, database, env)
  await step('server', () => startAndWait(mode, settings, env))

  const { isEmbedded, ownerUrl } = database
  const state = { isEmpty: await isEmpty(ownerUrl), hasDemo: isEmbedded && (await hasDemo(ownerUrl)) }
  console.log(announcement(settings, state))
}

/** The demo comes by itself only where nobody works in earnest. @param {Settings} settings */
const mayHaveDemo = ({ databaseUrl, appUrl }) => databaseUrl === null && appUrl === null

/** @param {Settings} settings @param {Database} database @param {Record<string, string>} env */
function demoStep({ dataDir }, database, env) {
  const office = { ownerUrl: database.ownerUrl, dataDir, env: ownerEnvironment(env, database) }
  return step('demo office', async (note) => note(await loadDemo(office)))
}

/** @param {'start' | 'dev'} mode @param {Settings} settings @param {Record<string, string>} env */
async function startAndWait(mode, settings, env) {
  const server = startServer(mode, settings, env)
  lifetime.add(server.stop)
  await untilReady(server, settings)
  server.open()
  server.ended.then(async (code) => {
    if (!lifetime.isEnding) await stopBecause(`The server ended by itself (exit code ${code}).`)
  })
}

/** @param {string} sentence @param {unknown} [error] */
async function stopBecause(sentence, error) {
  if (error instanceof Stop && error.details) console.error(error.details)
  console.error(`\n${sentence}${error === undefined ? '' : ` ${reasonOf(error)}`}`)
  await lifetime.end()
  process.exit(1)
}
