import type { ContactPurpose, Mover, NextActionCode } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

type Counterpart = 'CREDITOR' | 'CLIENT' | 'COLLECTOR' | 'OTHER'
type Promise = { counterpart: Counterpart; purpose: ContactPurpose; promisedReplyBy: CivilDate | null }
type Follows = { nextAction: NextActionCode; dueOn: CivilDate; whoseMove: Mover }

/**
 * What a promise makes of the case: the day somebody promised to answer is when the next action is due, and until then it
 * is their move. After asking for something one awaits the reply; after a question or a talk one calls back.
 */
export function afterContact({ counterpart, purpose, promisedReplyBy: dueOn }: Promise): Follows | undefined {
  if (dueOn === null) return undefined
  return { nextAction: awaited.has(purpose) ? 'AWAIT_REPLY' : 'CALL_BACK', dueOn, whoseMove: movers[counterpart] }
}

const awaited: ReadonlySet<ContactPurpose> = new Set(['HARDSHIP_NOTICE', 'PROPOSAL', 'FOLLOW_UP'])

const movers: Record<Counterpart, Mover> = { CREDITOR: 'creditor', COLLECTOR: 'creditor', CLIENT: 'client', OTHER: 'us' }

type Notice = { purpose: ContactPurpose; counterpart: Counterpart; at: Date }

/** The moment the creditor first heard of the hardship (factor F-03): stamped once, and moved only by an earlier notice. */
export function firstHardshipContact(known: Date | null, { purpose, counterpart, at }: Notice): Date | null {
  if (purpose !== 'HARDSHIP_NOTICE' || counterpart !== 'CREDITOR') return known
  return known === null || at < known ? at : known
}
