import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type MoveTrace, stageEvents } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import { resumeAgreements } from './end-agreements.commands'
import { mayTakeBack } from './may-step'
import { saveMove, writeStageEvent } from './move.commands'
import { expectOnlyOpen } from './one-open.queries'
import { type Case, lockCase } from './scope.queries'

/**
 * Takes the last move of a case back: stage, since when, whose move, next action and due date as they were, and after a
 * closing the agreements it ended.
 * @throws Refusal `rule` {why: 'moved_since'} where another move came after it, {why: 'no_undo'} where it has none,
 * {why: 'already_open'} where the client has another case with this creditor by now · `forbidden` {why: 'supervisor_only'} where
 * a closing is not of today
 */
export const undoMove = command({
  name: 'case.undoMove',
  input: z.strictObject({ caseId: z.uuid(), version: z.int().positive(), eventId: z.uuid() }),
  async run(work, { caseId, version, eventId }) {
    const kase = await lockCase(work, caseId)
    expectVersion(kase, version)
    const last = found(await lastMove(work, kase))
    if (last.id !== eventId) throw new Refusal('rule', { why: 'moved_since' })
    if (last.before === null || last.from === null) throw new Refusal('rule', { why: 'no_undo' })
    if (!mayTakeBack(work.actor, last, work.now))
      throw new Refusal('forbidden', { why: 'supervisor_only', from: last.to, to: last.from })

    const restored = await saveMove(work, kase, { stage: last.from, ...backTo(last.before) })
    await writeStageEvent(work, kase, { to: last.from, caseVersion: restored.version, undoes: last.id })
    if (kase.stage === 'CLOSED') {
      await expectOnlyOpen(work, kase)
      await resumeAgreements(work, kase, last.at)
    }
    work.audit({ type: 'case.moveUndone', caseId, from: kase.stage, to: last.from })
    return { ...restored, from: kase.stage }
  },
})

async function lastMove({ tx }: Work, kase: Case) {
  const [event] = await tx
    .select()
    .from(stageEvents)
    .where(and(eq(stageEvents.orgId, kase.orgId), eq(stageEvents.caseId, kase.id)))
    .orderBy(desc(stageEvents.caseVersion), desc(stageEvents.at))
    .limit(1)
  return event
}

const instant = (text: string) => new Date(text)

const backTo = ({ stageSince, closedAt, ...columns }: MoveTrace): Partial<Case> => ({
  ...columns,
  stageSince: instant(stageSince),
  closedAt: closedAt === null ? null : instant(closedAt),
})
