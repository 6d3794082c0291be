import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorisations, clients } from '@/db/schema'
import { authorityMatters, authorityTerm, authorityText } from '@/lib/clients/authority-text'
import { askedPurposes } from '@/lib/clients/consent'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { expectSigned, signature } from './signed.commands'

const agree = z.literal('on', 'tick')
const purpose = z.enum(askedPurposes)
const creditorId = z.uuid().optional()

/** The client agrees to one purpose, on a screen of its own, by a tick that was not set before. */
export const giveMyConsent = command({
  name: 'portal.giveConsent',
  input: z.strictObject({ purpose, creditorId, agree }),
  async run(work, { purpose: wanted, creditorId: lender }) {
    if (wanted === 'SHARE_WITH_CREDITOR' && lender === undefined) {
      // Handing over needs a recipient with a name [PIPL 23]; a blanket yes is not asked for here.
      throw new Refusal('invalid', { fields: { creditorId: ['required'] } })
    }
    const clientId = found(work.actor.clientId)
    return giveConsent.run(work, { clientId, purpose: wanted, creditorId: lender, channel: 'PORTAL' })
  },
})

/** Withdrawing takes no reason and no second question [PIPL 15]. */
export const withdrawMyConsent = command({
  name: 'portal.withdrawConsent',
  input: z.strictObject({ purpose, creditorId }),
  run: (work, values) => withdrawConsent.run(work, { clientId: found(work.actor.clientId), ...values }),
})

/** The authority letter, signed by typed name and a code told by telephone; the text it stands under is hashed. */
export const signMyAuthority = command({
  name: 'portal.signAuthority',
  input: z.strictObject({ ...signature, agree }),
  async run(work, { name, code }) {
    const { actor, tx, now, audit } = work
    await expectSigned(work, { name, code })
    const client = await ownClient(work)
    const { from, to } = authorityTerm(civilDateIn(now, actor.timeZone))
    const paper = { agent: actor.organisationName, matters: authorityMatters, from, to }
    const [id, { agent, matters }] = [randomUUID(), paper]
    await tx.insert(authorisations).values({
      ...{ orgId: actor.organisationId, id, clientId: client.id, agent, matters, validFrom: from, validTo: to, signedOn: from },
      ...{ signedName: name, signedAt: now, textHash: sha256(authorityText({ principal: client.name, ...paper })) },
    })
    audit({ type: 'authorisation.recorded', clientId: client.id, authorisationId: id })
    return { id }
  },
})

/** The client takes an authority back, whoever recorded it. */
export const revokeMyAuthority = command({
  name: 'portal.revokeAuthority',
  input: z.strictObject({ authorisationId: z.uuid() }),
  async run({ actor, tx, now, audit }, { authorisationId }) {
    const mine = and(eq(authorisations.orgId, actor.organisationId), eq(authorisations.id, authorisationId))
    const [paper] = await tx.select().from(authorisations).where(mine).for('update')
    const { clientId, revokedAt } = found(paper)
    if (revokedAt !== null) throw new Refusal('rule', { why: 'already_revoked' })
    await tx.update(authorisations).set({ revokedAt: now }).where(mine)
    audit({ type: 'authorisation.revoked', clientId, authorisationId })
    return { id: authorisationId }
  },
})

async function ownClient({ actor, tx }: Work) {
  const [client] = await tx
    .select({ id: clients.id, name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, found(actor.clientId))))
  return found(client)
}
