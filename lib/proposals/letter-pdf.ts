import { letterPaper } from '@/lib/letters/letter-paper'
import type { Paper } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'
import { thaw } from './frozen-letter'
import type { KeptProposalLetter } from './letter.queries'
import { planFacts } from './letter-facts'

/** The name of the letter's file without its ending; that of an extract says so. */
export const letterFileName = ({ caseNo, number, isExtract }: Pick<KeptProposalLetter, 'caseNo' | 'number' | 'isExtract'>) =>
  `${caseNo}-v${number}${isExtract ? '-extract' : ''}`

/** A kept letter to print, its schedules on pages of their own. */
export const proposalPaper = (kept: KeptProposalLetter): Paper =>
  letterPaper({
    letter: thaw(kept, kept.locale),
    caseNo: kept.caseNo,
    version: kept.number,
    isExtract: kept.isExtract,
    schedules: kept.schedules.map(({ contractTail, plan }) => ({ contractTail, plan: planFacts(plan) })),
  })

/** The same as a PDF on A4; `made` is the date written into the file. */
export const proposalPdf = (kept: KeptProposalLetter, made: Date): Promise<Uint8Array<ArrayBuffer>> =>
  pdfOf(proposalPaper(kept), made)
