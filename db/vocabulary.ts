/** Every closed list of words the product is built on. A word added here is asked for by the compiler everywhere it matters. */

export const caseStages = [
  'INTAKE',
  'EVIDENCE',
  'DRAFTING',
  'CLIENT_REVIEW',
  'SUBMITTED',
  'INFO_REQUESTED',
  'COUNTERED',
  'CONFIRMING',
  'MONITORING',
  'FALLBACK',
  'CLOSED',
] as const
export const openStages = [
  'INTAKE',
  'EVIDENCE',
  'DRAFTING',
  'CLIENT_REVIEW',
  'SUBMITTED',
  'INFO_REQUESTED',
  'COUNTERED',
  'CONFIRMING',
  'MONITORING',
  'FALLBACK',
] as const
export const movers = ['us', 'client', 'creditor', 'nobody'] as const
/** What a saved view shows cases as, and how close together. */
export const boardLayouts = ['board', 'list'] as const
export const boardDensities = ['comfortable', 'compact'] as const
export const overlays = ['ON_HOLD', 'LEGAL', 'SAFEGUARDING', 'DISPUTED'] as const
export const nextActionCodes = [
  'TRIAGE',
  'COLLECT_EVIDENCE',
  'DRAFT_PROPOSAL',
  'CLIENT_CONFIRM',
  'AWAIT_REPLY',
  'SEND_DOCUMENTS',
  'ANSWER_COUNTER',
  'GET_CONFIRMATION',
  'CHECK_PAYMENT',
  'PLAN_FALLBACK',
  'CLOSE_CASE',
  'CALL_BACK',
  'CUSTOM',
] as const
export const triageResults = ['NEGOTIATE', 'BUDGET_ONLY', 'REFER', 'LEGAL'] as const

export const versionOutcomes = [
  'PENDING',
  'ACCEPTED',
  'ACCEPTED_MODIFIED',
  'COUNTERED',
  'REJECTED',
  'NO_RESPONSE',
  'WITHDRAWN',
  'SUPERSEDED',
] as const
export const decisionResults = ['ACCEPTED', 'ACCEPTED_MODIFIED', 'COUNTERED', 'REJECTED', 'NO_RESPONSE'] as const
export const refusalReasons = [
  'REASON_INSUFFICIENT',
  'EVIDENCE_INSUFFICIENT',
  'EVIDENCE_NOT_ACCEPTED',
  'CREDIT_RECORD',
  'REPEATED_OVERDUE',
  'ABILITY_TOO_LOW',
  'ABILITY_SUFFICIENT',
  'NOT_YET_OVERDUE',
  'POLICY',
  'ALREADY_RESTRUCTURED',
  'AUTHORITY_NOT_RECOGNISED',
  'ASSIGNED_OR_LITIGATION',
  'FALSE_INFORMATION',
  'NOT_GIVEN',
  'OTHER',
] as const
/** What a payment settles first: the statutory order (民法典 art. 561), or what the contract agrees on. */
export const paymentOrders = [
  'COSTS_INTEREST_PRINCIPAL',
  'COSTS_PRINCIPAL_INTEREST',
  'INTEREST_COSTS_PRINCIPAL',
  'INTEREST_PRINCIPAL_COSTS',
  'PRINCIPAL_COSTS_INTEREST',
  'PRINCIPAL_INTEREST_COSTS',
] as const
/** Why that order was put right while the plan runs. */
export const orderCorrections = ['ENTERED_WRONGLY', 'CONTRACT_READ_AGAIN', 'AGREED_ANEW'] as const
/** Why a payment that somebody told of is struck out. */
export const strikeReasons = ['NOT_ARRIVED', 'TOLD_TWICE', 'WRONG_ENTRY', 'OTHER_DEBT', 'RETURNED'] as const

export const agreementStatuses = ['DRAFT', 'ACTIVE', 'COMPLETED', 'BROKEN', 'CANCELLED_BY_CREDITOR', 'REPLACED'] as const
export const closingOutcomes = [
  'AGREEMENT_COMPLETED',
  'PAID_IN_FULL',
  'REFUSED_FINAL',
  'NO_RESPONSE_FINAL',
  'AGREEMENT_BROKEN',
  'CLIENT_WITHDREW',
  'LOST_CONTACT',
  'REFERRED',
  'NOT_ELIGIBLE',
  'ABLE_TO_PAY',
  'DECEASED',
  'INTEGRITY',
  'DUPLICATE',
  'DATA_ERASURE',
] as const

