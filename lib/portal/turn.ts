import type { Mover } from '@/db/vocabulary'
import type { NextThing } from './next-thing'
import type { PortalStep } from './progress'

/** Whose turn it is, as the client is told. `paper`: the creditor said yes and writes it down; `onPlan`: nothing but the next due day. */
export type Turn = Mover | 'paper' | 'onPlan'

type Standing = { whoseMove: Mover; step: PortalStep | undefined; next: NextThing['kind'] }

/**
 * What is asked of the client on the same page comes before what the office noted: the first line never says that somebody else
 * is awaited beside a thing to do, nor that there is one where there is none. Who told us that they cannot pay is not asked to.
 */
export function turnOf({ whoseMove, step, next }: Standing): Turn {
  if (next === 'pay') return whoseMove === 'us' ? 'us' : 'client'
  if (next !== 'nothing') return 'client'
  if (whoseMove === 'creditor' && step === 'sign') return 'paper'
  if (whoseMove !== 'client') return whoseMove
  return step === 'repay' ? 'onPlan' : 'us'
}

/** Whether what a case waited for, the creditor's written word, lies there to be read and signed. */
export const isPaperHere = (next: NextThing, caseId: string) => next.kind === 'sign' && next.caseId === caseId

/** The case the page speaks of first: the newest that is not over. */
export const foremost = <C extends { stage: string }>(cases: readonly C[]): C | undefined =>
  cases.find(({ stage }) => stage !== 'CLOSED') ?? cases[0]
