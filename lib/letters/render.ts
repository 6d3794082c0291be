import type { LetterKind, Locale } from '@/db/vocabulary'
import { type Segment, type TemplateFault, type TemplateValue, textOf } from '@/lib/platform/liquid'
import { compiledPart, type LetterPart, letterParts } from './compiled'
import { type LetterTemplate, listsEnclosures } from './kinds'
import { paragraphsOf } from './paragraphs'

/** A letter as it is shown. Stretches that came from recorded facts carry the variable's name. */
export type RenderedLetter = {
  readonly language: Locale
  readonly title: string
  readonly salutation: readonly Segment[]
  readonly paragraphs: readonly (readonly Segment[])[]
  readonly signature: readonly (readonly Segment[])[]
  readonly attachments: readonly string[]
  /** Variables that came out empty: the letter is not complete. */
  readonly blanks: readonly string[]
}

/** What is wrong with one part of a template. */
export type PartFault = TemplateFault & { readonly part: LetterPart }

/** A template and what its names stand for; `attachments` are listed under letters that go somewhere. */
export type RenderOrder = {
  readonly kind: LetterKind
  readonly template: LetterTemplate
  readonly values: Record<string, TemplateValue>
  readonly attachments: readonly string[]
  readonly language: Locale
}

/** The letter that a template makes of values, on the server and in the browser alike. */
export function renderLetter(order: RenderOrder): { letter: RenderedLetter } | { faults: PartFault[] } {
  const { kind, template, values, attachments, language } = order
  const rendered = letterParts.map((part) => renderPart(template, part, values))
  const faults = rendered.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) return { faults }
  const [title = [], salutation = [], body = [], signature = []] = rendered.map((one) => ('segments' in one ? one.segments : []))
  const letter = {
    language,
    title: textOf(title).trim(),
    salutation: paragraphsOf(salutation, language).flat(),
    paragraphs: paragraphsOf(body, language),
    signature: paragraphsOf(signature, language),
    attachments: listsEnclosures(kind) ? attachments : [],
    blanks: blanksIn([...title, ...salutation, ...body, ...signature]),
  }
  return { letter }
}

/** Why a template cannot be used, part by part; empty where it can. Says nothing about its words: see `lintTemplate`. */
export const templateFaults = (template: LetterTemplate): PartFault[] =>
  letterParts.flatMap((part) => {
    const compiled = compiledPart(template, part)
    return 'faults' in compiled ? compiled.faults.map((fault) => ({ ...fault, part })) : []
  })

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
