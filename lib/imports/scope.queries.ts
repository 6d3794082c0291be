import { and, eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import { seesWholeOffice } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'

type Row = typeof imports.$inferSelect
/** An import of clients: how everybody in it agreed is known. */
export type Import = Row & { consent: NonNullable<Row['consent']> }

/**
 * An import of the actor's own, or any for those who see the whole office; locked until the command ends where asked.
 * @throws Refusal `not_found`
 */
export async function ownImport({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, importId: string, lock?: 'lock'): Promise<Import> {
  const mine = seesWholeOffice(actor) ? undefined : eq(imports.by, actor.id)
  const rows = tx
    .select()
    .from(imports)
    .where(and(eq(imports.orgId, actor.organisationId), eq(imports.id, importId), mine))
  const [row] = await (lock === undefined ? rows : rows.for('update'))
  const { consent, ...of } = found(row)
  if (consent === null) throw new Refusal('not_found')
  return { ...of, consent }
}
