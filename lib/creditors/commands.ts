import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { creditorContacts, creditorProducts, creditors } from '@/db/schema'
import { contactChannels, productTypes, regulatorClasses } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { amount, civilDay, line, optional, requiredLine, whole } from '@/lib/platform/fields'

const sourced = { source: requiredLine(300), asOf: civilDay }

/** Adds somebody who lends. The facts carry their source and the day they were looked up. */
export const addCreditor = command({
  name: 'creditor.add',
  input: z.strictObject({
    legalName: requiredLine(120),
    shortName: requiredLine(30),
    regulatorClass: z.enum(regulatorClasses),
    ...sourced,
  }),
  async run({ actor, tx, audit }, facts) {
    const id = randomUUID()
    await tx.insert(creditors).values({ orgId: actor.organisationId, id, ...facts })
    audit({ type: 'creditor.added', creditorId: id })
    return { id, version: 1 }
  },
})

/** Adds what a creditor lends under a name of its own: a second product of another type needs no code (SD-01). */
export const addProduct = command({
  name: 'product.add',
  input: z.strictObject({
    creditorId: z.uuid(),
    brand: requiredLine(40),
    type: z.enum(productTypes),
    maxLimit: optional(amount),
    minTermDays: optional(whole(0, 40_000)),
    maxTermMonths: optional(whole(0, 1_200)),
    ...sourced,
  }),
  async run(work, { creditorId, ...facts }) {
    await expectCreditor(work, creditorId)
    const id = randomUUID()
    await work.tx.insert(creditorProducts).values({ orgId: work.actor.organisationId, id, creditorId, ...facts })
    work.audit({ type: 'product.added', productId: id })
    return { id }
  },
})

/** Records that contact details were checked today (SP-10), with what was corrected. */
export const verifyContact = command({
  name: 'creditorContact.verify',
  input: z.strictObject({
    contactId: z.uuid(),
    value: requiredLine(120).optional(),
    note: line(200).optional(),
    source: requiredLine(300).optional(),
  }),
  async run(work, { contactId, ...facts }) {
    const { actor, tx, now, audit } = work
    const verifiedOn = civilDateIn(now, actor.timeZone)
    const [row] = await tx
      .update(creditorContacts)
      .set({ ...facts, verifiedOn })
      .where(and(eq(creditorContacts.orgId, actor.organisationId), eq(creditorContacts.id, contactId)))
      .returning({ id: creditorContacts.id })
    found(row)
    audit({ type: 'creditorContact.verified', contactId })
    return { id: contactId, verifiedOn }
  },
})

/** Adds a way to reach a creditor, checked today. */
export const addContact = command({
  name: 'creditorContact.add',
  input: z.strictObject({
    creditorId: z.uuid(),
    channel: z.enum(contactChannels),
    value: requiredLine(120),
    note: line(200).default(''),
    source: requiredLine(300),
  }),
  async run(work, { creditorId, ...facts }) {
    const { actor, tx, now, audit } = work
    await expectCreditor(work, creditorId)
    const id = randomUUID()
    const verifiedOn = civilDateIn(now, actor.timeZone)
    await tx.insert(creditorContacts).values({ orgId: actor.organisationId, id, creditorId, ...facts, verifiedOn })
    audit({ type: 'creditorContact.verified', contactId: id })
    return { id, verifiedOn }
  },
})

async function expectCreditor({ actor, tx }: Work, creditorId: string) {
  const [creditor] = await tx
    .select({ id: creditors.id })
    .from(creditors)
    .where(and(eq(creditors.orgId, actor.organisationId), eq(creditors.id, creditorId)))
  return found(creditor)
}
