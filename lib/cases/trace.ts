import type { MoveTrace } from '@/db/schema'
import type { Case } from './scope.queries'

/** What a move is about to change, as plain values that can be kept and put back. */
export const traceOf = (kase: Case): MoveTrace => ({
  stageSince: kase.stageSince.toISOString(),
  whoseMove: kase.whoseMove,
  nextAction: kase.nextAction,
  nextActionText: kase.nextActionText,
  dueOn: kase.dueOn,
  holdUntil: kase.holdUntil,
  holdReason: kase.holdReason,
  fallbackReason: kase.fallbackReason,
  closedAt: kase.closedAt?.toISOString() ?? null,
  closingOutcome: kase.closingOutcome,
  closingReason: kase.closingReason,
  clientSummary: kase.clientSummary,
})
