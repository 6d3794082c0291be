/** The closed lists of words of the client's side. */

/** What a delegate may be let do in the portal. Signing and consenting stay with the client. */
export const delegateVerbs = ['READ', 'UPLOAD', 'MESSAGE', 'REPORT_PAYMENT', 'BUDGET'] as const
export const circumstanceKinds = ['INCOME_FELL', 'ILLNESS', 'FAMILY', 'OTHER_DEBT', 'OTHER'] as const
export const rightsKinds = ['CORRECT', 'DELETE', 'EXPLAIN'] as const
export const rightsStatuses = ['OPEN', 'PROPOSED', 'DONE', 'REFUSED'] as const
/** INCIDENT: something happened to the client's data, and a notice about it is on their page. */
export const mailKinds = ['NEW_MESSAGE', 'NEWS', 'PLAN_NEWS', 'PAYMENT_SOON', 'INCIDENT', 'DIGEST'] as const
/** The other side refused it for good; it was tried too often; or who it was for may not have it any more. */
export const mailFailures = ['BOUNCED', 'GAVE_UP', 'LAPSED'] as const

export type DelegateVerb = (typeof delegateVerbs)[number]
export type MailKind = (typeof mailKinds)[number]
export type MailFailure = (typeof mailFailures)[number]
