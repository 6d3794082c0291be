import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { prepared } from '@/db/prepared'
import { cases } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { reachOf, visibleToAsker } from './scope'
import { noteView } from './view.queries'

export type Case = typeof cases.$inferSelect

/** One case, where the asker of a prepared statement may see it: wants `caseId` and `reachOf` them. */
export const askedFor = and(eq(cases.orgId, sql.placeholder('orgId')), eq(cases.id, sql.placeholder('caseId')), visibleToAsker)

const selected = (tx: Tx) => tx.select().from(cases).where(askedFor)
const seen = prepared(selected)
const locked = prepared((tx) => selected(tx).for('update'))

/**
 * The case, locked until the command ends.
 * @throws Refusal `not_found` also where it exists outside the actor's scope
 */
export async function lockCase(work: Pick<Work, 'actor' | 'tx'>, caseId: string): Promise<Case> {
  const [kase] = await locked(work.tx).execute({ ...reachOf(work.actor), caseId })
  return found(kase)
}

/** The case, and a line that it was looked at. @throws Refusal `not_found` also where it exists outside the actor's scope */
export async function visibleCase(reading: Reading, caseId: string): Promise<Case> {
  const [row] = await seen(reading.tx).execute({ ...reachOf(reading.actor), caseId })
  const kase = found(row)
  await noteView(reading, kase)
  return kase
}
