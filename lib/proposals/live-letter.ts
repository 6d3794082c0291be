import type { Locale } from '@/db/vocabulary'
import type { LetterFacts } from '@/lib/letters/facts'
import type { LetterTemplate } from '@/lib/letters/kinds'
import { paragraphsOf } from '@/lib/letters/paragraphs'
import { templates } from '@/lib/letters/templates'
import { letterValues, templateNames } from '@/lib/letters/variables'
import { wording } from '@/lib/letters/wording'
import { compileTemplate, type Segment, type Template, textOf } from '@/lib/platform/liquid'

/** The texts shown beside a version while it is being drafted. */
export const liveKinds = ['NEGOTIATION', 'CLIENT_SUMMARY', 'PHONE_SCRIPT'] as const
export type LiveKind = (typeof liveKinds)[number]

/** A text as it is shown: stretches that came from a fact carry the fact's name. */
export type LiveText = { title: string; salutation: Segment[]; paragraphs: Segment[][]; signature: Segment[][] }

/** Renders a text in the browser; what is sent is written again on the server (`keepLetter`). */
export function liveText(kind: LiveKind, facts: LetterFacts, language: Locale): LiveText {
  const values = letterValues(facts, wording[language])
  const render = (part: keyof LetterTemplate): Segment[] => {
    const rendered = compiled(kind, language, part).render(values)
    return 'segments' in rendered ? rendered.segments.map(withGap) : []
  }
  return {
    title: textOf(render('title')).trim(),
    salutation: paragraphsOf(render('salutation'), language).flat(),
    paragraphs: paragraphsOf(render('body'), language),
    signature: paragraphsOf(render('signature'), language),
  }
}

/** A fact that is not there yet leaves a line to be filled, so that nobody overlooks it. */
const withGap = (segment: Segment): Segment =>
  segment.variable !== undefined && segment.text.trim() === '' ? { ...segment, text: '＿＿' } : segment

// Compiling costs more than rendering, and the letter is rendered on each keystroke.
const cache = new Map<string, Template>()

function compiled(kind: LiveKind, language: Locale, part: keyof LetterTemplate): Template {
  const key = `${kind}/${language}/${part}`
  const known = cache.get(key)
  if (known) return known
  const made = compileTemplate(templates[kind][language][part], templateNames)
  if ('faults' in made) throw new Error(`the shipped template ${key} does not compile`)
  cache.set(key, made.template)
  return made.template
}
