import { and, eq } from 'drizzle-orm'
import { jobs } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/** A job of the actor's own; nobody else's is theirs to see. Locked until the command ends where asked. @throws Refusal `not_found` */
export async function ownJob({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, jobId: string, lock?: 'lock') {
  const mine = and(eq(jobs.orgId, actor.organisationId), eq(jobs.id, jobId), eq(jobs.by, actor.id))
  const rows = tx.select().from(jobs).where(mine)
  const [job] = await (lock === undefined ? rows : rows.for('update'))
  return found(job)
}
