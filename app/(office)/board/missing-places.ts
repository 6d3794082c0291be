import type { GuardName } from '@/lib/cases/guards'

const at = (tab: string) => (caseId: string) => `/cases/${caseId}${tab}`

/** Where each fact is supplied. */
export const placesOf: Record<GuardName, (caseId: string) => string> = {
  consent: at(''),
  identity: at(''),
  triage: at(''),
  authorisation: at(''),
  hardship: at('/evidence'),
  infoRequest: at('/evidence'),
  debt: at('/money'),
  statement: at('/money'),
  version: at('/proposals'),
  limitation: at('/proposals'),
  supervisorCheck: at('/proposals'),
  clientApproval: at('/proposals'),
  truth: at('/proposals'),
  sent: at('/proposals'),
  snapshot: at('/proposals'),
  withdrawn: at('/proposals'),
  counterTerms: at('/proposals'),
  decision: at('/proposals'),
  writtenConfirmation: at('/repayment'),
  receipt: at('/repayment'),
  fallbackReason: at(''),
  whatChanged: at(''),
  reason: at(''),
  closing: at(''),
}
