import type { TestProject } from 'vitest/node'
import { openEphemeral } from '../../lib/platform/launch/ephemeral.mjs'
import { makeDatabase } from '../../lib/platform/launch/postgres.mjs'
import { migrate } from '../migrate'

/** Where the tests find their cluster: every test file clones the migrated template. */
export type TestCluster = { port: number; ownerPassword: string; appPassword: string; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

const template = 'template_parley'
const appPassword = 'parley-test'

/** Once per run: one server, nothing synced to the disk, and one database brought to the schema of this build. */
export default async function setup(project: TestProject) {
  const server = await openEphemeral()
  await makeDatabase(server.url('postgres'), template)
  const ownerUrl = server.url(template)
  await migrate({ ownerUrl, appPassword })
  project.provide('cluster', { port: server.port, ownerPassword: new URL(ownerUrl).password, appPassword, template })
  return server.close
}
