import { LetterSheet } from '@/app/_parts/letter-sheet'
import { NotPrinted } from '@/app/_parts/not-printed'
import { thaw } from '@/lib/proposals/frozen-letter'
import type { Proposal } from '@/lib/proposals/queries'
import { ExtractNote } from './extract-note'

/** The letter as it is kept, word for word (the client's name masked); or what of it the reader may read, and who opens the rest. */
export function KeptLetter({ proposal }: { proposal: Proposal }) {
  const { attachments, ...text } = thaw(proposal, proposal.letterLocale)
  return (
    <div className="grid min-w-0 content-start gap-2">
      {proposal.isExtract && <ExtractNote />}
      {proposal.isDraft && <NotPrinted marks={proposal.notPrinted} />}
      <LetterSheet text={text} language={proposal.letterLocale} attachments={attachments} isLetter />
    </div>
  )
}
