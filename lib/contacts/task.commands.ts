import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { tasks } from '@/db/schema'
import { expectMember } from '@/lib/cases/people.queries'
import { type Case, lockCase, visibleCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDay, optional, requiredLine } from '@/lib/platform/fields'

/** Adds something to do on a case, for oneself or a colleague. */
export const addTask = command({
  name: 'task.add',
  input: z.strictObject({
    caseId: z.uuid(),
    title: requiredLine(200),
    dueOn: optional(civilDay),
    assigneeId: z.uuid().optional(),
  }),
  async run(work, { caseId, title, dueOn, assigneeId = work.actor.id }) {
    const kase = await lockCase(work, caseId)
    await expectMember(work, assigneeId)
    return addTaskFor(work, kase, { title, dueOn, assigneeId, origin: '' })
  },
})

type NewTask = { title: string; dueOn: string | null; assigneeId: string; origin: string }

/** The same on a case that is locked already. `origin` tells a rule's task from a person's: 'document:PAYSLIP'. */
export async function addTaskFor({ tx, now, audit }: Work, kase: Pick<Case, 'id' | 'orgId' | 'clientId'>, task: NewTask) {
  const id = randomUUID()
  await tx.insert(tasks).values({ ...task, orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId, createdAt: now })
  audit({ type: 'task.added', caseId: kase.id, taskId: id })
  return { id }
}

export const completeTask = command({
  name: 'task.complete',
  input: z.strictObject({ taskId: z.uuid() }),
  async run(work, { taskId }) {
    const { actor, tx, now, audit } = work
    const mine = and(eq(tasks.orgId, actor.organisationId), eq(tasks.id, taskId))
    const [task] = await tx.select().from(tasks).where(mine).for('update')
    const { caseId, doneAt } = found(task)
    await visibleCase(work, caseId)
    if (doneAt !== null) throw new Refusal('rule', { why: 'already_done' })
    await tx.update(tasks).set({ doneAt: now }).where(mine)
    audit({ type: 'task.completed', caseId, taskId })
    return { id: taskId }
  },
})
