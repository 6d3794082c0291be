import type { GuardName } from '@/lib/cases/guards'

type Place = (caseId: string, clientId?: string) => string

const onCase =
  (tab: string): Place =>
  (caseId) =>
    `/cases/${caseId}${tab}`
/** Facts of the person stand on the client's own page; where that is not known, the case leads there. */
const onClient =
  (part: string): Place =>
  (caseId, clientId) =>
    clientId === undefined ? `/cases/${caseId}` : `/clients/${clientId}${part}`

/** Where each fact is supplied. */
export const placesOf: Record<GuardName, Place> = {
  consent: onClient('#consents'),
  identity: onClient(''),
  authorisation: onClient('#authorisation'),
  triage: onCase('#triage'),
  hardship: onCase('/evidence#hardship'),
  infoRequest: onCase('/evidence#requests'),
  debt: onCase('/money#debts'),
  statement: onCase('/money#statement'),
  version: onCase('/proposals'),
  limitation: onCase('/proposals'),
  supervisorCheck: onCase('/proposals'),
  clientApproval: onCase('/proposals'),
  truth: onCase('/proposals'),
  sent: onCase('/proposals'),
  snapshot: onCase('/proposals'),
  withdrawn: onCase('/proposals'),
  counterTerms: onCase('/proposals'),
  decision: onCase('/proposals'),
  writtenConfirmation: onCase('/repayment'),
  receipt: onCase('/repayment'),
  agreementEnded: onCase('/agreement#end'),
  outcomeFits: onCase('/agreement#end'),
  outcomeBorneOut: onCase('/proposals'),
  fallbackReason: onCase(''),
  whatChanged: onCase(''),
  reason: onCase(''),
  closing: onCase(''),
}
