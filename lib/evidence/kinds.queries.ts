import { asc, eq } from 'drizzle-orm'
import { evidenceTypes } from '@/db/schema'
import type { Reading } from '@/lib/core/query'

/** Every kind of evidence of the office with its names and how sensitive it is, by code. */
export async function typesOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>) {
  const rows = await tx
    .select()
    .from(evidenceTypes)
    .where(eq(evidenceTypes.orgId, actor.organisationId))
    .orderBy(asc(evidenceTypes.code))
  return rows.map(({ orgId, ...type }) => type)
}
