import { and, eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

export type HistoryImport = typeof imports.$inferSelect

/**
 * An import of past outcomes, anybody's of the office; locked until the command ends where asked.
 * @throws Refusal `not_found`
 */
export async function historyImport({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, importId: string, lock?: 'lock') {
  const rows = tx
    .select()
    .from(imports)
    .where(and(eq(imports.orgId, actor.organisationId), eq(imports.id, importId), eq(imports.kind, 'HISTORY')))
  const [row] = await (lock === undefined ? rows : rows.for('update'))
  return found(row)
}
