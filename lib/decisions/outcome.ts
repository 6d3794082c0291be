import type { CaseStage, DecisionResult, FallbackReason } from '@/db/vocabulary'

/** One loan note's answer as it stands: undefined while the creditor has not spoken on it. */
export type Answer = DecisionResult | undefined

/**
 * What a version's answers come to once every loan note has one; undefined while the case still waits. A counter-offer on
 * any of them keeps the round open; some granted and some refused is granted in part.
 */
export function outcomeOf(answers: readonly Answer[]): DecisionResult | undefined {
  if (answers.length === 0 || answers.includes(undefined)) return undefined
  if (answers.includes('COUNTERED')) return 'COUNTERED'
  const [first] = answers
  return answers.every((answer) => answer === first) ? first : mixed(answers)
}

const granted: ReadonlySet<Answer> = new Set(['ACCEPTED', 'ACCEPTED_MODIFIED'])

const mixed = (answers: readonly Answer[]) => (answers.some((answer) => granted.has(answer)) ? 'ACCEPTED_MODIFIED' : 'REJECTED')

export const isGranted = (answer: Answer) => granted.has(answer)

/** Where an answered version takes its case. A refusal ends the round, not the case. */
export const nextStage: Record<DecisionResult, { to: CaseStage; fallback?: FallbackReason }> = {
  ACCEPTED: { to: 'CONFIRMING' },
  ACCEPTED_MODIFIED: { to: 'CONFIRMING' },
  COUNTERED: { to: 'COUNTERED' },
  REJECTED: { to: 'FALLBACK', fallback: 'REFUSED' },
  NO_RESPONSE: { to: 'FALLBACK', fallback: 'NO_ANSWER' },
}
