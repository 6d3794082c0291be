import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect } from '@/app/_parts/form/fields'
import { mayDo } from '@/lib/core/permissions'
import { breakAgreementForm } from './actions'
import type { OfAgreement } from './agreement-panels'

/** Ending a plan that was not kept stays a person's decision, with a ground and a reason. */
export async function Ending({ agreement, view, breachDays }: OfAgreement) {
  const t = await getTranslations('agreements')
  if (!mayDo(view.actor, 'agreement.break')) return null
  const { isBroken } = agreement.summary
  return (
    <details className="rounded-m bg-surface p-4 shadow-1" open={isBroken}>
      <summary className="cursor-pointer text-muted">{t('endTitle')}</summary>
      <div id="end" className="mt-3 grid gap-3">
        <p className="text-muted">{t('endText')}</p>
        <CommandForm
          action={breakAgreementForm}
          labels={{ cause: t('cause'), reason: t('endReason'), isSure: t('endSure') }}
          submit={t('end')}
          look="danger"
          hidden={{ agreementId: agreement.id, 'version:int': agreement.version }}
          keeps
        >
          <FormSelect
            name="cause"
            defaultValue={isBroken ? 'RULE' : 'CREDITOR_NOTICE'}
            options={[
              { value: 'RULE', label: t('byRule', { days: breachDays }) },
              { value: 'CREDITOR_NOTICE', label: t('byNotice') },
              { value: 'CREDITOR_CANCELLED', label: t('byCancelling') },
            ]}
          />
          <FormArea name="reason" hint={t('endReasonHint')} maxLength={500} required />
          <FormCheck name="isSure" />
        </CommandForm>
      </div>
    </details>
  )
}
