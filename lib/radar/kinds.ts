/**
 * Every kind of date that matters on a case, the heaviest first: what is lost in law or money for good, what somebody waits
 * for, what we have set ourselves. Within a day they are listed in this order.
 */
export const radarKinds = [
  'MATURITY',
  'LIMITATION',
  'EVIDENCE_REQUEST',
  'BREACH',
  'INSTALMENT',
  'NEXT_DUE',
  'OFFER_EXPIRES',
  'AUTHORITY_EXPIRES',
  'REPLY_DUE',
  'PROMISE',
  'NO_ANSWER',
  'EVIDENCE_EXPIRES',
  'TASK',
  'BUDGET_STEP',
  'HOLD_ENDS',
  'NEXT_ACTION',
] as const
export type RadarKind = (typeof radarKinds)[number]
