import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members, protectionRecords } from '@/db/schema'
import type { RecordKind } from '@/db/vocabulary-protection'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { clocksOf, keptUntil } from './clocks'
import { readAssessment, readIncident } from './facts'

/** Every version of every record of the office, oldest version first; an office writes some dozens in a year. */
export const listProtection = query({
  name: 'protection.list',
  input: z.strictObject({}),
  async run({ actor, tx, now }) {
    const rows = await tx
      .select({ row: protectionRecords, by: members.name })
      .from(protectionRecords)
      .innerJoin(members, and(eq(members.orgId, protectionRecords.orgId), eq(members.userId, protectionRecords.savedBy)))
      .where(eq(protectionRecords.orgId, actor.organisationId))
      .orderBy(desc(protectionRecords.id), asc(protectionRecords.version))
    const versions = rows.map(({ row: { id, version, kind, facts, savedAt }, by }) => ({
      ...{ id, version, kind, facts, by, savedAt: savedAt.toISOString() },
    }))
    return {
      assessments: versions.flatMap(({ kind, facts, ...of }) => {
        const read = kind === 'ASSESSMENT' ? readAssessment(facts) : undefined
        return read === undefined ? [] : [{ ...of, ...read, keptUntil: keptUntil(read.decidedOn) }]
      }),
      incidents: versions.flatMap(({ kind, facts, ...of }) => {
        const read = kind === 'INCIDENT' ? readIncident(facts) : undefined
        return read === undefined ? [] : [{ ...of, ...read, clocks: clocksOf(read, now) }]
      }),
    }
  },
})

/** The newest version of a record. @throws Refusal `not_found` */
export async function latestOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, which: { recordId: string; kind: RecordKind }) {
  const [latest] = await tx
    .select({ version: protectionRecords.version, facts: protectionRecords.facts })
    .from(protectionRecords)
    .where(
      and(
        eq(protectionRecords.orgId, actor.organisationId),
        eq(protectionRecords.id, which.recordId),
        eq(protectionRecords.kind, which.kind),
      ),
    )
    .orderBy(desc(protectionRecords.version))
    .limit(1)
  return found(latest)
}
