import type { ConsentPurpose } from '@/db/vocabulary'

/** The wording people agree to today. A new wording gets a new version, and everybody is asked again. */
export const consentTextVersion = '2026-11-22.3'

/** What a client is asked in the portal, one screen each. Only the first three are needed for negotiating; none is ticked. */
export const askedPurposes = [
  'SENSITIVE',
  'CONTACT_CREDITOR',
  'SHARE_WITH_CREDITOR',
  'STATISTICS',
] as const satisfies readonly ConsentPurpose[]
export type AskedPurpose = (typeof askedPurposes)[number]
