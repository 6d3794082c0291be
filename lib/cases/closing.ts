import type { AgreementStatus, ClosingOutcome } from '@/db/vocabulary'

/** What an outcome of closing claims, and the record has to bear out. */
type OnRecord = { wasSent: boolean; wasRefused: boolean; agreementKept: boolean; agreementBroken: boolean }

/** Outcomes that say what a creditor answered or how an agreement went: what is counted by them must have happened. */
const claims: Partial<Record<ClosingOutcome, (record: OnRecord) => boolean>> = {
  AGREEMENT_COMPLETED: ({ agreementKept }) => agreementKept,
  AGREEMENT_BROKEN: ({ agreementBroken }) => agreementBroken,
  REFUSED_FINAL: ({ wasRefused, agreementKept }) => wasRefused && !agreementKept,
  NO_RESPONSE_FINAL: ({ wasSent, agreementKept }) => wasSent && !agreementKept,
}

export const isBorneOut = (outcome: ClosingOutcome, record: OnRecord) => claims[outcome]?.(record) ?? true

/** How a running agreement ends with its case. */
export type EndedByClosing = Extract<AgreementStatus, 'COMPLETED' | 'REPLACED'>

/**
 * What becomes of an agreement that still runs when its case is closed with an outcome (domain.md 2.2, 2.3). Paid in full
 * ends it as kept, also where the debt was settled early. An outcome that says nothing about the plan ends our following of
 * it, and claims neither that it was kept nor that it was broken. Any other outcome is about the agreement itself or rules
 * one out: that agreement is ended first, with a ground of its own.
 */
export const agreementAtClosing: Partial<Record<ClosingOutcome, EndedByClosing>> = {
  PAID_IN_FULL: 'COMPLETED',
  CLIENT_WITHDREW: 'REPLACED',
  LOST_CONTACT: 'REPLACED',
  REFERRED: 'REPLACED',
  ABLE_TO_PAY: 'REPLACED',
  DECEASED: 'REPLACED',
  INTEGRITY: 'REPLACED',
  DUPLICATE: 'REPLACED',
  DATA_ERASURE: 'REPLACED',
}
