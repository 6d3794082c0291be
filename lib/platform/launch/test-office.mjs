// @ts-check
import { build } from './build.mjs'
import { inCluster } from './database.mjs'
import { loadDemo } from './demo.mjs'
import { environment, ownerEnvironment } from './environment.mjs'
import { openEphemeral } from './ephemeral.mjs'
import { freePort } from './postmaster.mjs'
import { migrateOffice } from './schema.mjs'
import { secretsIn } from './secrets.mjs'
import { startServer, untilReady } from './server.mjs'
import { parseSettings } from './settings.mjs'
import { Stop } from './stop.mjs'

/**
 * The built application over a demo office of its own, for browser tests and benchmarks; gone when it is closed.
 * @param {{ withDemo?: boolean }} [options]
 */
export async function openTestOffice({ withDemo = true } = {}) {
  const postgres = await openEphemeral()
  try {
    const settings = parseSettings({ PORT: String(await freePort()), DATA_DIR: postgres.dataDir })
    const secrets = secretsIn(settings.dataDir)
    const database = await inCluster(postgres, secrets.appRole, { isDurable: false })
    const env = environment(settings, database, secrets)
    await migrateOffice(database, env)
    await build()
    const { ownerUrl } = database
    if (withDemo) await loadDemo({ ownerUrl, dataDir: settings.dataDir, env: ownerEnvironment(env, database) })
    const server = startServer('start', settings, env)
    await untilReady(server, settings)
    return {
      address: settings.address,
      env: ownerEnvironment(env, database),
      said: server.said,
      close: async () => {
        await server.stop()
        await postgres.close()
      },
    }
  } catch (error) {
    if (error instanceof Stop && error.details) console.error(error.details)
    await postgres.close()
    throw error
  }
}
