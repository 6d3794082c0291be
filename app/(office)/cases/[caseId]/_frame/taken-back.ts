import type { CaseStage, ConsentPurpose } from '@/db/vocabulary'

type Consent = { purpose: ConsentPurpose; withdrawnAt: unknown }

/** The sentence for what the client of an open case took back and did not give again. */
export function whatWasTakenBack(consents: readonly Consent[], stage: CaseStage) {
  if (stage === 'CLOSED') return undefined
  if (isTakenBack(consents, 'PROCESSING')) return stage === 'MONITORING' ? 'consentWithdrawnPlan' : 'consentWithdrawn'
  return isTakenBack(consents, 'CONTACT_CREDITOR') ? 'contactWithdrawn' : undefined
}

/** Whether a consent was given, and every time taken back. */
export function isTakenBack(consents: readonly Consent[], purpose: ConsentPurpose) {
  const given = consents.filter((consent) => consent.purpose === purpose)
  return given.length > 0 && given.every(({ withdrawnAt }) => withdrawnAt !== null)
}
