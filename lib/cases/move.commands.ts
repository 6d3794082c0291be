import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { cases, stageEvents } from '@/db/schema'
import type { CaseStage, FallbackReason } from '@/db/vocabulary'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { arrival, dueFacts } from './arrival'
import { parseCard } from './card'
import { endAgreements } from './end-agreements.commands'
import { factsFor } from './facts.queries'
import { type CaseFacts, type Closing, canOverride, type GuardName, missing } from './guards'
import { actsAsSupervisor, mayStep } from './may-step'
import { type Case, lockCase } from './scope.queries'
import { canGo, needsOf, type Step } from './stages'
import { traceOf } from './trace'

export type Move = {
  caseId: string
  to: CaseStage
  reason?: string | undefined
  /** Needed to enter FALLBACK unless the case already carries it. */
  fallback?: FallbackReason | undefined
  /** Needed to enter CLOSED. */
  closing?: Closing | undefined
  /** A supervisor lets it pass although facts are missing; `reason` says why. */
  override?: boolean | undefined
}

/**
 * Moves a case as a consequence of another command: checks the stage table and the guards, writes the stage event, whose
 * move it is, the next action and the audit. Such a move has no undo of its own.
 * @throws Refusal `guard_missing` {missing, to, canOverride, clientId} · `rule` where the table has no such move · `not_found` · `forbidden`
 */
export const applyMove = async (work: Work, move: Move) => moveLocked(work, await lockCase(work, move.caseId), move)

/** As `applyMove`, on a case this transaction has locked; `undoable` keeps what the undo needs. */
export async function moveLocked(work: Work, kase: Case, move: Move, { undoable = false } = {}) {
  const step = { from: kase.stage, to: move.to }
  checkStep(work, step)
  const facts = await factsOf(work, kase, move)
  const overrode = checkGuards(work, kase, facts, move)

  const today = civilDateIn(work.now, work.actor.timeZone)
  const moved = await saveMove(work, kase, arrival(move.to, facts, { now: work.now, today }))
  const eventId = await writeStageEvent(work, kase, {
    to: move.to,
    caseVersion: moved.version,
    reason: facts.reason,
    overrode,
    before: undoable ? traceOf(kase) : null,
  })
  work.audit({ type: 'case.moved', caseId: kase.id, from: kase.stage, to: move.to, overrode })
  if (facts.closing !== null) {
    work.audit({ type: 'case.closed', caseId: kase.id, outcome: facts.closing.outcome })
    await endAgreements(work, kase, facts.closing.outcome)
  }
  return { ...moved, from: step.from, eventId }
}

function checkStep({ actor }: Work, step: Step) {
  if (!canGo(step)) throw new Refusal('rule', { why: 'no_such_move', ...step })
  if (!mayStep(actor, step)) throw new Refusal('forbidden', { why: 'supervisor_only', ...step })
}

/** What the tables know, with what the person says in the same breath. */
async function factsOf(work: Work, kase: Case, move: Move): Promise<CaseFacts> {
  const due = dueFacts[move.to]
  const known = await factsFor(work, kase, {
    needs: needsOf({ from: kase.stage, to: move.to }),
    also: due === undefined ? [] : [due],
  })
  return {
    ...known,
    fallbackReason: move.fallback ?? known.fallbackReason,
    closing: move.to === 'CLOSED' ? (move.closing ?? null) : null,
    reason: move.reason?.trim() ?? '',
  }
}

/** @returns the guards a supervisor has overridden */
function checkGuards({ actor }: Work, kase: Case, facts: CaseFacts, { to, override }: Move) {
  const step = { from: kase.stage, to }
  const lacking = missing(needsOf(step), facts)
  if (lacking.length === 0) return []
  const refusal = (names: GuardName[]) =>
    new Refusal('guard_missing', { missing: names, to, canOverride: names.every(canOverride), clientId: kase.clientId })
  if (override !== true || !lacking.every(canOverride)) throw refusal(lacking)
  if (!actsAsSupervisor(actor)) throw new Refusal('forbidden', { why: 'supervisor_only', ...step })
  if (facts.reason === '') throw refusal(['reason'])
  return lacking
}

/** Writes a changed case under the next version and gives its new card back. */
export async function saveMove({ tx }: Pick<Work, 'tx'>, kase: Case, changes: Partial<Case>) {
  const [row] = await tx
    .update(cases)
    .set({ ...changes, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.orgId, kase.orgId), eq(cases.id, kase.id)))
    .returning({ card: cases.card })
  const card = parseCard(row?.card ?? '')
  return { id: kase.id, to: card.stage, version: card.v, card }
}

type Written = Pick<typeof stageEvents.$inferInsert, 'from' | 'to' | 'caseVersion' | 'reason' | 'overrode' | 'before' | 'undoes'>

export async function writeStageEvent({ actor, tx, now }: Work, kase: Case, written: Written) {
  const id = randomUUID()
  const { before = null } = written
  await events(tx).execute({
    ...{ orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId, from: kase.stage, by: actor.id, at: now },
    ...{ reason: '', overrode: [], undoes: null, ...written },
    before: before && JSON.stringify(before),
  })
  return id
}

const told = sql.placeholder
const events = prepared((tx) =>
  tx.insert(stageEvents).values({
    ...{ orgId: told('orgId'), id: told('id'), caseId: told('caseId'), clientId: told('clientId') },
    ...{ from: told('from'), to: told('to'), by: told('by'), at: told('at'), reason: told('reason'), overrode: told('overrode') },
    ...{ undoes: told('undoes'), before: sql`${told('before')}::jsonb`, caseVersion: told('caseVersion') },
  }),
)
