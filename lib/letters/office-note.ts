import type { Locale } from '@/db/vocabulary'
import type { Paper } from '@/lib/platform/paper'
import { paperWords } from './paper-words'

type Office = { organisation: string; phone: string }

/** A paper the client keeps, with the number of the office on it where the office has one: there they find it safely. */
export function withOfficeNumber(paper: Paper, { organisation, phone }: Office, language: Locale): Paper {
  if (phone === '') return paper
  return { ...paper, blocks: [...paper.blocks, { kind: 'note', text: paperWords[language].officeNumber(organisation, phone) }] }
}
