import { and, eq, sql } from 'drizzle-orm'
import { caseSearch, cases, clients, creditorProducts, creditors } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import { searchText } from '@/lib/platform/pinyin'
import type { Case } from './scope.queries'

type Place = Pick<Case, 'ownerId' | 'teamId'>

/** The row of `case_search` follows its case to another owner or team. */
export async function moveSearchRow({ tx }: Pick<Work, 'tx'>, kase: Case, place: Place) {
  await tx
    .update(caseSearch)
    .set(place)
    .where(and(eq(caseSearch.orgId, kase.orgId), eq(caseSearch.caseId, kase.id)))
}

/** Writes what a client's cases are found by: name, pinyin, initials, number, product, creditor, last four of the phone. */
export async function indexCasesOf({ tx, actor }: Pick<Work, 'tx' | 'actor'>, clientId: string) {
  const rows = await tx
    .select({
      ...{ caseId: cases.id, number: cases.number, ownerId: cases.ownerId, teamId: cases.teamId },
      ...{ name: clients.name, phoneTail: clients.phoneTail, brand: creditorProducts.brand, creditor: creditors.shortName },
    })
    .from(cases)
    .innerJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId)))
  if (rows.length === 0) return
  const found = rows.map(({ caseId, ownerId, teamId, name, number, brand, creditor, phoneTail }) => ({
    ...{ orgId: actor.organisationId, clientId, caseId, ownerId, teamId },
    text: searchText(name, [number, brand, creditor, phoneTail]),
  }))
  await tx
    .insert(caseSearch)
    .values(found)
    .onConflictDoUpdate({ target: [caseSearch.orgId, caseSearch.caseId], set: { text: sql`excluded.text` } })
}
