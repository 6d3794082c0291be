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

/** What belongs to a version: the list of versions knows which one, and leads on to the very form. */
const onVersion = (name: GuardName) => onCase(`/proposals?for=${name}`)

/** Where each fact is supplied: the page, and the form on it. */
export const placesOf: Record<GuardName, Place> = {
  consent: onClient('#consents'),
  identity: onClient('#identity'),
  authorisation: onClient('#authorisation'),
  triage: onCase('#triage'),
  hardship: onCase('/evidence#hardship'),
  infoRequest: onCase('/evidence#requests'),
  debt: onCase('/money#debts'),
  statement: onCase('/money#statement'),
  version: onVersion('version'),
  limitation: onVersion('limitation'),
  supervisorCheck: onVersion('supervisorCheck'),
  clientApproval: onVersion('clientApproval'),
  truth: onVersion('truth'),
  sent: onVersion('sent'),
  snapshot: onVersion('snapshot'),
  withdrawn: onVersion('withdrawn'),
  counterTerms: onVersion('counterTerms'),
  decision: onVersion('decision'),
  writtenConfirmation: onCase('/agreement#confirmation'),
  receipt: onCase('/agreement#receipt'),
  agreementEnded: onCase('/agreement#end'),
  outcomeFits: onCase('/agreement#end'),
  outcomeBorneOut: onVersion('outcomeBorneOut'),
  fallbackReason: onCase('#move'),
  whatChanged: onCase('#move'),
  reason: onCase('#move'),
  closing: onCase('#move'),
}
