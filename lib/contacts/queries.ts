import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { contacts, members, tasks } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query, type Reading } from '@/lib/core/query'

/** What was said on a case, newest first, and what is to be done on it, open things first. */
export const listContacts = query({
  name: 'contact.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    await visibleCase(reading, caseId)
    return { contacts: await contactsOf(reading, caseId), tasks: await tasksOf(reading, caseId) }
  },
})

async function contactsOf({ actor, tx }: Reading, caseId: string) {
  const rows = await tx
    .select({ contact: contacts, by: members.name })
    .from(contacts)
    .leftJoin(members, and(eq(members.orgId, contacts.orgId), eq(members.userId, contacts.by)))
    .where(and(eq(contacts.orgId, actor.organisationId), eq(contacts.caseId, caseId)))
    .orderBy(desc(contacts.at), desc(contacts.id))
  return rows.map(({ contact: { orgId, clientId, at, clientVisible, ...contact }, by }) => ({
    ...contact,
    at: at.toISOString(),
    by,
    isClientVisible: clientVisible === 'YES',
  }))
}

async function tasksOf({ actor, tx }: Reading, caseId: string) {
  const rows = await tx
    .select({ task: tasks, assignee: members.name })
    .from(tasks)
    .leftJoin(members, and(eq(members.orgId, tasks.orgId), eq(members.userId, tasks.assigneeId)))
    .where(and(eq(tasks.orgId, actor.organisationId), eq(tasks.caseId, caseId)))
    .orderBy(desc(tasks.doneAt), asc(tasks.dueOn), asc(tasks.createdAt))
  return rows.map(({ task, assignee }) => ({
    id: task.id,
    title: task.title,
    origin: task.origin,
    dueOn: task.dueOn,
    assigneeId: task.assigneeId,
    assignee,
    doneAt: task.doneAt?.toISOString() ?? null,
  }))
}
