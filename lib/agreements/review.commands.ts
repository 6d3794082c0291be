import { and, eq, isNull } from 'drizzle-orm'
import { agreements, cases, tasks } from '@/db/schema'
import { originOf } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import type { Work } from '@/lib/core/command'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { civilDateIn } from '@/lib/platform/dates'
import { addWorkingDays } from '@/lib/platform/working-days'

/** Working days in which somebody looks at a plan again once circumstances have changed. */
const reviewDays = 5

/**
 * A client's circumstances have changed: whoever owns a case with a running agreement is asked to look at it again (SS-11).
 * One open task a case is enough, however often something changes.
 */
export async function reviewAgreements(work: Work, clientId: string) {
  const { actor, tx, now } = work
  const running = await tx
    .select({ id: cases.id, orgId: cases.orgId, clientId: cases.clientId, ownerId: cases.ownerId })
    .from(agreements)
    .innerJoin(cases, and(eq(cases.orgId, agreements.orgId), eq(cases.id, agreements.caseId)))
    .where(and(eq(agreements.orgId, actor.organisationId), eq(agreements.clientId, clientId), eq(agreements.status, 'ACTIVE')))
  const dueOn = addWorkingDays(civilDateIn(now, actor.timeZone), reviewDays, chinaCalendar)
  for (const kase of running) {
    if (await isAsked(work, kase)) continue
    await addTaskFor(work, kase, { title: '', dueOn, assigneeId: kase.ownerId, origin: originOf('CIRCUMSTANCES') })
  }
}

async function isAsked({ tx }: Work, { orgId, id }: { orgId: string; id: string }) {
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.orgId, orgId), eq(tasks.caseId, id), eq(tasks.origin, originOf('CIRCUMSTANCES')), isNull(tasks.doneAt)))
  return open.length > 0
}
