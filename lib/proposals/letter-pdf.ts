import { letterPdf } from '@/lib/letters/letter-paper'
import { thaw } from './frozen-letter'
import type { KeptProposalLetter } from './letter.queries'
import { planFacts } from './letter-facts'

/** A kept letter as a PDF on A4, its schedules on pages of their own; `made` is the date written into the file. */
export const proposalPdf = (kept: KeptProposalLetter, made: Date): Promise<Uint8Array<ArrayBuffer>> =>
  letterPdf(
    {
      letter: thaw(kept, kept.locale),
      caseNo: kept.caseNo,
      version: kept.number,
      schedules: kept.schedules.map(({ contractTail, plan }) => ({ contractTail, plan: planFacts(plan) })),
    },
    made,
  )
