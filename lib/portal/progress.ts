import type { CaseStage } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/** The way of a case as a client sees it: four steps, however many stages the office works in. */
export const portalSteps = ['understand', 'propose', 'await', 'sign', 'repay'] as const
export type PortalStep = (typeof portalSteps)[number]
export type StepState = 'done' | 'current' | 'ahead'

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

/** Each step with its state, for a case at this stage, and the day it was last left behind; a closed case has them all behind it. */
export function progressOf(stage: CaseStage, moves: readonly Move[] = []): Step[] {
  const at = placeOf(stage)
  return portalSteps.map((step, index) => ({
    step,
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
    doneOn: index < at ? leftOn(index, moves) : null,
  }))
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
