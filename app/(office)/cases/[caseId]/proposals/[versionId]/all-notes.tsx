import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { money, sum, toText } from '@/lib/platform/money'
import { isOnePayment, isSettled, totalOf, type WorkedVersion } from '@/lib/proposals/work-out'

/** What several loan notes come to together: what is settled by one payment is no instalment of a month. */
export function AllNotes({ worked }: { worked: WorkedVersion }) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const { lines, after } = worked
  const [settled, others] = [lines.filter(isSettled), lines.filter((line) => !isSettled(line))]
  const payments = after.rows.filter(({ payment }) => money(payment).gt('0'))
  const said = {
    ...{ total: yuan(after.total), last: civil.inText(after.last), count: payments.length },
    once: yuan(toText(sum(settled.map(({ total }) => money(total))))),
    instalment: yuan(totalOf(others, 'instalment')),
  }
  if (payments.length === 1) return t('allNotesAtOnce', said)
  if (isOnePayment(lines)) return t('allNotesSettled', said)
  return t(settled.length > 0 ? 'allNotesPartly' : 'allNotes', said)
}
