import { and, desc, eq } from 'drizzle-orm'
import { conductEntries, creditorProducts } from '@/db/schema'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { localOf } from '@/lib/contacts/local-instant'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { type Finding, findingsOf } from './findings'

export type Entry = typeof conductEntries.$inferSelect

/** Every logged contact of a case, the newest first, and the rules each breaks. */
export async function judged({ actor, tx }: Reading, kase: Case) {
  const entries = await tx
    .select()
    .from(conductEntries)
    .where(and(eq(conductEntries.orgId, kase.orgId), eq(conductEntries.caseId, kase.id)))
    .orderBy(desc(conductEntries.at), desc(conductEntries.id))
  const [product] = await tx
    .select({ type: creditorProducts.type })
    .from(creditorProducts)
    .where(and(eq(creditorProducts.orgId, kase.orgId), eq(creditorProducts.id, kase.productId)))
  return { entries, findings: findingsOf(entries, { timeZone: actor.timeZone, productType: found(product).type }) }
}

/** The case of a logged contact. @throws Refusal `not_found` outside the actor's scope */
export async function caseOf(reading: Reading, entryId: string): Promise<Case> {
  const { actor, tx } = reading
  const [entry] = await tx
    .select({ caseId: conductEntries.caseId })
    .from(conductEntries)
    .where(and(eq(conductEntries.orgId, actor.organisationId), eq(conductEntries.id, entryId)))
  return visibleCase(reading, found(entry).caseId)
}

/** What a letter may complain of: a rule that is clearly broken and that it can name. */
export const breachesOf = (findings: readonly Finding[]) =>
  findings.filter(({ sureness, citable }) => sureness === 'CLEAR' && citable)

export const entryView = ({ orgId, clientId, at, createdAt, ...entry }: Entry, findings: Finding[], timeZone: string) => ({
  ...entry,
  /** Day and time on the office's clock. */
  at: clockOf(at, timeZone),
  findings,
  canComplain: breachesOf(findings).length > 0,
})

/** '2026-11-18 22:40' on the office's clock. */
export const clockOf = (at: Date, timeZone: string) => localOf(at, timeZone).replace('T', ' ')
