import type { ConsentPurpose } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/**
 * The wordings people were asked with, oldest first, and from which day on. A new wording gets a new version and everybody is
 * asked again; one that was replaced is kept in docs/wordings, so that what somebody agreed to can still be read.
 */
const wordings = [
  { version: 'v1', from: '1900-01-01' },
  { version: '2026-11-22.3', from: '2026-11-22' },
  { version: '2026-11-23', from: '2026-11-23' },
  { version: '2026-11-24', from: '2026-11-24' },
] as const satisfies readonly [Wording, ...Wording[]]
type Wording = { version: string; from: CivilDate }

/** The version of the wording in force on a day. */
export const consentTextVersionOn = (day: CivilDate): string =>
  (wordings.findLast(({ from }) => from <= day) ?? wordings[0]).version

/** What a client is asked in the portal, one screen each. Without the first nothing is worked on; none is ticked. */
export const askedPurposes = [
  'PROCESSING',
  'SENSITIVE',
  'CONTACT_CREDITOR',
  'SHARE_WITH_CREDITOR',
  'STATISTICS',
] as const satisfies readonly ConsentPurpose[]
export type AskedPurpose = (typeof askedPurposes)[number]
