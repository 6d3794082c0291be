/** The closed lists of words of what is done in the background, and of what colleagues are told of. */

export const jobKinds = ['REPORT'] as const
export const jobStates = ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const
/** The role or the account is gone; it took too long; it was begun too often and never ended; something unexpected. */
export const jobFailures = ['FORBIDDEN', 'TOO_LONG', 'INTERRUPTED', 'BROKEN'] as const
export const rhythms = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
export const reportPeriods = ['LAST_WEEK', 'LAST_MONTH', 'LAST_QUARTER'] as const
/** Mails to colleagues: that there is something to see, and where. */
export const staffMailKinds = ['REPORT_READY', 'STAFF_DIGEST'] as const
/** Why a colleague is told. Those about a case are found in the audit chain, by `tell_colleagues` in db/routines.sql. */
export const noticeReasons = [
  'ASSIGNED',
  'CLIENT_MESSAGE',
  'CLIENT_SENT',
  'CLIENT_APPROVED',
  'CLIENT_SIGNED',
  'CLIENT_PAID',
  'CLIENT_CANNOT_PAY',
  'CLIENT_CONFIRMED_PAPER',
  'CLIENT_LACKS_PAPER',
  'CLIENT_BUDGET',
  'CLIENT_AUTHORISED',
  'CLIENT_REVOKED',
  /** The basic consent, which stops the case, and the same given: the case goes on. */
  'CLIENT_STOPPED',
  'CLIENT_AGREED',
  'CLIENT_WITHDREW_SENSITIVE',
  'CLIENT_WITHDREW_CONTACT_CREDITOR',
  'CLIENT_WITHDREW_SHARE_WITH_CREDITOR',
  'CLIENT_WITHDREW_STATISTICS',
  /** Of lines that were written before it was said which. */
  'CLIENT_WITHDREW',
  'CLIENT_RIGHTS',
  /** Of lines that were written before it was said which. */
  'CLIENT_ANSWERED',
  'NEEDS_REVIEW',
  'OUTCOME',
  'PROMISE_DUE',
  'JOB_DONE',
  'JOB_FAILED',
] as const
/** What one sees when one comes back is not told by mail as well. */
export const notMailed = ['JOB_DONE', 'JOB_FAILED'] as const

export type JobKind = (typeof jobKinds)[number]
export type JobState = (typeof jobStates)[number]
export type JobFailure = (typeof jobFailures)[number]
export type Rhythm = (typeof rhythms)[number]
export type ReportPeriod = (typeof reportPeriods)[number]
export type StaffMailKind = (typeof staffMailKinds)[number]
export type NoticeReason = (typeof noticeReasons)[number]
