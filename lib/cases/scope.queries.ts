import { and, eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { visibleTo } from './scope'
import { noteView } from './view.queries'

export type Case = typeof cases.$inferSelect

const within = ({ actor }: Pick<Reading, 'actor'>, caseId: string) =>
  and(eq(cases.orgId, actor.organisationId), eq(cases.id, caseId), visibleTo(actor))

/**
 * The case, locked until the command ends.
 * @throws Refusal `not_found` also where it exists outside the actor's scope
 */
export async function lockCase(work: Pick<Work, 'actor' | 'tx'>, caseId: string): Promise<Case> {
  const [kase] = await work.tx.select().from(cases).where(within(work, caseId)).for('update')
  return found(kase)
}

/** The case, and a line that it was looked at. @throws Refusal `not_found` also where it exists outside the actor's scope */
export async function visibleCase(reading: Reading, caseId: string): Promise<Case> {
  const [row] = await reading.tx.select().from(cases).where(within(reading, caseId))
  const kase = found(row)
  await noteView(reading, kase)
  return kase
}
