import { and, eq } from 'drizzle-orm'
import { consents } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'

type Door = Pick<Reading, 'actor' | 'tx'>

/** The moment the client took the basic consent back, while it is not given again; null also where it was never recorded. */
export async function basicConsentEnded({ actor, tx }: Door, clientId: string): Promise<string | null> {
  const ofClient = and(
    eq(consents.orgId, actor.organisationId),
    eq(consents.clientId, clientId),
    eq(consents.purpose, 'PROCESSING'),
  )
  const given = await tx.select({ withdrawnAt: consents.withdrawnAt }).from(consents).where(ofClient)
  const ends = given.flatMap(({ withdrawnAt }) => withdrawnAt?.toISOString() ?? [])
  return ends.length < given.length ? null : (ends.toSorted().at(-1) ?? null)
}

/**
 * Nothing more is asked of a client, taken from them for the case or agreed with them once they took the basic consent back
 * [PIPL 15]: see docs/decisions/0040.
 * @throws Refusal `rule` {why: 'consent_withdrawn'}
 */
export async function expectBasicConsent(door: Door, clientId: string) {
  if ((await basicConsentEnded(door, clientId)) !== null) throw new Refusal('rule', { why: 'consent_withdrawn' })
}
