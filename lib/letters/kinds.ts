import type { LetterKind } from '@/db/vocabulary'

/**
 * The four parts of a letter, each a Liquid template over the closed list of variables. An empty line starts a new
 * paragraph; other line breaks are for the eye of who edits it. A part may be empty.
 */
export type LetterTemplate = {
  readonly title: string
  readonly salutation: string
  readonly body: string
  readonly signature: string
}

/** Texts that go nowhere with documents: what is enclosed is not listed under them. */
const withoutEnclosures: ReadonlySet<LetterKind> = new Set([
  'REMINDER',
  'COUNTER_REPLY',
  'CONFIRMATION_REQUEST',
  'AUTHORITY',
  'TRUTH_DECLARATION',
  'ADVICE_CONFIRMATION',
  'DOCUMENT_REQUEST',
  'PLAN_REMINDER',
  'PHONE_SCRIPT',
  'CLIENT_SUMMARY',
])

export const listsEnclosures = (kind: LetterKind): boolean => !withoutEnclosures.has(kind)
