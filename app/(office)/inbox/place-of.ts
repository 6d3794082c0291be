import type { NoticeReason } from '@/db/vocabulary-jobs'

type About = { reason: NoticeReason; caseId: string | null }

/** Where a line of the inbox leads: to what it tells of. */
export const placeOf = ({ reason, caseId }: About): string =>
  caseId === null ? places[reason] : `/cases/${caseId}${places[reason]}`

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
  CLIENT_WITHDREW: '',
  CLIENT_RIGHTS: '',
  CLIENT_ANSWERED: '',
  NEEDS_REVIEW: '/proposals',
  OUTCOME: '/proposals',
  PROMISE_DUE: '/contacts',
  JOB_DONE: '/reports/prepared',
  JOB_FAILED: '/reports/prepared',
}
