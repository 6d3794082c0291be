import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { checklistRules, checklistVersions, members } from '@/db/schema'
import { hardshipTypes } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { linesOf } from './checklist-lines'

/** Every checklist of the office as it holds today, that of every case first, each with the versions before it. */
export const listChecklists = query({
  name: 'checklist.list',
  input: z.strictObject({}),
  async run(reading) {
    const { actor, tx } = reading
    const rules = await tx.select().from(checklistRules).where(eq(checklistRules.orgId, actor.organisationId))
    const versions = await versionsOf(reading)
    return {
      checklists: [null, ...hardshipTypes].map((hardship) => {
        const own = versions.filter((version) => version.hardship === hardship)
        return {
          hardship,
          number: own[0]?.number ?? 0,
          lines: linesOf(rules.filter((rule) => rule.hardship === hardship)),
          versions: own.map(({ number, at, by, lines }) => ({ number, at, by, lines })),
        }
      }),
    }
  },
})

export type Checklist = Awaited<ReturnType<typeof listChecklists>>['checklists'][number]

async function versionsOf({ actor, tx }: Reading) {
  const rows = await tx
    .select({ version: checklistVersions, by: members.name })
    .from(checklistVersions)
    .leftJoin(members, and(eq(members.orgId, checklistVersions.orgId), eq(members.userId, checklistVersions.by)))
    .where(eq(checklistVersions.orgId, actor.organisationId))
    .orderBy(desc(checklistVersions.number))
  return rows.map(({ version, by }) => ({ ...version, by, at: version.at.toISOString() }))
}
