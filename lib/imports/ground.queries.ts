import { and, eq, isNull } from 'drizzle-orm'
import { creditorProducts, creditors, members } from '@/db/schema'
import { worksCases } from '@/lib/cases/people.queries'
import { seesWholeOffice } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { nameIn } from '@/lib/creditors/names'
import type { Ground } from './resolve'

/** What the words of a row may mean in this office: its products, and who works cases. */
export async function groundOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>): Promise<Ground> {
  const orgId = actor.organisationId
  const products = await tx
    .select({
      ...{ id: creditorProducts.id, brand: creditorProducts.brand, creditorId: creditors.id },
      ...{ legalName: creditors.legalName, shortName: creditors.shortName },
    })
    .from(creditorProducts)
    .innerJoin(creditors, and(eq(creditors.orgId, creditorProducts.orgId), eq(creditors.id, creditorProducts.creditorId)))
    .where(and(eq(creditorProducts.orgId, orgId), creditorProducts.isActive))
  const people = await tx
    .select({ id: members.userId, name: members.name })
    .from(members)
    .where(and(eq(members.orgId, orgId), isNull(members.disabledAt), worksCases))
  return {
    products: products.map(({ legalName, shortName, brand, ...product }) => ({
      ...product,
      brands: inBoth([brand]),
      creditorNames: inBoth([legalName, shortName]),
    })),
    people,
    me: actor.kind === 'staff' ? actor.id : undefined,
    mayHandOut: seesWholeOffice(actor),
  }
}

/** Names as the directory has them, and as they read in English. */
const inBoth = (names: readonly string[]) => [...names, ...names.map((name) => nameIn('en', name))]
