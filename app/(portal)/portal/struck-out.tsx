import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { plan } from '@/lib/portal/plan.queries'
import { pastDay } from '../day-in-words'

type Props = Pick<Awaited<ReturnType<typeof plan>>, 'struckOut' | 'today'> & { mayWrite: boolean }

/** Payments the client may be looking for in the plan: why each is not counted, and what they can do. */
export async function StruckOut({ struckOut, today, mayWrite }: Props) {
  const [t, locale] = [await getTranslations('portal.struckOut'), await getLocale()]
  if (struckOut.length === 0) return null
  return (
    <section className="card" id="struck">
      <h2>{t('title')}</h2>
      {struckOut.map(({ id, paidOn, amount, reason }) => (
        <p key={id}>{t('which', { date: pastDay(paidOn, locale, today), amount: yuan(amount), why: t(reason) })}</p>
      ))}
      <p className="note noprint">
        {t('ask')} {mayWrite && <a href="/portal/messages">{t('write')}</a>}
      </p>
    </section>
  )
}
