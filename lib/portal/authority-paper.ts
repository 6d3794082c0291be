import type { Locale } from '@/db/vocabulary'
import type { Paper } from '@/lib/platform/paper'

export type SignedAuthority = { id: string; text: string; signedName: string; hash: string; time: string }
/** What stands beside each value, in the reader's language; the text itself stays in the language it was signed in. */
export type RecordWords = Record<'receipt' | 'reference' | 'time' | 'signedName' | 'hash' | 'record' | 'version', string>

/** The record of a signed authority on one sheet: the text under which the name stands, and what proves that it is that text. */
export function authorityPaper(
  { id, text, signedName, hash, time }: SignedAuthority,
  words: RecordWords,
  language: Locale,
): Paper {
  return {
    ...{ layout: 'report', language, title: words.receipt, reference: id },
    blocks: [
      ...text
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ kind: 'paragraph' as const, text: line })),
      {
        kind: 'facts',
        rows: [
          [words.reference, id],
          [words.time, time],
          [words.signedName, signedName],
          [words.hash, hash],
        ],
      },
      { kind: 'note', text: words.version },
      { kind: 'note', text: words.record },
    ],
  }
}
