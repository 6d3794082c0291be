import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formDrafts } from '@/db/schema'
import { draftForms } from '@/db/vocabulary'
import { visibleCase } from '@/lib/cases/scope.queries'
import { command } from '@/lib/core/command'

/** Fields at most, and characters in each: more than any form of a case has. */
const [fields, characters] = [60, 8_000]

/**
 * Keeps what somebody is typing into a form of a case, as typed, until it is done: theirs alone. Nothing typed drops it.
 * @throws Refusal `not_found` outside the actor's scope
 */
export const keepDraft = command({
  name: 'draft.keep',
  input: z.strictObject({
    caseId: z.uuid(),
    form: z.enum(draftForms),
    values: z
      .record(z.string().max(60), z.string().max(characters, 'too_long'))
      .refine((values) => Object.keys(values).length <= fields, 'too_long'),
  }),
  async run(work, { caseId, form, values }) {
    const { actor, tx, now: savedAt, audit } = work
    const { orgId, clientId } = await visibleCase(work, caseId)
    const of = { orgId, userId: actor.id, caseId, form }
    if (Object.values(values).every((text) => text.trim() === '')) {
      const { userId } = of
      await tx
        .delete(formDrafts)
        .where(
          and(
            ...[eq(formDrafts.orgId, orgId), eq(formDrafts.userId, userId)],
            ...[eq(formDrafts.caseId, caseId), eq(formDrafts.form, form)],
          ),
        )
      audit({ type: 'draft.dropped', form })
      return { savedAt: null }
    }
    const target = [formDrafts.orgId, formDrafts.userId, formDrafts.caseId, formDrafts.form]
    const kept = { values, savedAt }
    await tx
      .insert(formDrafts)
      .values({ ...of, clientId, ...kept })
      .onConflictDoUpdate({ target, set: kept })
    audit({ type: 'draft.kept', form })
    return { savedAt: savedAt.toISOString() }
  },
})
