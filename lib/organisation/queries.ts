import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members, organisations } from '@/db/schema'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

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

/** What the office says of itself, and the rules it has set: days after which a plan is broken or an answer is overdue. */
export const getOrganisation = query({
  name: 'organisation.get',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, actor.organisationId))
    const { name, type, timeZone, locale, phone, feePolicy, rules, isDemo } = found(row)
    return { name, type, timeZone, locale, phone, feePolicy, rules, isDemo }
  },
})
