import type { NoticeReason } from '@/db/vocabulary-jobs'

type About = { reason: NoticeReason; caseId: string | null; clientId: string | null }

/** Where a line of the inbox leads: to what it tells of. */
export function placeOf({ reason, caseId, clientId }: About): string {
  const ofClient = placesOfClient[reason]
  if (ofClient !== undefined && clientId !== null) return `/clients/${clientId}#${ofClient}`
  return caseId === null ? places[reason] : `/cases/${caseId}${places[reason]}`
}

/** On the page of the client, where it is about what they decide for all their cases. */
const placesOfClient: Partial<Record<NoticeReason, string>> = {
  CLIENT_RIGHTS: 'rights',
  CLIENT_WITHDREW_SENSITIVE: 'consents',
  CLIENT_WITHDREW_SHARE_WITH_CREDITOR: 'consents',
  CLIENT_WITHDREW_STATISTICS: 'consents',
}

/** Below the case, where it is about one. */
const places: Record<NoticeReason, string> = {
  ASSIGNED: '',
  CLIENT_MESSAGE: '/messages',
  CLIENT_SENT: '/evidence',
  CLIENT_APPROVED: '/proposals',
  CLIENT_SIGNED: '/agreement',
  CLIENT_PAID: '/agreement',
  CLIENT_CANNOT_PAY: '/messages',
  CLIENT_CONFIRMED_PAPER: '/evidence',
  CLIENT_LACKS_PAPER: '/evidence',
  CLIENT_BUDGET: '',
  CLIENT_AUTHORISED: '',
  CLIENT_REVOKED: '',
  CLIENT_STOPPED: '',
  CLIENT_AGREED: '',
  CLIENT_WITHDREW_SENSITIVE: '',
  CLIENT_WITHDREW_CONTACT_CREDITOR: '',
  CLIENT_WITHDREW_SHARE_WITH_CREDITOR: '',
  CLIENT_WITHDREW_STATISTICS: '',
  CLIENT_WITHDREW: '',
  CLIENT_RIGHTS: '',
  CLIENT_ANSWERED: '',
  NEEDS_REVIEW: '/proposals',
  OUTCOME: '/proposals',
  PROMISE_DUE: '/contacts',
  JOB_DONE: '/reports/prepared',
  JOB_FAILED: '/reports/prepared',
}
