import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { members, proposalVersions, tasks } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import { originOf } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import type { Work } from '@/lib/core/command'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { civilDateIn } from '@/lib/platform/dates'
import { addWorkingDays } from '@/lib/platform/working-days'

/** From this many refusals on a second pair of eyes is asked for, within so many working days. */
const [refusals, reviewDays] = [2, 5]

/**
 * After a second refusal a supervisor is asked to look at the case before it goes on. It asks and stops nobody: a refusal
 * ends a round, not the case. One open task is enough; an office without a supervisor asks the owner.
 */
export async function reviewAfterRefusals(work: Work, kase: Case) {
  if ((await refusedOf(work, kase)) < refusals || (await isAsked(work, kase))) return
  const dueOn = addWorkingDays(civilDateIn(work.now, work.actor.timeZone), reviewDays, chinaCalendar)
  const assigneeId = (await supervisorOf(work)) ?? kase.ownerId
  await addTaskFor(work, kase, { title: '', dueOn, assigneeId, origin: originOf('REFUSED_TWICE') })
}

async function refusedOf({ tx }: Work, { orgId, id }: Case) {
  const refused = await tx
    .select({ id: proposalVersions.id })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.caseId, id), eq(proposalVersions.outcome, 'REJECTED')))
  return refused.length
}

async function isAsked({ tx }: Work, { orgId, id }: Case) {
  const mine = and(eq(tasks.orgId, orgId), eq(tasks.caseId, id), isNull(tasks.doneAt))
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(mine, eq(tasks.origin, originOf('REFUSED_TWICE'))))
  return open.length > 0
}

async function supervisorOf({ actor, tx }: Work) {
  const [supervisor] = await tx
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.orgId, actor.organisationId), isNull(members.disabledAt), sql`'SUPERVISOR' = any(${members.roles})`))
    .orderBy(asc(members.userId))
    .limit(1)
  return supervisor?.id
}
