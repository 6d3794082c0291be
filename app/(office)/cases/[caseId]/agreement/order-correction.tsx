import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { orderCorrections, paymentOrders } from '@/db/vocabulary'
import type { AgreementView } from '@/lib/agreements/queries'
import { correctOrderForm } from './actions'

/** Puts right what payments settle first, while the plan runs; why is chosen, as the audit keeps no free words. */
export async function OrderCorrection({ agreement: { id, version, paymentOrder } }: { agreement: AgreementView }) {
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  const orders = paymentOrders.filter((order) => order !== paymentOrder)
  return (
    <Disclosure label={t('correctOrder')}>
      <CommandForm
        action={correctOrderForm}
        labels={{ paymentOrder: t('newOrder'), reason: t('correctionReason') }}
        submit={t('saveOrder')}
        look="secondary"
        hidden={{ agreementId: id, 'version:int': version }}
      >
        <p className="text-dense text-muted">{t('correctOrderHint')}</p>
        <FormSelect
          name="paymentOrder"
          options={[
            { value: '', label: t('choose') },
            ...orders.map((value) => ({ value, label: words(`paymentOrder.${value}`) })),
          ]}
          required
        />
        <FormSelect
          name="reason"
          options={[
            { value: '', label: t('choose') },
            ...orderCorrections.map((value) => ({ value, label: words(`orderCorrection.${value}`) })),
          ]}
          required
        />
      </CommandForm>
    </Disclosure>
  )
}
