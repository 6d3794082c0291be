import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { consentChannels, sharedKinds } from '@/db/vocabulary'
import { planFallbackForm } from './actions'
import type { Fallback } from './page'

type Props = { caseId: string; bodies: Fallback['bodies']; today: string }

/** A referral: to whom, what is told, what it costs, and the client's consent to exactly this (FB-03, PIPL 23). */
export async function ReferralForm({ caseId, bodies, today }: Props) {
  const t = await getTranslations('fallback')
  if (bodies.length === 0)
    return (
      <p className="text-muted">
        {t('noBodies')}{' '}
        <Link href="/creditors/referrals" className="text-primary">
          {t('toBodies')}
        </Link>
      </p>
    )
  const labels = {
    ...{ plan_bodyId: t('body'), plan_shared: t('shared'), plan_consentedOn: t('consentedOn') },
    ...{ plan_consentChannel: t('consentChannel'), plan_note: t('noteLabel') },
    ...{ plan_hasConsented: t('hasConsented'), plan_knowsFee: t('knowsFee') },
  }
  return (
    <CommandForm action={planFallbackForm} labels={labels} submit={t('save')} hidden={{ caseId, 'plan.kind': 'REFERRAL' }}>
      <FormSelect name="plan.bodyId" required options={bodies.map((body) => ({ value: body.id, label: nameOf(body) }))} />
      <FormTicks name="plan.shared" options={sharedKinds.map((value) => ({ value, label: t(`sharedKind.${value}`) }))} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="plan.consentedOn" type="date" required defaultValue={today} max={today} />
        <FormSelect
          name="plan.consentChannel"
          required
          defaultValue="PAPER"
          options={consentChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </div>
      <FormCheck name="plan.knowsFee" label={t('knowsFee')} />
      <FormCheck name="plan.hasConsented" label={t('hasConsented')} />
      <FormArea name="plan.note" maxLength={500} isOptional />
    </CommandForm>
  )

  function nameOf({ name, isFree, fee, contact }: Props['bodies'][number]) {
    return `${name} · ${contact} · ${isFree ? t('free') : t('charges', { fee })}`
  }
}
