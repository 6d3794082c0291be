import { consentsInForce } from '@/lib/clients/consent.commands'
import { tellsMedicalStory, tellsOfHealth } from '@/lib/clients/medical.queries'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import type { Reading } from '@/lib/core/query'

/** Why a letter that speaks of somebody's health is not for this hand: nobody writes or opens what they may not read. */
export type MedicalFault = 'SENSITIVE_GRANT' | 'SENSITIVE_CONSENT'

/**
 * What keeps a letter that speaks of somebody's health from being written: it tells a medical story and the writer has no grant
 * on a case of the client, or the client has not agreed, each an act of its own, to our using sensitive information [PIPL 29]
 * and handing it to the creditor [PIPL 23]. Undefined for a letter that says nothing of it.
 */
export async function whyNotWritten(
  reading: Reading,
  { clientId, creditorId }: { clientId: string; creditorId: string },
  text: string,
): Promise<MedicalFault | undefined> {
  if (!(await tellsOfHealth(reading, clientId, text))) return undefined
  if (!(await mayOpenLetter(reading, clientId, text))) return 'SENSITIVE_GRANT'
  const shares = await consentsInForce(reading, clientId, 'SHARE_WITH_CREDITOR')
  const mayShare = shares.some((consent) => consent.creditorId === null || consent.creditorId === creditorId)
  const mayUse = (await consentsInForce(reading, clientId, 'SENSITIVE')).length > 0
  return mayShare && mayUse ? undefined : 'SENSITIVE_CONSENT'
}

/** Whether a kept letter is open to the reader: one that tells a medical story takes a grant. */
export const mayOpenLetter = async (reading: Reading, clientId: string, text: string): Promise<boolean> =>
  (await mayReadSensitive(reading, clientId)) || !(await tellsMedicalStory(reading, clientId, text))
