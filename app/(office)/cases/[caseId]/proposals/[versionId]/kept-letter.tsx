import { LetterSheet } from '@/app/_parts/letter-sheet'
import { thaw } from '@/lib/proposals/frozen-letter'
import type { Proposal } from '@/lib/proposals/queries'

/** The letter as it is kept, word for word (the client's name masked). */
export function KeptLetter({ proposal }: { proposal: Proposal }) {
  const { attachments, ...text } = thaw(proposal, proposal.letterLocale)
  return <LetterSheet text={text} language={proposal.letterLocale} attachments={attachments} isLetter />
}
