import type { Locale } from '@/db/vocabulary'
import { textOf } from '@/lib/platform/liquid'
import type { Paper, PaperBlock } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'
import type { PlanFacts } from './facts'
import type { Letter } from './letter'
import { paperWords } from './paper-words'
import { planTable } from './plan-table'

/** A letter to print: its frozen text and, where it proposes one, the schedule of each loan note. */
export type LetterToPrint = {
  readonly letter: Letter
  readonly caseNo: string
  readonly version?: number
  /** Something was left out of it for who reads it: it is not the letter that its hash stands for. */
  readonly isExtract?: boolean
  readonly schedules: readonly { readonly contractTail: string; readonly plan: PlanFacts }[]
}

/** The letter as a PDF on A4; `made` is the creation date written into the file. */
export const letterPdf = (data: LetterToPrint, made: Date): Promise<Uint8Array<ArrayBuffer>> => pdfOf(letterPaper(data), made)

/** The letter as a paper: text, enclosures, signature, and the schedules on pages of their own. */
export function letterPaper({ letter, caseNo, version, schedules, isExtract = false }: LetterToPrint): Paper {
  const { language, title, salutation, paragraphs, signature, attachments, hash } = letter
  return {
    layout: 'letter',
    language,
    title,
    reference: isExtract
      ? `${referenceOf(caseNo, language, { version })} · ${paperWords[language].extract}`
      : referenceOf(caseNo, language, { version, hash }),
    blocks: [
      ...(isExtract ? [{ kind: 'note' as const, text: paperWords[language].extractNote }] : []),
      ...(salutation.length > 0 ? [{ kind: 'salutation' as const, text: textOf(salutation) }] : []),
      ...paragraphs.map((paragraph) => ({ kind: 'paragraph' as const, text: textOf(paragraph) })),
      ...enclosures(attachments, language),
      ...(signature.length > 0 ? [{ kind: 'signature' as const, lines: signature.map(textOf) }] : []),
      ...schedules.flatMap(({ contractTail, plan }) => schedulePage(contractTail, plan, language)),
    ],
  }
}

/** 'XS-0198 · 第3版 · 3f9a2c71': enough to find the stored text again. */
export const referenceOf = (caseNo: string, language: Locale, { version, hash }: { version?: number; hash?: string }): string =>
  [caseNo, version === undefined ? '' : paperWords[language].version(version), hash?.slice(0, 8) ?? '']
    .filter(Boolean)
    .join(' · ')

const enclosures = (items: readonly string[], language: Locale): PaperBlock[] =>
  items.length > 0 ? [{ kind: 'list', title: paperWords[language].enclosures, items }] : []

function schedulePage(contractTail: string, plan: PlanFacts, language: Locale): PaperBlock[] {
  const words = paperWords[language]
  return [
    { kind: 'new_page' },
    planTable(plan, language, `${words.schedule}${words.ofContract(contractTail)}`),
    { kind: 'note', text: words.estimate },
  ]
}
