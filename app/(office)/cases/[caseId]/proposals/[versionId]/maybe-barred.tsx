import { useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { mayBeBarred } from '@/lib/proposals/limitation'
import type { Proposal } from '@/lib/proposals/queries'

type Props = { source: Pick<Proposal['source'], 'limitationFrom' | 'today'>; answer: string | null }

/** An answer that the records speak against: what is unpaid for almost three years may be barred, unless that was interrupted. */
export function MaybeBarred({ source: { limitationFrom, today }, answer }: Props) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  if (answer !== 'NOT_NEAR' || limitationFrom === null || !mayBeBarred(limitationFrom, today)) return null
  return (
    <p role="alert" className="rounded-m bg-wait-bg px-3 py-2 text-wait">
      {t('limitationDoubt', { date: civil.inText(limitationFrom) })}
    </p>
  )
}
