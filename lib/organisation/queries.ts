import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '@/db/schema'
import { query } from '@/lib/core/query'

/** The people who work here: names and roles, without accounts of clients. */
export const listMembers = query({
  name: 'member.list',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const rows = await tx.select().from(members).where(eq(members.orgId, actor.organisationId)).orderBy(asc(members.name))
    return {
      members: rows
        .filter((member) => member.clientId === null)
        .map(({ userId, name, roles, disabledAt }) => ({ userId, name, roles, isDisabled: disabledAt !== null })),
    }
  },
})
