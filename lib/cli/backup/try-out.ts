import { closePool } from '@/db/client'
import { verifyChains } from '@/lib/audit/chain.queries'
import { inCluster } from '@/lib/platform/launch/database.mjs'
import { environment } from '@/lib/platform/launch/environment.mjs'
import { openEphemeral } from '@/lib/platform/launch/ephemeral.mjs'
import { migrateOffice } from '@/lib/platform/launch/schema.mjs'
import { secretsIn } from '@/lib/platform/launch/secrets.mjs'
import { parseSettings } from '@/lib/platform/launch/settings.mjs'
import { asOwner } from '../owner'
import { differences } from './differences'
import { loadBackup } from './load'
import type { Manifest } from './manifest'

/**
 * Restores a backup into a database of its own, which is gone afterwards, and compares: rows of every table, and every audit
 * chain recomputed to its head. Nothing of the installation is touched. @returns what is not as the manifest says
 */
export async function tryOut(folder: string, manifest: Manifest): Promise<string[]> {
  const cluster = await openEphemeral()
  try {
    const settings = parseSettings({ DATA_DIR: cluster.dataDir })
    const secrets = secretsIn(settings.dataDir)
    const database = await inCluster(cluster, secrets.appRole, { isDurable: false })
    const env = environment(settings, database, secrets)
    await migrateOffice(database, env)
    const different = await asOwner(async (client) => {
      await client.query('begin')
      await loadBackup(client, folder, manifest)
      const found = await differences(client, manifest)
      await client.query('commit')
      return found
    }, database.ownerUrl)
    Object.assign(process.env, { PARLEY_APP_URL: database.appUrl, PARLEY_PATIENCE: '20' })
    const broken = (await verifyChains()).filter(({ firstBad }) => firstBad !== null)
    return [...different, ...broken.map(({ name, firstBad }) => `the audit chain of ${name} breaks at ${firstBad}`)]
  } finally {
    await closePool()
    await cluster.close()
  }
}
