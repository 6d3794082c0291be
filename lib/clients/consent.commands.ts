import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { consents } from '@/db/schema'
import { type ConsentPurpose, consentChannels, consentPurposes } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { consentTextVersion } from './consent'
import { lockClient } from './scope.queries'

/** Records that a client agreed to one purpose, in today's wording [PIPL 14, 29]. */
export const giveConsent = command({
  name: 'consent.give',
  input: z.strictObject({ clientId: z.uuid(), purpose: z.enum(consentPurposes), channel: z.enum(consentChannels) }),
  async run(work, { clientId, purpose, channel }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    const inForce = await consentsInForce(work, clientId, purpose)
    if (inForce.some((consent) => consent.textVersion === consentTextVersion)) throw new Refusal('rule', { why: 'consent_given' })
    const id = randomUUID()
    const given = { clientId, purpose, textVersion: consentTextVersion }
    await tx.insert(consents).values({ orgId: actor.organisationId, id, ...given, channel, givenAt: now })
    audit({ type: 'consent.given', ...given })
    return { id }
  },
})

/** Withdrawing is as easy as giving [PIPL 15]; what was done before stays lawful, so rows are kept. */
export const withdrawConsent = command({
  name: 'consent.withdraw',
  input: z.strictObject({ clientId: z.uuid(), purpose: z.enum(consentPurposes) }),
  async run(work, { clientId, purpose }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    const withdrawn = await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(inForce(actor.organisationId, clientId, purpose))
      .returning({ id: consents.id })
    if (withdrawn.length === 0) throw new Refusal('rule', { why: 'consent_missing' })
    audit({ type: 'consent.withdrawn', clientId, purpose })
    return { withdrawn: withdrawn.length }
  },
})

const inForce = (organisationId: string, clientId: string, purpose: ConsentPurpose) =>
  and(
    eq(consents.orgId, organisationId),
    eq(consents.clientId, clientId),
    eq(consents.purpose, purpose),
    isNull(consents.withdrawnAt),
  )

/** Consents of a client to one purpose that were not withdrawn. */
export const consentsInForce = ({ actor, tx }: Pick<Work, 'actor' | 'tx'>, clientId: string, purpose: ConsentPurpose) =>
  tx
    .select()
    .from(consents)
    .where(inForce(actor.organisationId, clientId, purpose))
