import type { ClosingOutcome, FallbackReason, TriageResult } from '@/db/vocabulary'
import { agreementAtClosing, isBorneOut } from './closing'

/** What is known about one case, as far as moving it depends on it. Loaded by facts.queries.ts; one flat record. */
export type CaseFacts = {
  /** The client agrees to us processing their data, and has not withdrawn that. */
  consentGiven: boolean
  identityKnown: boolean
  debts: number
  triage: TriageResult | null
  hardships: number
  statements: number
  /** An authority letter that is signed, in force today and not revoked. */
  authorityInForce: boolean
  /** The newest version still waiting for an answer has a letter, and leaves no undisputed overdue loan note out. */
  versionComplete: boolean
  limitationAnswered: boolean
  /** The organisation asks for a second pair of eyes. */
  supervisorChecks: boolean
  supervisorChecked: boolean
  clientApproved: boolean
  truthDeclared: boolean
  /** Sent, with moment, channel and proof on record. */
  sentWithProof: boolean
  factorsFrozen: boolean
  /** A sent version still waits for its answer. */
  awaitsAnswer: boolean
  expectedReplyBy: string | null
  /** Open requests of the creditor that have a deadline, and the nearest of those. */
  creditorRequests: number
  nearestDeadline: string | null
  counterTermsRecorded: boolean
  /** Every loan note of the last sent version has an answer, and at least one is a yes (or a counter-offer accepted). */
  answeredYes: boolean
  confirmationOnFile: boolean
  receiptSigned: boolean
  /** A supervisor let the agreement start without paper or receipt, with a reason. */
  agreementOverridden: boolean
  /** An agreement of this case is in force. */
  agreementRuns: boolean
  /** An agreement of this case was kept to its end. */
  agreementKept: boolean
  agreementBroken: boolean
  /** A version was sent to the creditor; one was refused, or answered with other terms. */
  wasSent: boolean
  wasRefused: boolean
  nextInstalmentOn: string | null
  fallbackReason: FallbackReason | null
  closing: Closing | null
  reason: string
}

export type Closing = { outcome: ClosingOutcome; reason: string; summary: string }

type Guard = { reads: readonly (keyof CaseFacts)[]; isMet: (facts: CaseFacts) => boolean }

/** Every condition a move can depend on: which facts it reads, and when it is met. */
export const guards = {
  consent: { reads: ['consentGiven'], isMet: (facts) => facts.consentGiven },
  identity: { reads: ['identityKnown'], isMet: (facts) => facts.identityKnown },
  debt: { reads: ['debts'], isMet: (facts) => facts.debts > 0 },
  triage: { reads: ['triage'], isMet: (facts) => facts.triage !== null },
  hardship: { reads: ['hardships'], isMet: (facts) => facts.hardships > 0 },
  statement: { reads: ['statements'], isMet: (facts) => facts.statements > 0 },
  authorisation: { reads: ['authorityInForce'], isMet: (facts) => facts.authorityInForce },
  version: { reads: ['versionComplete'], isMet: (facts) => facts.versionComplete },
  limitation: { reads: ['limitationAnswered'], isMet: (facts) => facts.limitationAnswered },
  supervisorCheck: {
    reads: ['supervisorChecks', 'supervisorChecked'],
    isMet: (facts) => !facts.supervisorChecks || facts.supervisorChecked,
  },
  clientApproval: { reads: ['clientApproved'], isMet: (facts) => facts.clientApproved },
  truth: { reads: ['truthDeclared'], isMet: (facts) => facts.truthDeclared },
  sent: { reads: ['sentWithProof'], isMet: (facts) => facts.sentWithProof },
  snapshot: { reads: ['factorsFrozen'], isMet: (facts) => facts.factorsFrozen },
  withdrawn: { reads: ['awaitsAnswer'], isMet: (facts) => !facts.awaitsAnswer },
  infoRequest: { reads: ['creditorRequests'], isMet: (facts) => facts.creditorRequests > 0 },
  counterTerms: { reads: ['counterTermsRecorded'], isMet: (facts) => facts.counterTermsRecorded },
  decision: { reads: ['answeredYes'], isMet: (facts) => facts.answeredYes },
  writtenConfirmation: {
    reads: ['confirmationOnFile', 'agreementOverridden'],
    isMet: (facts) => facts.confirmationOnFile || facts.agreementOverridden,
  },
  receipt: {
    reads: ['receiptSigned', 'agreementOverridden'],
    isMet: (facts) => facts.receiptSigned || facts.agreementOverridden,
  },
  /** A plan that is given up is ended with a ground and a reason; the move is what follows from that. */
  agreementEnded: { reads: ['agreementRuns'], isMet: (facts) => !facts.agreementRuns },
  /** A running agreement ends with its case only where the closing outcome says how. */
  outcomeFits: {
    reads: ['agreementRuns'],
    isMet: ({ agreementRuns, closing }) => !agreementRuns || closing === null || closing.outcome in agreementAtClosing,
  },
  /** A case is not closed as refused, unanswered, kept or broken where none of this is on record; a supervisor may know better. */
  outcomeBorneOut: {
    reads: ['agreementRuns', 'wasSent', 'wasRefused', 'agreementKept', 'agreementBroken'],
    isMet: (facts) => facts.closing === null || facts.agreementRuns || isBorneOut(facts.closing.outcome, facts),
  },
  fallbackReason: { reads: ['fallbackReason'], isMet: (facts) => facts.fallbackReason !== null },
  whatChanged: { reads: [], isMet: (facts) => facts.reason !== '' },
  reason: { reads: [], isMet: (facts) => facts.reason !== '' },
  closing: { reads: [], isMet: ({ closing }) => closing !== null && closing.reason !== '' && closing.summary !== '' },
} satisfies Record<string, Guard>

export type GuardName = keyof typeof guards

/** Those of `needs` that are not met, in the order a person would supply them. */
export const missing = (needs: readonly GuardName[], facts: CaseFacts): GuardName[] =>
  needs.filter((name) => !guards[name].isMet(facts))

/**
 * What no supervisor can wave through: without consent we may not hold the case at all, an agreement is ended by ending
 * it, and the others are words the supervisor can simply write.
 */
const always: readonly GuardName[] = [
  'consent',
  'agreementEnded',
  'outcomeFits',
  'fallbackReason',
  'whatChanged',
  'reason',
  'closing',
]

export const canOverride = (name: GuardName) => !always.includes(name)

/** What is taken to be so before anything was asked. */
export const nothingKnown: CaseFacts = {
  consentGiven: false,
  identityKnown: false,
  debts: 0,
  triage: null,
  hardships: 0,
  statements: 0,
  authorityInForce: false,
  versionComplete: false,
  limitationAnswered: false,
  supervisorChecks: false,
  supervisorChecked: false,
  clientApproved: false,
  truthDeclared: false,
  sentWithProof: false,
  factorsFrozen: false,
  awaitsAnswer: false,
  expectedReplyBy: null,
  creditorRequests: 0,
  nearestDeadline: null,
  counterTermsRecorded: false,
  answeredYes: false,
  confirmationOnFile: false,
  receiptSigned: false,
  agreementOverridden: false,
  agreementRuns: false,
  agreementKept: false,
  agreementBroken: false,
  wasSent: false,
  wasRefused: false,
  nextInstalmentOn: null,
  fallbackReason: null,
  closing: null,
  reason: '',
}
