import type { LetterKind, Locale } from '@/db/vocabulary'
import { sha256 } from '@/lib/platform/hash'
import { type Segment, type TemplateFault, type TemplateValue, textOf } from '@/lib/platform/liquid'
import { compiledPart, type LetterPart, letterParts } from './compiled'
import type { LetterFacts } from './facts'
import { type LetterTemplate, listsEnclosures } from './kinds'
import { paragraphsOf } from './paragraphs'
import { letterValues } from './variables'
import { wording } from './wording'

/** A letter as it is shown, frozen and sent. Stretches that came from recorded facts carry the variable's name. */
export type Letter = {
  readonly language: Locale
  readonly title: string
  readonly salutation: readonly Segment[]
  readonly paragraphs: readonly (readonly Segment[])[]
  readonly signature: readonly (readonly Segment[])[]
  readonly attachments: readonly string[]
  /** Variables that came out empty: the letter is not complete. */
  readonly blanks: readonly string[]
  /** SHA-256 of everything a reader sees. */
  readonly hash: string
}

/** What is wrong with one part of a template. */
export type PartFault = TemplateFault & { readonly part: LetterPart }

/** What a letter is made of: an organisation's own template or a shipped one, and the facts of one case. */
export type LetterOrder = {
  readonly kind: LetterKind
  readonly template: LetterTemplate
  readonly facts: LetterFacts
  readonly language: Locale
}

/** The letter that a template and the recorded facts make. The same facts and template give the same letter and hash. */
export function writeLetter({ kind, template, facts, language }: LetterOrder): { letter: Letter } | { faults: PartFault[] } {
  const values = letterValues(facts, wording[language])
  const rendered = letterParts.map((part) => renderPart(template, part, values))
  const faults = rendered.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) return { faults }
  const [title = [], salutation = [], body = [], signature = []] = rendered.map((one) => ('segments' in one ? one.segments : []))
  const content = {
    language,
    title: textOf(title).trim(),
    salutation: paragraphsOf(salutation, language).flat(),
    paragraphs: paragraphsOf(body, language),
    signature: paragraphsOf(signature, language),
    attachments: listsEnclosures(kind) ? facts.attachments : [],
  }
  return {
    letter: { ...content, blanks: blanksIn([...title, ...salutation, ...body, ...signature]), hash: sha256(canonical(content)) },
  }
}

/** Why a template cannot be used, part by part; empty where it can. Says nothing about its words: see `lintTemplate`. */
export const templateFaults = (template: LetterTemplate): PartFault[] =>
  letterParts.flatMap((part) => {
    const compiled = compiledPart(template, part)
    return 'faults' in compiled ? compiled.faults.map((fault) => ({ ...fault, part })) : []
  })

/** Everything a reader reads, for searching and linting. */
export const letterText = ({ title, salutation, paragraphs, signature, attachments }: Omit<Letter, 'hash' | 'blanks'>): string =>
  [title, textOf(salutation), ...paragraphs.map(textOf), ...signature.map(textOf), ...attachments].join('\n')

const canonical = (content: Omit<Letter, 'hash' | 'blanks'>): string => `${content.language}\n${letterText(content)}`

function renderPart(
  template: LetterTemplate,
  part: LetterPart,
  values: Record<string, TemplateValue>,
): { segments: Segment[] } | { faults: PartFault[] } {
  const compiled = compiledPart(template, part)
  if ('faults' in compiled) return { faults: compiled.faults.map((fault) => ({ ...fault, part })) }
  const rendered = compiled.template.render(values)
  return 'fault' in rendered ? { faults: [{ ...rendered.fault, part }] } : rendered
}

const blanksIn = (segments: readonly Segment[]): string[] => [
  ...new Set(segments.flatMap(({ text, variable }) => (variable && text.trim() === '' ? [variable] : []))),
]
