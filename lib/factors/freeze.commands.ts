import { randomUUID } from 'node:crypto'
import { factorSnapshots } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import { civilDateIn } from '@/lib/platform/dates'
import { catalogueVersion, computeFactors } from './catalogue'
import { factsOf, type Sent } from './facts.queries'

/**
 * Freezes F-01..F-27 as they are known at the moment a version is sent (T2). Nothing written later flows in: the row is
 * not computed again.
 */
export async function freezeFactors(work: Work, sent: Sent) {
  const { version } = sent
  const frozen = computeFactors(await factsOf(work, sent), civilDateIn(work.now, work.actor.timeZone))
  await work.tx.insert(factorSnapshots).values({
    ...{ orgId: version.orgId, id: randomUUID(), versionId: version.id, caseId: version.caseId, clientId: version.clientId },
    ...{ catalogueVersion, values: frozen.values, missing: frozen.missing, takenAt: work.now },
  })
  work.audit({ type: 'factors.frozen', caseId: version.caseId, versionId: version.id, catalogue: catalogueVersion })
}
