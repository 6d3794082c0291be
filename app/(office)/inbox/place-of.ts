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
  CLIENT_ANSWERED: '',
  NEEDS_REVIEW: '/proposals',
  OUTCOME: '/proposals',
  PROMISE_DUE: '/contacts',
  JOB_DONE: '/reports/prepared',
  JOB_FAILED: '/reports/prepared',
}
