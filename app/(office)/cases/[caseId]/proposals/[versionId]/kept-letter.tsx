import { useTranslations } from 'next-intl'
import { LetterSheet } from '@/app/_parts/letter-sheet'
import { thaw } from '@/lib/proposals/frozen-letter'
import type { Proposal } from '@/lib/proposals/queries'

/** The letter as it is kept, word for word (the client's name masked); or what of it the reader may read, and who opens the rest. */
export function KeptLetter({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('proposals')
  const { attachments, ...text } = thaw(proposal, proposal.letterLocale)
  return (
    <div className="grid min-w-0 content-start gap-2">
      {proposal.isExtract && <p className="rounded-m bg-wait-bg px-3 py-2.5 text-wait">{t('extract')}</p>}
      <LetterSheet text={text} language={proposal.letterLocale} attachments={attachments} isLetter />
    </div>
  )
}
