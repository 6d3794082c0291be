import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { creditorContacts, creditorProducts, creditors } from '@/db/schema'
import type { Actor } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import { isStale } from './stale-contact'

/** The office's directory: creditors with their products and ways to reach them; contacts not checked for 180 days are marked. */
export const listCreditors = query({
  name: 'creditor.list',
  input: z.strictObject({}),
  async run({ actor, tx, now }) {
    const today = civilDateIn(now, actor.timeZone)
    const mine = actor.organisationId
    const lenders = await tx.select().from(creditors).where(eq(creditors.orgId, mine)).orderBy(asc(creditors.legalName))
    const products = await tx
      .select()
      .from(creditorProducts)
      .where(eq(creditorProducts.orgId, mine))
      .orderBy(asc(creditorProducts.brand))
    const contacts = await tx
      .select()
      .from(creditorContacts)
      .where(eq(creditorContacts.orgId, mine))
      .orderBy(asc(creditorContacts.channel))
    return {
      creditors: lenders.map(({ orgId, ...creditor }) => ({
        ...creditor,
        products: products
          .filter((product) => product.creditorId === creditor.id)
          .map(({ orgId: _, maxLimit, ...product }) => ({
            ...product,
            maxLimit: maxLimit === null ? null : toText(maxLimit),
          })),
        contacts: contacts
          .filter((contact) => contact.creditorId === creditor.id)
          .map(({ orgId: _, creditorId, ...contact }) => ({ ...contact, isStale: isStale(contact.verifiedOn, today) })),
      })),
    }
  },
})

/** Every product of the directory, for choosing one. */
export const productList = async (actor: Actor) =>
  (await listCreditors(actor)).creditors.flatMap(({ shortName, products }) =>
    products.map(({ id, brand, type, isActive, creditorId }) => ({ id, brand, type, isActive, creditorId, creditor: shortName })),
  )
