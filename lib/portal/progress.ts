import type { CaseStage } from '@/db/vocabulary'

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

/** Each step with its state, for a case at this stage; a closed case has them all behind it. */
export function progressOf(stage: CaseStage): { step: PortalStep; state: StepState }[] {
  const current = stepOf[stage]
  const at = current === 'over' ? portalSteps.length : portalSteps.indexOf(current)
  return portalSteps.map((step, index) => ({ step, state: index < at ? 'done' : index === at ? 'current' : 'ahead' }))
}
