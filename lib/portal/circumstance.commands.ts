import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { circumstances, tasks } from '@/db/schema'
import { circumstanceKinds } from '@/db/vocabulary-portal'
import { lockActive } from '@/lib/agreements/payment.commands'
import { saveMove } from '@/lib/cases/move.commands'
import { lockCase } from '@/lib/cases/scope.queries'
import { originOf } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { paragraphs } from '@/lib/platform/fields'
import { expectMay } from './delegated.queries'

/**
 * "I cannot pay this month": starts a change of circumstances. Nothing is counted against the client; the counsellor is
 * asked to call today, while the plan still stands.
 */
export const tellCircumstance = command({
  name: 'portal.tellCircumstance',
  input: z.strictObject({ agreementId: z.uuid(), kind: z.enum(circumstanceKinds), note: paragraphs(1000).default('') }),
  async run(work, { agreementId, kind, note }) {
    await expectMay(work, 'REPORT_PAYMENT')
    const { actor, tx, now, audit } = work
    const { kase } = await lockActive(work, agreementId)
    const id = randomUUID()
    await tx.insert(circumstances).values({
      ...{ orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId, agreementId, kind, note, at: now },
    })
    const today = civilDateIn(now, actor.timeZone)
    await addTaskFor(work, kase, {
      ...{ title: '', dueOn: today, assigneeId: kase.ownerId, origin: originOf('DIFFICULTY') },
    })
    await saveMove(work, kase, { whoseMove: 'us', nextAction: 'CALL_BACK', nextActionText: '', dueOn: today })
    audit({ type: 'circumstance.told', caseId: kase.id, circumstanceId: id, kind })
    return { id }
  },
})

/** The counsellor has gone through it with the client: once nothing told is left, the calls it asked for are done. */
export const handleCircumstance = command({
  name: 'circumstance.handle',
  input: z.strictObject({ circumstanceId: z.uuid() }),
  async run(work, { circumstanceId }) {
    const { actor, tx, now, audit } = work
    const mine = and(eq(circumstances.orgId, actor.organisationId), eq(circumstances.id, circumstanceId))
    const [row] = await tx.select().from(circumstances).where(mine)
    const { caseId } = found(row)
    await lockCase(work, caseId)
    const done = await tx
      .update(circumstances)
      .set({ handledBy: actor.id, handledAt: now })
      .where(and(mine, isNull(circumstances.handledAt)))
      .returning({ id: circumstances.id })
    if (done.length === 0) throw new Refusal('rule', { why: 'already_handled' })
    audit({ type: 'circumstance.handled', caseId, circumstanceId })
    await finishCalls(work, caseId)
    return { id: circumstanceId }
  },
})

async function finishCalls({ actor, tx, now, audit }: Work, caseId: string) {
  const left = await tx
    .select({ id: circumstances.id })
    .from(circumstances)
    .where(and(eq(circumstances.orgId, actor.organisationId), eq(circumstances.caseId, caseId), isNull(circumstances.handledAt)))
  if (left.length > 0) return
  const calls = and(eq(tasks.orgId, actor.organisationId), eq(tasks.caseId, caseId), eq(tasks.origin, originOf('DIFFICULTY')))
  const done = await tx
    .update(tasks)
    .set({ doneAt: now })
    .where(and(calls, isNull(tasks.doneAt)))
    .returning({ id: tasks.id })
  for (const { id } of done) audit({ type: 'task.completed', caseId, taskId: id })
}
