import { and, eq, sql } from 'drizzle-orm'
import { agreements } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import type { Agreement } from './scope.queries'

/** Writes a changed agreement under its next version. */
export async function saveAgreement({ tx }: Work, { orgId, id }: Agreement, changes: Partial<Agreement>): Promise<Agreement> {
  const [saved] = await tx
    .update(agreements)
    .set({ ...changes, version: sql`${agreements.version} + 1` })
    .where(and(eq(agreements.orgId, orgId), eq(agreements.id, id)))
    .returning()
  return found(saved)
}

/** What a command on an agreement tells its caller. */
export const answerOf = ({ id, status, version }: Agreement) => ({ agreementId: id, status, version })
