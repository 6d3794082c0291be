import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import type { OfAgreement } from './agreement-panels'

/** A missed instalment shows the day after (SS-10), with what to do before anything else. */
export async function Warning({ agreement, breachDays }: Omit<OfAgreement, 'view'>) {
  const [t, civil] = [await getTranslations('agreements'), civilDates(await getLocale())]
  const { lateCount, lateAmount, daysLate, isBroken, breaksOn } = agreement.summary
  if (lateCount === 0) return null
  return (
    <div role="alert" className={`grid gap-1 rounded-m px-4 py-3 ${isBroken ? 'bg-bad-bg text-bad' : 'bg-wait-bg text-wait'}`}>
      <p className="font-semibold">{t('late', { count: lateCount, amount: yuan(lateAmount), days: daysLate })}</p>
      <p>{isBroken ? t('broken', { days: breachDays }) : t('breaksOn', { date: civil.inText(breaksOn), days: breachDays })}</p>
      <p>{t('lateAdvice')}</p>
    </div>
  )
}
