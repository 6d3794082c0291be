import type { Locale } from '@/db/vocabulary'
import type { Paper } from '@/lib/platform/paper'

/** `revoked`: that it holds no more, and since when; first on the sheet, so that nobody shown it takes it for valid. */
export type SignedAuthority = { id: string; text: string; signedName: string; hash: string; time: string; revoked: string | null }
/** What stands beside each value, in the reader's language; the text itself stays in the language it was signed in. */
export type RecordWords = Record<'receipt' | 'reference' | 'time' | 'signedName' | 'hash' | 'record' | 'version', string>

/** The record of a signed authority on one sheet: the text under which the name stands, and what proves that it is that text. */
export function authorityPaper(
  { id, text, signedName, hash, time, revoked }: SignedAuthority,
  words: RecordWords,
  language: Locale,
): Paper {
  return {
    ...{ layout: 'report', language, title: words.receipt, reference: id },
    blocks: [
      ...(revoked === null ? [] : [{ kind: 'callout' as const, title: revoked, text: '' }]),
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
