import type { Locale } from '@/db/vocabulary'
import { type Segment, type TemplateValue, textOf } from '@/lib/platform/liquid'
import { compiledPart, type LetterPart } from './compiled'
import type { LetterTemplate } from './kinds'
import { paragraphsOf } from './paragraphs'

/** The texts shown beside a version of a proposal while it is being drafted. */
export const liveKinds = ['NEGOTIATION', 'CLIENT_SUMMARY', 'PHONE_SCRIPT'] as const
export type LiveKind = (typeof liveKinds)[number]

/** A text as it is shown: stretches that came from a fact carry the fact's name. */
export type LiveText = { title: string; salutation: Segment[]; paragraphs: Segment[][]; signature: Segment[][] }

/**
 * Renders a text in the browser; what is sent is written again on the server. A part that does not compile stays empty.
 * `values` are what `letterValues` makes of the facts.
 */
export function liveText(template: LetterTemplate, values: Record<string, TemplateValue>, language: Locale): LiveText {
  const render = (part: LetterPart): Segment[] => {
    const compiled = compiledPart(template, part)
    const rendered = 'template' in compiled ? compiled.template.render(values) : { fault: compiled.faults[0] }
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
