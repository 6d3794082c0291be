import type { LetterKind, ReliefType } from '@/db/vocabulary'

/**
 * Letters written one by one for a case, in the order a case takes them. The proposal's own letter is written with its
 * version and a complaint with the one contact it is about.
 */
export const caseKinds = [
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
  'DOCUMENT_REQUEST',
  'PLAN_REMINDER',
  'ADVICE_CONFIRMATION',
  'CLIENT_SUMMARY',
] as const satisfies readonly LetterKind[]

/** What the latest version has to ask for, so that a letter about it says something. */
const about: Partial<Record<LetterKind, readonly ReliefType[]>> = {
  TERM_EXTENSION: ['TERM_EXTENSION', 'INSTALMENT_PLAN'],
  LOWER_INSTALMENT: ['LOWER_INSTALMENT', 'TERM_EXTENSION', 'INSTALMENT_PLAN', 'RATE_CUT', 'INTEREST_ONLY'],
  WAIVER: [
    'WAIVE_INTEREST',
    'WAIVE_OVERDUE_INTEREST',
    'WAIVE_PENALTY_PRINCIPAL',
    'WAIVE_PENALTY_INTEREST',
    'WAIVE_FEES',
    'WAIVE_PRINCIPAL',
    'RATE_CUT',
  ],
  LUMP_SUM: ['LUMP_SUM'],
  DATE_CHANGE: ['DATE_CHANGE'],
}
export const isAskedFor = (kind: LetterKind, reliefs: readonly ReliefType[]): boolean =>
  about[kind]?.some((type) => reliefs.includes(type)) ?? true

/** Papers to the client, and those the client signs and hands in: we write to nobody in their name, so that it takes no authority. */
const withoutMandate: ReadonlySet<LetterKind> = new Set([
  'AUTHORITY',
  'TRUTH_DECLARATION',
  'CREDIT_DISPUTE',
  'DOCUMENT_REQUEST',
  'PLAN_REMINDER',
  'ADVICE_CONFIRMATION',
  'CLIENT_SUMMARY',
])
export const needsMandate = (kind: LetterKind): boolean => !withoutMandate.has(kind)

/** Letters that ask the client for more, a signature too, which nobody does once they took the basic consent back. */
const asking: ReadonlySet<LetterKind> = new Set(['DOCUMENT_REQUEST', 'AUTHORITY', 'TRUTH_DECLARATION'])
export const needsBasicConsent = (kind: LetterKind): boolean => asking.has(kind)

/** Papers that name the number of the identity document. */
export const namesIdNumber = (kind: LetterKind): boolean => kind === 'AUTHORITY' || kind === 'CREDIT_DISPUTE'
