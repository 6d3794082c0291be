import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, consents } from '@/db/schema'
import { type ConsentPurpose, consentChannels, consentPurposes } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { consentTextVersionOn } from './consent'
import { lockClient } from './scope.queries'

/** Records that a client agreed to one purpose, in the wording of that day [PIPL 14, 29]. */
export const giveConsent = command({
  name: 'consent.give',
  input: z.strictObject({
    clientId: z.uuid(),
    purpose: z.enum(consentPurposes),
    channel: z.enum(consentChannels),
    /** The lender documents may be handed to; only with SHARE_WITH_CREDITOR. Left out: every lender the client has a case with. */
    creditorId: z.uuid().optional(),
  }),
  async run(work, { clientId, purpose, channel, creditorId = null }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    if (creditorId !== null) await expectLender(work, { clientId, purpose, creditorId })
    const inForce = await consentsInForce(work, clientId, purpose)
    const textVersion = consentTextVersionOn(civilDateIn(now, actor.timeZone))
    const isSame = (consent: Consent) => consent.textVersion === textVersion && consent.creditorId === creditorId
    if (inForce.some(isSame)) throw new Refusal('rule', { why: 'consent_given' })
    const id = randomUUID()
    const given = { clientId, purpose, textVersion }
    await tx.insert(consents).values({ orgId: actor.organisationId, id, ...given, channel, creditorId, givenAt: now })
    audit({ type: 'consent.given', ...given })
    return { id }
  },
})

/** Withdrawing is as easy as giving [PIPL 15]; what was done before stays lawful, so rows are kept. */
export const withdrawConsent = command({
  name: 'consent.withdraw',
  input: z.strictObject({ clientId: z.uuid(), purpose: z.enum(consentPurposes), creditorId: z.uuid().optional() }),
  async run(work, { clientId, purpose, creditorId }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    const withdrawn = await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(inForce(actor.organisationId, clientId, purpose), ...toLender(creditorId)))
      .returning({ id: consents.id })
    if (withdrawn.length === 0) throw new Refusal('rule', { why: 'consent_missing' })
    audit({ type: 'consent.withdrawn', clientId, purpose })
    return { withdrawn: withdrawn.length }
  },
})

type Consent = typeof consents.$inferSelect

/** With a lender, only the consent that names it; without one, all of the purpose. */
const toLender = (creditorId: string | undefined) => (creditorId === undefined ? [] : [eq(consents.creditorId, creditorId)])

/** @throws Refusal `invalid` for a purpose that names no lender · `not_found` for a lender the client has no case with */
async function expectLender(
  { actor, tx }: Work,
  { clientId, purpose, creditorId }: { clientId: string; purpose: ConsentPurpose; creditorId: string },
) {
  if (purpose !== 'SHARE_WITH_CREDITOR') throw new Refusal('invalid', { fields: { creditorId: ['choice'] } })
  const [kase] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId), eq(cases.creditorId, creditorId)))
    .limit(1)
  found(kase)
}

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
