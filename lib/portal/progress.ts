import type { CaseStage, ClosingOutcome } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/** The way of a case as a client sees it: four steps, however many stages the office works in. */
export const portalSteps = ['understand', 'propose', 'await', 'sign', 'repay'] as const
export type PortalStep = (typeof portalSteps)[number]
/** Of a case that is over: `ended` where it ended before its time, `missed` what it never came to. */
export type StepState = 'done' | 'current' | 'ahead' | 'ended' | 'missed'

const stepOf: Record<CaseStage, PortalStep | 'over'> = {
  INTAKE: 'understand',
  EVIDENCE: 'understand',
  DRAFTING: 'propose',
  CLIENT_REVIEW: 'propose',
  SUBMITTED: 'await',
  INFO_REQUESTED: 'await',
  COUNTERED: 'await',
  CONFIRMING: 'sign',
  MONITORING: 'repay',
  FALLBACK: 'propose',
  CLOSED: 'over',
}

export type Move = { to: CaseStage; on: CivilDate }
type Step = { step: PortalStep; state: StepState; doneOn: CivilDate | null }

/**
 * Each step with its state, for a case at this stage, and the day it was last left behind. A case that is over has behind it what it
 * came to, and no more; how it was closed tells whether the last of it was done.
 */
export function progressOf(stage: CaseStage, moves: readonly Move[] = [], closing: ClosingOutcome | null = null): Step[] {
  const stateAt = stage === 'CLOSED' ? overAt(moves, closing !== null && wellEnded.has(closing)) : runningAt(placeOf(stage))
  return portalSteps.map((step, index) => {
    const state = stateAt(index)
    return { step, state, doneOn: state === 'done' || state === 'ended' ? leftOn(index, moves) : null }
  })
}

const wellEnded: ReadonlySet<ClosingOutcome> = new Set(['AGREEMENT_COMPLETED', 'PAID_IN_FULL'])

const runningAt =
  (at: number) =>
  (index: number): StepState =>
    index < at ? 'done' : index === at ? 'current' : 'ahead'

function overAt(moves: readonly Move[], isKept: boolean) {
  const reached = Math.max(0, ...moves.filter(({ to }) => to !== 'CLOSED').map(({ to }) => placeOf(to)))
  return (index: number): StepState => {
    if (index > reached) return 'missed'
    return index < reached || isKept ? 'done' : 'ended'
  }
}

const placeOf = (stage: CaseStage) => {
  const step = stepOf[stage]
  return step === 'over' ? portalSteps.length : portalSteps.indexOf(step)
}

/** Moves in their order; a case that came back to a step left it again. */
function leftOn(index: number, moves: readonly Move[]): CivilDate | null {
  const left = moves.filter(({ to }, n) => placeOf(to) > index && (n === 0 || placeOf(moves[n - 1]?.to ?? to) <= index))
  return left.at(-1)?.on ?? null
}