export const hardshipTypes = [
  'UNEMPLOYMENT',
  'INCOME_REDUCTION',
  'ILLNESS',
  'INJURY_DISABILITY',
  'FAMILY_ILLNESS_DEATH',
  'SEPARATION',
  'BUSINESS_FAILURE',
  'DISASTER_ACCIDENT',
  'OVER_INDEBTED',
  'LOW_INCOME_LONG',
  'OTHER',
] as const

export const reliefTypes = [
  'TERM_EXTENSION',
  'INSTALMENT_PLAN',
  'LOWER_INSTALMENT',
  'INTEREST_ONLY',
  'PAYMENT_PAUSE',
  'DATE_CHANGE',
  'RATE_CUT',
  'WAIVE_INTEREST',
  'WAIVE_OVERDUE_INTEREST',
  'WAIVE_PENALTY_PRINCIPAL',
  'WAIVE_PENALTY_INTEREST',
  'WAIVE_FEES',
  'WAIVE_PRINCIPAL',
  'LUMP_SUM',
  'STOP_COLLECTION',
  'OTHER',
] as const
export const treatments = ['FIRST_INSTALMENT', 'CAPITALISE', 'CARRY_FORWARD'] as const

export const roles = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR', 'CLIENT', 'DELEGATE'] as const
export const organisationTypes = ['CHARITY', 'LEGAL_AID', 'EMPLOYER', 'MEDIATION', 'LAW_FIRM', 'OTHER'] as const
export const locales = ['zh-CN', 'en'] as const

/** Every text the product writes for a case. The last two are not sent: one is spoken, one is for the client. */
export const letterKinds = [
  'NEGOTIATION',
  'HARDSHIP_NOTICE',
  'TERM_EXTENSION',
  'LOWER_INSTALMENT',
  'WAIVER',
  'LUMP_SUM',
  'DATE_CHANGE',
  'SUPPLEMENT',
  'COUNTER_REPLY',
  'REMINDER',
  'CONFIRMATION_REQUEST',
  'AUTHORITY',
  'TRUTH_DECLARATION',
  'CREDIT_DISPUTE',
  'COLLECTION_COMPLAINT',
  'ADVICE_CONFIRMATION',
  'DOCUMENT_REQUEST',
  'PLAN_REMINDER',
  'PHONE_SCRIPT',
  'CLIENT_SUMMARY',
] as const
export const letterStates = ['WAITING', 'WRITTEN', 'SKIPPED'] as const
/** What became of a row of a spreadsheet. `KEPT`: left alone when the import was undone, because work went on with it. */
export const importKinds = ['CASES', 'HISTORY'] as const
export const importStates = ['IMPORTED', 'KNOWN', 'REFUSED', 'UNDONE', 'KEPT'] as const

export const productTypes = ['CONSUMER_LOAN', 'BANK_LOAN', 'CREDIT_CARD', 'OTHER'] as const
export const regulatorClasses = ['CONSUMER_FINANCE', 'BANK', 'SMALL_LOAN', 'OTHER'] as const
export const fundingModes = ['OWN', 'JOINT', 'LOAN_ASSIST', 'UNKNOWN'] as const
export const holderStages = ['IN_HOUSE', 'OUTSOURCED', 'ASSIGNED', 'LITIGATION', 'UNKNOWN'] as const
export const repaymentMethods = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const
export const balanceBuckets = [
  'principal',
  'overduePrincipal',
  'interest',
  'overdueInterest',
  'penaltyPrincipal',
  'penaltyInterest',
  'fees',
] as const
export const creditStatuses = ['UNKNOWN', 'CURRENT', 'OVERDUE_REPORTED', 'SPECIAL_NOTE'] as const

export const evidenceStatuses = ['REQUESTED', 'RECEIVED', 'VERIFIED', 'REJECTED', 'EXPIRED'] as const
export const sensitiveClasses = ['NONE', 'FINANCIAL', 'MEDICAL', 'IDENTITY'] as const
export const evidenceIssuers = ['CLIENT', 'EMPLOYER', 'HOSPITAL', 'GOVERNMENT', 'BANK', 'CREDITOR', 'OTHER'] as const

export const contactChannels = ['APP_CHAT', 'PHONE', 'LETTER', 'EMAIL', 'PORTAL', 'VISIT', 'SMS'] as const
export const contactPurposes = ['HARDSHIP_NOTICE', 'PROPOSAL', 'FOLLOW_UP', 'INFO', 'COLLECTION', 'CLIENT', 'OTHER'] as const
export const contactDirections = ['OUT', 'IN'] as const
export const counterparts = ['CREDITOR', 'CLIENT', 'COLLECTOR', 'OTHER'] as const
export const speakers = ['CLIENT_WITH_SUPPORT', 'COUNSELLOR_WITH_AUTHORITY'] as const

