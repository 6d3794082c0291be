import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { Pill } from '@/app/_ui/pill'
import { strikeReasons } from '@/db/vocabulary'
import type { AgreementView } from '@/lib/agreements/queries'
import { verifyPaymentForm } from './actions'

/** Strikes out a payment that counts for nothing; the client is told why in words of their own page. */
export async function StrikeOut({ paymentId }: { paymentId: string }) {
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  const reasons = strikeReasons.map((value) => ({ value, label: words(`strikeReason.${value}`) }))
  return (
    <Disclosure label={t('strikeOut')}>
      <CommandForm
        action={verifyPaymentForm}
        labels={{ reason: t('strikeReason') }}
        submit={t('strikeOut')}
        look="danger"
        hidden={{ paymentId, 'isReceived:yes': 'no' }}
      >
        <FormSelect name="reason" hint={t('strikeHint')} options={[{ value: '', label: t('choose') }, ...reasons]} required />
      </CommandForm>
    </Disclosure>
  )
}

/** What was struck out, with why and when; it counts for nothing. */
export async function StruckOut({ payments }: { payments: AgreementView['struckOut'] }) {
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  const civil = civilDates(await getLocale())
  return payments.map(({ id, paidOn, amount, reason, struckOn }) => (
    <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2 text-muted">
      <del>
        {civil.inColumn(paidOn)} <span className="ml-2 font-medium">{yuan(amount)}</span>
      </del>
      <Pill tone="neutral">{t('struckOut')}</Pill>
      <span>{t('struckBecause', { reason: words(`strikeReason.${reason}`), date: civil.inText(struckOn) })}</span>
    </li>
  ))
}
