import type { EvidenceStatus } from '@/db/vocabulary'

/** What decides whether a file may go to a creditor today. `status` is today's; `isGenerated` marks a paper that we made. */
export type Candidate = {
  status: EvidenceStatus
  fileHash: string | null
  isGenerated: boolean
  clientConfirmedAt: Date | string | null
}

/** Why a file cannot go out: it is not here or out of date, or we made it and the client has not confirmed it yet. */
export type NotSendable = 'not_current' | 'not_confirmed'

/** The reason against sending a file; undefined where there is none. */
export function whyNotSent({ status, fileHash, isGenerated, clientConfirmedAt }: Candidate): NotSendable | undefined {
  const isHere = fileHash !== null && (status === 'RECEIVED' || status === 'VERIFIED')
  if (!isHere) return 'not_current'
  return isGenerated && clientConfirmedAt === null ? 'not_confirmed' : undefined
}
