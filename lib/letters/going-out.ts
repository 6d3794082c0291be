import type { CaseStage, ContactPurpose, LetterKind, Mover, NextActionCode } from '@/db/vocabulary'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addDays, type CivilDate } from '@/lib/platform/dates'
import { addWorkingDays } from '@/lib/platform/working-days'

/** By when an answer is awaited, counted from the day a letter went out. */
type Awaited = {
  readonly days: number
  readonly counted: 'working' | 'calendar'
  /** What the case then waits for; left out where the answer is no step of the negotiation. */
  readonly action?: NextActionCode
}

/** What a letter is to whoever gets it; `awaits` where it is answered. */
export type GoingOut = {
  readonly to: 'CREDITOR' | 'CLIENT'
  readonly purpose: ContactPurpose
  readonly awaits?: Awaited
}

/** Answers to requests commonly take three to ten working days (ux.md 4.8): an office's own experience, not a right. */
const request: GoingOut = {
  to: 'CREDITOR',
  purpose: 'PROPOSAL',
  awaits: { days: 10, counted: 'working', action: 'AWAIT_REPLY' },
}
const toSign: GoingOut = { to: 'CLIENT', purpose: 'CLIENT', awaits: { days: 7, counted: 'calendar' } }
const toKeep: GoingOut = { to: 'CLIENT', purpose: 'CLIENT' }

/** How each letter goes out. A proposal’s own letter goes with its version, and a phone script is spoken. */
export const goingOut: Record<LetterKind, GoingOut | null> = {
  NEGOTIATION: null,
  HARDSHIP_NOTICE: { ...request, purpose: 'HARDSHIP_NOTICE' },
  TERM_EXTENSION: request,
  LOWER_INSTALMENT: request,
  WAIVER: request,
  LUMP_SUM: request,
  DATE_CHANGE: request,
  SUPPLEMENT: { ...request, purpose: 'INFO' },
  COUNTER_REPLY: request,
  REMINDER: {
    ...{ to: 'CREDITOR', purpose: 'FOLLOW_UP' },
    awaits: { days: 5, counted: 'working', action: 'AWAIT_REPLY' },
  },
  CONFIRMATION_REQUEST: {
    ...{ to: 'CREDITOR', purpose: 'FOLLOW_UP' },
    awaits: { days: 10, counted: 'working', action: 'GET_CONFIRMATION' },
  },
  AUTHORITY: toSign,
  TRUTH_DECLARATION: toSign,
  // Twenty days [征信业管理条例 25]; it runs beside the negotiation.
  CREDIT_DISPUTE: { to: 'CREDITOR', purpose: 'OTHER', awaits: { days: 20, counted: 'calendar' } },
  // A lender's own complaint channel decides in fifteen days (domain.md 3.7, grade C).
  COLLECTION_COMPLAINT: {
    ...{ to: 'CREDITOR', purpose: 'COLLECTION' },
    awaits: { days: 15, counted: 'calendar' },
  },
  ADVICE_CONFIRMATION: toKeep,
  DOCUMENT_REQUEST: { to: 'CLIENT', purpose: 'CLIENT', awaits: { days: 7, counted: 'calendar' } },
  PLAN_REMINDER: toKeep,
  PHONE_SCRIPT: null,
  CLIENT_SUMMARY: toKeep,
}

/** Letters that are to the creditor; the others are to the client, to sign or to keep. */
export const isToCreditor = (kind: LetterKind): boolean => goingOut[kind]?.to === 'CREDITOR'

/** The day by which an answer to a letter that went out on `sentOn` is awaited; undefined where none is. */
export function answerBy(kind: LetterKind, sentOn: CivilDate): CivilDate | undefined {
  const awaits = goingOut[kind]?.awaits
  if (awaits === undefined) return undefined
  const { days, counted } = awaits
  return counted === 'working' ? addWorkingDays(sentOn, days, chinaCalendar) : addDays(sentOn, days)
}

type Standing = {
  readonly stage: CaseStage
  readonly whoseMove: Mover
  readonly nextAction: NextActionCode | null
  readonly dueOn: CivilDate | null
}
type Follows =
  | { readonly as: 'ACTION'; readonly action: NextActionCode; readonly dueOn: CivilDate }
  | { readonly as: 'TASK'; readonly dueOn: CivilDate }

/**
 * What a letter that went out leaves to be done: where the case waits for the creditor anyway, or for nothing, the answer
 * becomes its next action; where we or the client are at something, or an earlier day is still to come, that stays and the
 * answer is a task beside it. No letter puts a day off.
 */
export function afterGoingOut(kind: LetterKind, kase: Standing, sentOn: CivilDate): Follows | undefined {
  const [awaits, dueOn] = [goingOut[kind]?.awaits, answerBy(kind, sentOn)]
  if (awaits === undefined || dueOn === undefined || kase.stage === 'CLOSED') return undefined
  const isPutOff = kase.dueOn !== null && kase.dueOn >= sentOn && kase.dueOn < dueOn
  const waits = kase.nextAction === null || (kase.whoseMove === 'creditor' && !isPutOff)
  return awaits.action !== undefined && waits ? { as: 'ACTION', action: awaits.action, dueOn } : { as: 'TASK', dueOn }
}
