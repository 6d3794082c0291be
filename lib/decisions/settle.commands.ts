import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { decisions } from '@/db/schema'
import type { DecisionResult } from '@/db/vocabulary'
import { draftAgreement, dropDrafts } from '@/lib/agreements/draft.commands'
import { applyMove } from '@/lib/cases/move.commands'
import type { Case } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { letterDay } from '@/lib/proposals/frozen-letter'
import { saveVersion } from '@/lib/proposals/save.commands'
import { type Line, linesOf, lockVersion, type OnTheTable } from '@/lib/proposals/scope.queries'
import { sourceOf } from '@/lib/proposals/source.queries'
import { isGranted, nextStage, outcomeOf } from './outcome'
import { reviewAfterRefusals } from './review.commands'
import { answerFor, type Decision, decisionOf, decisionsOf, resultOf } from './scope.queries'
import { noteGranted } from './terms-granted'

/** Takes the creditor's counter-offer as it is; it becomes the draft of an agreement. */
export const acceptCounter = command({
  name: 'decision.acceptCounter',
  input: z.strictObject({ decisionId: z.uuid() }),
  async run(work, { decisionId }) {
    const { versionId } = await decisionOf(work, decisionId)
    const held = await lockVersion(work, versionId)
    const decision = await decisionOf(work, decisionId)
    await expectOpenCounter(work, held, decision)
    await work.tx
      .update(decisions)
      .set({ counterAccepted: true })
      .where(and(eq(decisions.orgId, decision.orgId), eq(decisions.id, decisionId)))
    work.audit({ type: 'counter.accepted', caseId: held.kase.id, versionId, decisionId })
    return { decisionId, ...(await settle(work, held)) }
  },
})

async function expectOpenCounter(work: Work, { version, kase }: OnTheTable, decision: Decision) {
  const answers = await decisionsOf(work, version)
  const lines = await linesOf(work, version)
  const holds = lines.some((line) => answerFor(line, answers)?.id === decision.id)
  const isOpen = decision.result === 'COUNTERED' && !decision.counterAccepted && holds && kase.stage === 'COUNTERED'
  if (!isOpen) throw new Refusal('rule', { why: 'no_open_counter', stage: kase.stage })
}

/** Draws the line under a round once every loan note has an answer: outcome, agreement, and where the case goes. */
export async function settle(work: Work, { version, kase }: OnTheTable) {
  const lines = await linesOf(work, version)
  const answers = await decisionsOf(work, version)
  const outcome = outcomeOf(lines.map((line) => resultOf(answerFor(line, answers))))
  if (outcome === undefined) return { caseId: kase.id, outcome: version.outcome, stage: kase.stage, agreementId: null }
  const stage = await waitAgain(work, kase, outcome)
  await saveVersion(work, version, { outcome })
  if (outcome === 'REJECTED') await reviewAfterRefusals(work, kase)
  await dropDrafts(work, { orgId: version.orgId, caseId: kase.id })
  const agreementId = isGranted(outcome) ? await agree(work, { version, kase }, lines, answers) : null
  return { caseId: kase.id, outcome, stage: await moveOn(work, { ...kase, stage }, outcome), agreementId }
}

async function agree(work: Work, { version, kase }: OnTheTable, lines: readonly Line[], answers: readonly Decision[]) {
  const { sheets, today } = await sourceOf(work, kase)
  const day = letterDay(version.letterTemplate) ?? today
  const notes = lines.flatMap((line) => {
    const answer = answerFor(line, answers)
    const result = resultOf(answer)
    const sheet = sheets.find(({ debtId }) => debtId === line.debtId)
    if (answer === undefined || result === undefined || sheet === undefined) return []
    return noteGranted({ asked: line, sheet, result, granted: answer.granted }, day)
  })
  const [latest] = answers
  const { orgId, id: versionId } = version
  return draftAgreement(work, {
    ...{ orgId, caseId: kase.id, clientId: kase.clientId, versionId, decisionId: latest?.id ?? '' },
    notes,
  })
}

/** Documents asked for do not keep a creditor from answering: the case waits again before it moves on. */
async function waitAgain(work: Work, { id: caseId, stage }: Case, outcome: DecisionResult) {
  if (stage !== 'INFO_REQUESTED' || nextStage[outcome].to === 'FALLBACK') return stage
  return (await applyMove(work, { caseId, to: 'SUBMITTED' })).to
}

async function moveOn(work: Work, { id: caseId, stage }: Case, outcome: DecisionResult) {
  const { to, fallback } = nextStage[outcome]
  return stage === to ? stage : (await applyMove(work, { caseId, to, fallback })).to
}
