import { orNotFound } from '@/app/_parts/or-not-found'
import { caseGet } from '@/lib/cases/queries'
import { getClient } from '@/lib/clients/queries'
import type { Actor } from '@/lib/core/actor'
import { listEvidence } from '@/lib/evidence/queries'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'

/** What every page of a case shows around its own content: the case, its client, and how complete the evidence is. */
export async function caseView(actor: Actor, caseId: string) {
  const kase = await orNotFound(caseGet(actor, { caseId }))
  const clientId = kase.client.id
  const [client, evidence] = await Promise.all([
    orNotFound(getClient(actor, { clientId })),
    orNotFound(listEvidence(actor, { clientId })),
  ])
  return { actor, kase, client, evidence, today: civilDateIn(now(), actor.timeZone) }
}

export type CaseView = Awaited<ReturnType<typeof caseView>>
