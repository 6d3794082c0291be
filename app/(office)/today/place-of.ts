import type { RadarKind } from '@/lib/radar/kinds'

/** The tab of a case on which a date of each kind is dealt with. */
const tabs: Record<RadarKind, string> = {
  MATURITY: '/money#debts',
  LIMITATION: '/money#debts',
  EVIDENCE_REQUEST: '/evidence#requests',
  BREACH: '/agreement',
  INSTALMENT: '/agreement',
  NEXT_DUE: '/money#debts',
  OFFER_EXPIRES: '/proposals',
  AUTHORITY_EXPIRES: '',
  REPLY_DUE: '/proposals',
  PROMISE: '/contacts#log',
  NO_ANSWER: '/proposals',
  EVIDENCE_EXPIRES: '/evidence',
  TASK: '/contacts#tasks',
  BUDGET_STEP: '/fallback',
  HOLD_ENDS: '',
  NEXT_ACTION: '',
}

export const placeOf = ({ kind, caseId }: { kind: RadarKind; caseId: string }) => `/cases/${caseId}${tabs[kind]}`