export const consentPurposes = ['PROCESSING', 'SENSITIVE', 'CONTACT_CREDITOR', 'SHARE_WITH_CREDITOR', 'STATISTICS'] as const
export const consentChannels = ['PORTAL', 'PAPER', 'PHONE'] as const
export const limitationAnswers = ['NOT_NEAR', 'RUNNING', 'MAYBE_BARRED', 'UNKNOWN'] as const
/** Forms that keep what is typed on the server until it is done. */
export const draftForms = ['CONTACT', 'SENDING', 'DECISION', 'MESSAGE'] as const
export const fallbackReasons = ['REFUSED', 'NO_ANSWER', 'BROKEN', 'TRIAGE'] as const
export const fallbackOptions = ['FAMILY_HELP', 'REFINANCE', 'REFERRAL', 'BUDGET', 'SAVINGS_GOAL', 'RETRY'] as const
export const fallbackStatuses = ['OPEN', 'DONE', 'DROPPED'] as const
export const referralTypes = ['CHARITY', 'LEGAL_AID', 'MEDIATION', 'DEBT_ADVICE', 'OTHER'] as const
/** What a referral may tell the other body; the client agrees to each (PIPL 23). */
export const sharedKinds = ['NAME', 'PHONE', 'DEBTS', 'STATEMENT', 'HARDSHIP', 'PROPOSALS'] as const
/** Whom a collector turned to: the debtor, a person of the debtor's own (family, contact on file), or a stranger. */
export const contactedPeople = ['DEBTOR', 'RELATED', 'UNRELATED'] as const

export const accessKinds = ['denied', 'view', 'reveal', 'export', 'download'] as const

export const factorIds = [
  'F-01',
  'F-02',
  'F-03',
  'F-04',
  'F-05',
  'F-06',
  'F-07',
  'F-08',
  'F-09',
  'F-10',
  'F-11',
  'F-12',
  'F-13',
  'F-14',
  'F-15',
  'F-16',
  'F-17',
  'F-18',
  'F-19',
  'F-20',
  'F-21',
  'F-22',
  'F-23',
  'F-24',
  'F-25',
  'F-26',
  'F-27',
] as const

export type CaseStage = (typeof caseStages)[number]
export type OpenStage = (typeof openStages)[number]
export type Mover = (typeof movers)[number]
export type Overlay = (typeof overlays)[number]
export type NextActionCode = (typeof nextActionCodes)[number]
export type TriageResult = (typeof triageResults)[number]
export type VersionOutcome = (typeof versionOutcomes)[number]
export type DecisionResult = (typeof decisionResults)[number]
export type RefusalReason = (typeof refusalReasons)[number]
export type StrikeReason = (typeof strikeReasons)[number]
export type PaymentOrder = (typeof paymentOrders)[number]
export type OrderCorrection = (typeof orderCorrections)[number]
export type AgreementStatus = (typeof agreementStatuses)[number]
export type ClosingOutcome = (typeof closingOutcomes)[number]
export type HardshipType = (typeof hardshipTypes)[number]
export type ReliefType = (typeof reliefTypes)[number]
export type Treatment = (typeof treatments)[number]
export type Role = (typeof roles)[number]
export type OrganisationType = (typeof organisationTypes)[number]
export type Locale = (typeof locales)[number]
export type LetterKind = (typeof letterKinds)[number]
export type ProductType = (typeof productTypes)[number]
export type RepaymentMethod = (typeof repaymentMethods)[number]
export type BalanceBucket = (typeof balanceBuckets)[number]
export type EvidenceStatus = (typeof evidenceStatuses)[number]
export type SensitiveClass = (typeof sensitiveClasses)[number]
export type ContactChannel = (typeof contactChannels)[number]
export type ContactPurpose = (typeof contactPurposes)[number]
export type ConsentPurpose = (typeof consentPurposes)[number]
export type ConsentChannel = (typeof consentChannels)[number]
export type AccessKind = (typeof accessKinds)[number]
export type FactorId = (typeof factorIds)[number]
export type FallbackOption = (typeof fallbackOptions)[number]
export type FallbackStatus = (typeof fallbackStatuses)[number]
export type ContactedPerson = (typeof contactedPeople)[number]
export type DraftForm = (typeof draftForms)[number]
export type FallbackReason = (typeof fallbackReasons)[number]
