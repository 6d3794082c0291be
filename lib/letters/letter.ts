import type { LetterKind, Locale } from '@/db/vocabulary'
import { sha256 } from '@/lib/platform/hash'
import { textOf } from '@/lib/platform/liquid'
import type { LetterFacts } from './facts'
import type { LetterTemplate } from './kinds'
import { type PartFault, type RenderedLetter, renderLetter } from './render'
import { letterValues } from './variables'
import { wording } from './wording'

/** A letter as it is frozen and sent. `hash` is the SHA-256 of everything a reader sees. */
export type Letter = RenderedLetter & { readonly hash: string }

/** What a letter is made of: an organisation's own template or a shipped one, and the facts of one case. */
export type LetterOrder = {
  readonly kind: LetterKind
  readonly template: LetterTemplate
  readonly facts: LetterFacts
  readonly language: Locale
}

/** The letter that a template and the recorded facts make. The same facts and template give the same letter and hash. */
export function writeLetter({ facts, language, ...order }: LetterOrder): { letter: Letter } | { faults: PartFault[] } {
  const values = letterValues(facts, wording[language])
  const rendered = renderLetter({ ...order, values, attachments: facts.attachments, language })
  return 'faults' in rendered ? rendered : { letter: { ...rendered.letter, hash: sha256(canonical(rendered.letter)) } }
}

/** Everything a reader reads, for searching and linting. */
export const letterText = (letter: Omit<RenderedLetter, 'blanks'>): string => {
  const { title, salutation, paragraphs, signature, attachments } = letter
  return [title, textOf(salutation), ...paragraphs.map(textOf), ...signature.map(textOf), ...attachments].join('\n')
}

const canonical = (letter: Omit<RenderedLetter, 'blanks'>): string => `${letter.language}\n${letterText(letter)}`
