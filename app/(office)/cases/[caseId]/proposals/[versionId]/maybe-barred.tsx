import { useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { daysBetween } from '@/lib/platform/dates'
import { endOf, mayBeBarred, nearEnd } from '@/lib/proposals/limitation'
import type { Proposal } from '@/lib/proposals/queries'

type Props = { source: Pick<Proposal['source'], 'limitationFrom' | 'today'>; answer: string | null }

/** What the records say against an answer that the period is not near its end, or of an end that is near whatever else is known. */
export function MaybeBarred({ source: { limitationFrom: from, today }, answer }: Props) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  if (from === null || answer === 'MAYBE_BARRED') return null
  const days = daysBetween(today, endOf(from))
  const is = days < 0 ? 'past' : 'ahead'
  const told = { date: civil.inText(from), end: civil.inText(endOf(from)), days, is }
  if (answer === 'NOT_NEAR') return mayBeBarred(from, today) ? <Warning>{t('limitationDoubt', told)}</Warning> : null
  return nearEnd(from, today) === undefined ? null : <Warning>{t('limitationEnds', told)}</Warning>
}

const Warning = ({ children }: { children: string }) => (
  <p role="alert" className="rounded-m bg-wait-bg px-3 py-2 text-wait">
    {children}
  </p>
)
