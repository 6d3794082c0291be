import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { checklistRules, evidenceTypes } from '@/db/schema'
import { query } from '@/lib/core/query'

/** The kinds of evidence this office knows, each with the checklists it stands on; `hardship` null is every checklist. */
export const listEvidenceTypes = query({
  name: 'evidenceType.list',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const mine = actor.organisationId
    const types = await tx.select().from(evidenceTypes).where(eq(evidenceTypes.orgId, mine)).orderBy(asc(evidenceTypes.code))
    const rules = await tx
      .select()
      .from(checklistRules)
      .where(eq(checklistRules.orgId, mine))
      .orderBy(asc(checklistRules.hardship))
    return {
      types: types.map(({ orgId, ...type }) => ({
        ...type,
        uses: rules
          .filter(({ evidenceCode }) => evidenceCode === type.code)
          .map(({ hardship, group, required, months }) => ({ hardship, group, required, months })),
      })),
    }
  },
})
