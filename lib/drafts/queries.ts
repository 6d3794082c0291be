import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formDrafts } from '@/db/schema'
import { draftForms } from '@/db/vocabulary'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query } from '@/lib/core/query'

/** What the actor was typing into a form of a case when they left it; no fields where there is nothing. */
export const getDraft = query({
  name: 'draft.get',
  input: z.strictObject({ caseId: z.uuid(), form: z.enum(draftForms) }),
  async run(reading, { caseId, form }) {
    const { orgId } = await visibleCase(reading, caseId)
    const [draft] = await reading.tx
      .select({ values: formDrafts.values, savedAt: formDrafts.savedAt })
      .from(formDrafts)
      .where(
        and(
          ...[eq(formDrafts.orgId, orgId), eq(formDrafts.userId, reading.actor.id)],
          ...[eq(formDrafts.caseId, caseId), eq(formDrafts.form, form)],
        ),
      )
    return { values: draft?.values ?? {}, savedAt: draft?.savedAt.toISOString() ?? null }
  },
})
