import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { mayDo } from '@/lib/core/permissions'
import { breakAgreementForm } from './actions'
import type { OfAgreement } from './agreement-panels'

/** A missed instalment shows the day after (SS-10); ending the plan stays a person's decision, with a reason. */
export async function Warning({ agreement, view, breachDays }: OfAgreement) {
  const t = await getTranslations('agreements')
  const { lateCount, lateAmount, daysLate, isBroken, breaksOn } = agreement.summary
  const mayEnd = mayDo(view.actor, 'agreement.break')
  return (
    <>
      {lateCount > 0 && (
        <div
          role="alert"
          className={`grid gap-1 rounded-m px-4 py-3 ${isBroken ? 'bg-bad-bg text-bad' : 'bg-wait-bg text-wait'}`}
        >
          <p className="font-semibold">{t('late', { count: lateCount, amount: yuan(lateAmount), days: daysLate })}</p>
          <p>{isBroken ? t('broken', { days: breachDays }) : t('breaksOn', { date: breaksOn ?? '', days: breachDays })}</p>
          <p>{t('lateAdvice')}</p>
        </div>
      )}
      {mayEnd && (
        <details className="rounded-m bg-surface p-4 shadow-1" open={isBroken}>
          <summary className="cursor-pointer text-muted">{t('endTitle')}</summary>
          <div className="mt-3 grid gap-3">
            <p className="text-muted">{t('endText')}</p>
            <CommandForm
              action={breakAgreementForm}
              labels={{ cause: t('cause'), reason: t('endReason') }}
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
                ]}
              />
              <FormArea name="reason" hint={t('endReasonHint')} maxLength={500} required />
            </CommandForm>
          </div>
        </details>
      )}
    </>
  )
}
