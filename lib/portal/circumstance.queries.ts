import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { circumstances } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query } from '@/lib/core/query'

/** What the client told about paying, newest first. */
export const listCircumstances = query({
  name: 'circumstance.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    await visibleCase(reading, caseId)
    const rows = await reading.tx
      .select()
      .from(circumstances)
      .where(and(eq(circumstances.orgId, reading.actor.organisationId), eq(circumstances.caseId, caseId)))
      .orderBy(desc(circumstances.at))
      .limit(50)
    return {
      circumstances: rows.map(({ id, kind, note, at, handledAt }) => ({
        ...{ id, kind, note, at: at.toISOString(), handledAt: handledAt?.toISOString() ?? null },
      })),
    }
  },
})
