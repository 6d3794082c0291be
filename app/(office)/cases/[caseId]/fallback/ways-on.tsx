import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormMoney, FormText } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import type { CaseView } from '../_frame/case-view'
import { planFallbackForm } from './actions'
import type { Fallback } from './page'
import { ReferralForm } from './referral-form'

type Props = { known: Fallback; view: CaseView }

/** The ways on, each with its own short form behind its name. */
export async function WaysOn({ known, view }: Props) {
  const t = await getTranslations('fallback')
  const of = { caseId: view.kase.id }
  return (
    <Panel title={t('add')}>
      <Way title={t('familyTitle')} text={t('familyText')}>
        <Family {...of} />
      </Way>
      <Way title={t('budgetTitle')} text={t('budgetText')}>
        <Budget {...of} today={view.today} />
      </Way>
      <Way title={t('savingsTitle')} text={t('savingsText')}>
        <Savings {...of} />
      </Way>
      <Way title={t('referralTitle')} text={t('referralText')}>
        <ReferralForm {...of} bodies={known.bodies} today={view.today} />
      </Way>
      <Way title={t('refinanceTitle')} text={t('refinanceText')}>
        <p className="rounded-m bg-wait-bg px-3 py-2 text-dense text-wait">{t('caution.DEBT_FOR_DEBT')}</p>
        {!known.canCompare && <p className="text-dense text-muted">{t('noComparison')}</p>}
        <Refinance {...of} />
      </Way>
    </Panel>
  )
}

const Way = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <Disclosure label={title}>
    <div className="grid max-w-[48em] gap-3 border-l-2 border-line pl-4">
      <p className="text-muted">{text}</p>
      {children}
    </div>
  </Disclosure>
)

type Of = { caseId: string }
const half = 'grid gap-3 sm:grid-cols-2'

async function Family({ caseId }: Of) {
  const t = await getTranslations('fallback')
  const labels = { plan_title: t('familyWho'), plan_amount: t('amount'), plan_note: t('noteLabel') }
  return (
    <CommandForm action={planFallbackForm} labels={labels} submit={t('save')} hidden={{ caseId, 'plan.kind': 'FAMILY_HELP' }}>
      <div className={half}>
        <FormText name="plan.title" required maxLength={60} hint={t('familyWhoHint')} autoComplete="off" />
        <FormMoney name="plan.amount" required />
      </div>
      <FormCheck name="plan.isLoan" label={t('familyLoan')} defaultChecked />
      <FormCheck name="plan.isWritten" label={t('familyWritten')} />
      <FormArea name="plan.note" maxLength={500} isOptional />
    </CommandForm>
  )
}

async function Budget({ caseId, today }: Of & { today: string }) {
  const t = await getTranslations('fallback')
  const labels = { plan_title: t('budgetAction'), plan_amount: t('budgetAmount'), plan_targetOn: t('targetOn') }
  return (
    <CommandForm action={planFallbackForm} labels={labels} submit={t('save')} hidden={{ caseId, 'plan.kind': 'BUDGET' }}>
      <FormText name="plan.title" required maxLength={80} hint={t('budgetActionHint')} autoComplete="off" />
      <div className={half}>
        <FormMoney name="plan.amount" required />
        <FormText name="plan.targetOn" type="date" required min={today} />
      </div>
    </CommandForm>
  )
}

async function Savings({ caseId }: Of) {
  const t = await getTranslations('fallback')
  const labels = { plan_title: t('savingsFor'), plan_amount: t('goal'), plan_saved: t('saved'), plan_monthly: t('monthly') }
  return (
    <CommandForm action={planFallbackForm} labels={labels} submit={t('save')} hidden={{ caseId, 'plan.kind': 'SAVINGS_GOAL' }}>
      <FormText name="plan.title" required maxLength={80} hint={t('savingsForHint')} autoComplete="off" />
      <div className="grid gap-3 sm:grid-cols-3">
        <FormMoney name="plan.amount" required />
        <FormMoney name="plan.saved" isOptional />
        <FormMoney name="plan.monthly" required />
      </div>
    </CommandForm>
  )
}

async function Refinance({ caseId }: Of) {
  const t = await getTranslations('fallback')
  const labels = {
    ...{ plan_amount: t('borrowed'), plan_annualPercent: t('annualPercent'), plan_periods: t('periods'), plan_fee: t('fee') },
    plan_note: t('noteLabel'),
  }
  return (
    <CommandForm action={planFallbackForm} labels={labels} submit={t('save')} hidden={{ caseId, 'plan.kind': 'REFINANCE' }}>
      <div className={half}>
        <FormMoney name="plan.amount" required />
        <FormText name="plan.annualPercent" inputMode="decimal" required maxLength={12} autoComplete="off" />
        <FormText name="plan.periods:int" inputMode="numeric" required maxLength={3} autoComplete="off" />
        <FormMoney name="plan.fee" isOptional />
      </div>
      <FormArea name="plan.note" maxLength={500} isOptional />
    </CommandForm>
  )
}
