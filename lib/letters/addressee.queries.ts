import { and, eq } from 'drizzle-orm'
import { creditors } from '@/db/schema'
import type { LetterKind } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { isToCreditor } from './going-out'

type Door = Pick<Reading, 'tx'>

/** Whom a letter of this kind is to; empty for papers that stay with the client. */
export const addresseeOf = async (door: Door, kase: Case, kind: LetterKind): Promise<string> =>
  isToCreditor(kind) ? await creditorOf(door, kase) : ''

/** The creditor of a case by its full name of today. */
export async function creditorOf({ tx }: Door, { orgId, creditorId }: Case): Promise<string> {
  const [creditor] = await tx
    .select({ name: creditors.legalName })
    .from(creditors)
    .where(and(eq(creditors.orgId, orgId), eq(creditors.id, creditorId)))
  return found(creditor).name
}
