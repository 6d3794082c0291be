import type { Locale } from '@/db/vocabulary'
import type { LetterFacts } from '@/lib/letters/facts'
import { type Letter, writeLetter } from '@/lib/letters/letter'
import { asFindings, type Finding, lintLetter } from '@/lib/letters/lint'
import { readStamp, stampOf, type TemplateVersion } from '@/lib/letters/stamp'
import type { CivilDate } from '@/lib/platform/dates'
import { type Segment, textOf } from '@/lib/platform/liquid'

/** A letter as a version keeps it: what a reader reads, its hash, and the stamp of what it was made with. */
export type KeptLetter = { letterTitle: string; letterText: string; letterTemplate: string; letterHash: string }

/**
 * Writes the negotiation letter of a version. Its stamp names the template, its version, the language and the day, so that
 * it can be written again and compared. A template that no longer compiles gives no letter, and findings that say why.
 */
export function keepLetter(facts: LetterFacts, locale: Locale, template: TemplateVersion): KeptLetter & { findings: Finding[] } {
  const written = writeLetter({ kind: 'NEGOTIATION', template: template.text, facts, language: locale })
  const letterTemplate = stampOf({ kind: 'NEGOTIATION', ...template, locale, day: facts.today })
  if ('faults' in written)
    return { letterTitle: '', letterText: '', letterTemplate, letterHash: '', findings: asFindings(written.faults) }
  const { letter } = written
  return {
    letterTitle: letter.title,
    letterText: freeze(letter),
    letterTemplate,
    letterHash: letter.hash,
    findings: lintLetter(letter, facts),
  }
}

/** The day a kept letter bears; undefined before one was written. */
export const letterDay = (stamp: string): CivilDate | undefined => readStamp(stamp)?.day

/** Salutation, paragraphs, signature and enclosures, an empty line between them; inside a section one line each. */
export const freeze = ({ salutation, paragraphs, signature, attachments }: Letter): string =>
  [textOf(salutation), lines(paragraphs), lines(signature), attachments.join('\n')].join('\n\n')

const lines = (parts: readonly (readonly Segment[])[]) => parts.map(textOf).join('\n')

/** A kept letter as one that can be set and printed. Nothing in it is a variable any more. */
export function thaw({ letterTitle, letterText, letterHash }: KeptLetter, language: Locale): Letter {
  const [salutation = '', body = '', signature = '', attachments = ''] = letterText.split('\n\n')
  return {
    language,
    title: letterTitle,
    salutation: plain(salutation),
    paragraphs: linesOf(body).map(plain),
    signature: linesOf(signature).map(plain),
    attachments: linesOf(attachments),
    blanks: [],
    hash: letterHash,
  }
}

const plain = (text: string): Segment[] => [{ text }]
const linesOf = (section: string) => section.split('\n').filter((line) => line !== '')
