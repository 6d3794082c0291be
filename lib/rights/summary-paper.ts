import type { Locale } from '@/db/vocabulary'
import { civilDateIn } from '@/lib/platform/dates'
import type { Paper, PaperBlock } from '@/lib/platform/paper'

/** A part of the summary: a heading, facts side by side, or lines one under the other. */
export type Section = { heading: string; rows?: readonly (readonly [string, string])[]; lines?: readonly string[] }
/** The instant it was asked for, and the zone of the office, in which its day counts. */
export type Taken = { at: string; timeZone: string }
export type Summary = { title: string; lead: string; sections: readonly Section[]; ending: string }

/** What we hold about a person on paper, to be read by people; the data file beside it is for machines [PIPL 45]. */
export function summaryPaper({ title, lead, sections, ending }: Summary, language: Locale, { at, timeZone }: Taken): Paper {
  const reference = civilDateIn(new Date(at), timeZone)
  return {
    ...{ layout: 'report', language, title, reference },
    blocks: [{ kind: 'paragraph', text: lead }, ...sections.flatMap(blocksOf), { kind: 'note', text: ending }],
  }
}

/** A section with nothing in it is left out. */
function blocksOf({ heading, rows = [], lines = [] }: Section): PaperBlock[] {
  if (rows.length + lines.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    ...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []),
    ...lines.map((text) => ({ kind: 'paragraph' as const, text })),
  ]
}
