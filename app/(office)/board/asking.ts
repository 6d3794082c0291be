import type { CaseStage } from '@/db/vocabulary'
import type { GuardName } from '@/lib/cases/guards'
import { needsOf } from '@/lib/cases/stages'

/** What is said in the same breath as the move and recorded with it alone, by its field there. */
const withMove: Partial<Record<GuardName, string>> = {
  limitation: 'limitation',
  fallbackReason: 'fallback',
  whatChanged: 'reason',
  reason: 'reason',
  closing: 'closing',
}

/** What another answer in a form here settles as well as the place it leads to. */
const settledBy: Partial<Record<GuardName, GuardName>> = { outcomeFits: 'closing', outcomeBorneOut: 'closing' }

export type Asked = {
  /** The forms to show here, */
  here: GuardName[]
  /** what is asked for once all the rest is there, */
  later: GuardName[]
  /** and what is supplied in a place of its own. */
  elsewhere: GuardName[]
  /** Whether what can be filled in here is all the move needs. */
  isEnough: boolean
}

/**
 * How a person is asked for what is missing. While something has to be supplied elsewhere, words of the move could not be
 * recorded: they are asked for later, and the limitation question is answered in the draft itself. What was answered
 * already stays.
 */
export function askFor(missing: readonly GuardName[], forms: ReadonlySet<string>, answered: readonly GuardName[] = []): Asked {
  const needed = [...missing, ...answered.filter((name) => !missing.includes(name))]
  const small = needed.filter((name) => forms.has(name))
  const large = needed.filter((name) => !forms.has(name))
  const isEnough = large.every((name) => small.includes(settledBy[name] ?? name))
  if (isEnough) return { here: small, later: [], elsewhere: large, isEnough }
  const open = small.filter((name) => name in withMove && !answered.includes(name))
  return {
    here: small.filter((name) => !open.includes(name)),
    later: open.filter((name) => name !== 'limitation'),
    elsewhere: [...large, ...open.filter((name) => name === 'limitation')],
    isEnough,
  }
}

/** What the words that went along with a move have answered. */
export const answeredBy = (step: { from: CaseStage; to: CaseStage }, given: Record<string, unknown>): GuardName[] =>
  needsOf(step).filter((name) => (withMove[name] ?? '') in given)

/** What a supervisor would let pass: the words of a move are simply written. */
export const toLetPass = (missing: readonly GuardName[]) => missing.filter((name) => name === 'limitation' || !(name in withMove))

/** The name of the draft that keeps what is typed on the way of one case, here and on its own page. */
export const typedFor = (caseId: string, to?: CaseStage) => `moving.${caseId}.${to ?? ''}`
