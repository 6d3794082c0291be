import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormMoney } from '@/app/_parts/form/fields'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { FallbackStatus } from '@/db/vocabulary'
import type { PlanView } from '@/lib/fallback/view'
import { updateFallbackForm } from './actions'
import { Comparison } from './comparison'

const tones: Record<FallbackStatus, Tone> = { OPEN: 'primary', DONE: 'ok', DROPPED: 'neutral' }

/** One way on: what it is, what follows from it today, what to be careful about, and how far it has come. */
export async function Plan({ plan, mayUpdate }: { plan: PlanView; mayUpdate: boolean }) {
  const [t, words] = [await getTranslations('fallback'), await getTranslations('words')]
  const isOpen = plan.status === 'OPEN'
  return (
    <li className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{words(`fallbackOption.${plan.kind}`)}</b>
        <Pill tone={tones[plan.status]}>{words(`fallbackStatus.${plan.status}`)}</Pill>
        <Line plan={plan} />
      </div>
      {plan.note !== '' && <p className="text-ink-2">{plan.note}</p>}
      {isOpen && <Cautions plan={plan} />}
      {plan.comparison !== null && <Comparison comparison={plan.comparison} />}
      {isOpen && plan.projectedOn !== null && (
        <p>{t('projected', { date: civilDates(await getLocale()).inText(plan.projectedOn) })}</p>
      )}
      {isOpen && mayUpdate && <Update plan={plan} />}
    </li>
  )
}

async function Line({ plan }: { plan: PlanView }) {
  const t = await getTranslations('fallback')
  const { kind, title, loan, referral } = plan
  const { amount, progress, monthly } = {
    ...{ amount: yuan(plan.amount), progress: yuan(plan.progress), monthly: yuan(plan.monthly ?? '0') },
  }
  const civil = civilDates(await getLocale())
  const loanText = plan.isLoan ? t(plan.isWritten ? 'loanWritten' : 'loanUnwritten') : t('gift')
  const lines: Record<PlanView['kind'], ReactNode> = {
    FAMILY_HELP: `${title} · ${amount} · ${loanText}`,
    REFINANCE:
      loan === null ? amount : `${amount} · ${t('periods')} ${loan.periods} · ${t('annualPercent')} ${loan.annualPercent}`,
    REFERRAL: referral === null ? '' : <Referral referral={referral} />,
    BUDGET: `${title} · ${t('budgetLine', { date: civil.inText(plan.targetOn), amount, progress })}`,
    SAVINGS_GOAL: `${title} · ${t('savingsLine', { amount, progress, monthly })}`,
    RETRY: title,
  }
  return <span>{lines[kind]}</span>
}

async function Referral({ referral }: { referral: NonNullable<PlanView['referral']> }) {
  const t = await getTranslations('fallback')
  const { body, fee, shared, consentedOn, channel } = referral
  const civil = civilDates(await getLocale())
  const kinds = shared.map((kind) => t(`sharedKind.${kind}`))
  const parts = [
    body,
    fee === '' ? t('free') : t('charges', { fee }),
    t('sharedAre', { list: kinds.join(' · ') }),
    t('consentedAt', { date: civil.inText(consentedOn), channel }),
  ]
  return parts.join(' · ')
}

async function Cautions({ plan: { cautions } }: { plan: PlanView }) {
  const t = await getTranslations('fallback')
  if (cautions.length === 0) return null
  return (
    <ul className="grid gap-1 rounded-m bg-wait-bg px-3 py-2 text-dense text-wait">
      {cautions.map((caution) => (
        <li key={caution}>{t(`caution.${caution}`)}</li>
      ))}
    </ul>
  )
}

/** Steps of a budget and savings grow; everything can be done or dropped. */
async function Update({ plan }: { plan: PlanView }) {
  const t = await getTranslations('fallback')
  const hidden = { planId: plan.id, 'version:int': plan.version }
  const grows = plan.kind === 'BUDGET' || plan.kind === 'SAVINGS_GOAL'
  return (
    <div className="flex flex-wrap items-end gap-2">
      {grows && (
        <CommandForm
          action={updateFallbackForm}
          labels={{ progress: t('progress') }}
          submit={t('update')}
          look="secondary"
          hidden={hidden}
          className="flex flex-wrap items-end gap-2"
          keeps
        >
          <FormMoney name="progress" defaultValue={plan.progress} required />
        </CommandForm>
      )}
      <CommandForm
        action={updateFallbackForm}
        labels={{}}
        submit={t('done')}
        look="secondary"
        hidden={{ ...hidden, status: 'DONE' }}
        className="contents"
      />
      <CommandForm
        action={updateFallbackForm}
        labels={{}}
        submit={t(plan.kind === 'REFERRAL' ? 'withdraw' : 'drop')}
        look="quiet"
        hidden={{ ...hidden, status: 'DROPPED' }}
        className="contents"
      />
    </div>
  )
}
