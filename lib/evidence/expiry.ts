import type { EvidenceStatus } from '@/db/vocabulary'
import { addMonths, type CivilDate } from '@/lib/platform/dates'

/** What the age of a paper follows from. `validMonths` is the office's rule for its kind; null where age does not matter. */
export type Aged = {
  expiresOn: CivilDate | null
  coversTo: CivilDate | null
  receivedOn: CivilDate | null
  validMonths: number | null
}

/**
 * The last day on which a paper still proves something: the day a reviewer named, else so many months after what it
 * covers, or after it came where it covers no period. Null where it never grows old.
 */
export function lastValidDay({ expiresOn, coversTo, receivedOn, validMonths }: Aged): CivilDate | null {
  const from = coversTo ?? receivedOn
  if (expiresOn !== null || validMonths === null || from === null) return expiresOn
  return addMonths(from, validMonths)
}

/** The state a paper is in today: what was received or verified runs out by itself, nobody has to mark it. */
export function statusOn(today: CivilDate, { status, ...paper }: Aged & { status: EvidenceStatus }): EvidenceStatus {
  const last = lastValidDay(paper)
  const isOld = last !== null && last < today
  return isOld && (status === 'RECEIVED' || status === 'VERIFIED') ? 'EXPIRED' : status
}
