import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormMoney, FormSelect, FormText } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { isFollowed } from '@/lib/agreements/followed'
import type { AgreementView } from '@/lib/agreements/queries'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'
import { recordPaymentForm, takeBackPaymentForm, verifyPaymentForm } from './actions'
import { paperOptions } from './paper-options'
import { StrikeOut, StruckOut } from './strike-out'

type Props = { agreement: AgreementView; view: CaseView }

/** Payments as they were told and checked; a new one counts once somebody has seen the proof. */
export async function Payments({ agreement, view }: Props) {
  const [t, civil] = [await getTranslations('agreements'), civilDates(await getLocale())]
  const { payments, struckOut, status, summary } = agreement
  const isOpen = status === 'ACTIVE' && !summary.isComplete
  const runs = isFollowed(status, view.kase.stage)
  const [mayVerify, mayTakeBack] = [runs && mayDo(view.actor, 'payment.verify'), runs && mayDo(view.actor, 'payment.takeBack')]
  return (
    <Panel title={t('payments')}>
      {payments.length === 0 && struckOut.length === 0 && <p className="text-muted">{t('noPayments')}</p>}
      <ul className="grid gap-2">
        {payments.map((payment) => (
          <li key={payment.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2">
            <span>{civil.inColumn(payment.paidOn)}</span>
            <span className="font-medium">{yuan(payment.amount)}</span>
            <Pill tone={payment.isVerified ? 'ok' : 'info'}>{t(payment.isVerified ? 'verified' : 'toVerify')}</Pill>
            {payment.note !== '' && <span className="text-muted">{payment.note}</span>}
            <Proof evidenceId={payment.evidenceId} view={view} />
            {!payment.isVerified && mayVerify && <Verify paymentId={payment.id} isOpen={isOpen} />}
            {payment.isVerified && mayTakeBack && <TakeBack paymentId={payment.id} />}
          </li>
        ))}
        <StruckOut payments={struckOut} />
      </ul>
      {isOpen && mayDo(view.actor, 'payment.record') && <NewPayment agreement={agreement} view={view} />}
    </Panel>
  )
}

/** The way to what was sent along: seen in place where there is a picture of it, else as it came. */
async function Proof({ evidenceId, view: { actor, evidence, kase } }: { evidenceId: string | null; view: CaseView }) {
  const t = await getTranslations('agreements')
  const file = evidence.items.find(({ id }) => id === evidenceId)
  if (file === undefined || !file.mayOpen) return null
  if (file.hasPreview) {
    return (
      <Link href={`/cases/${kase.id}/evidence/${file.id}`} className="text-primary" prefetch={false}>
        {t('proof')}
      </Link>
    )
  }
  return (
    mayAsk(actor, 'evidence.original') && (
      <a href={`/api/files/${file.id}?original`} className="text-primary" download>
        {t('proof')}
      </a>
    )
  )
}

/** Once nothing is left to pay, what was told twice can only be struck out. */
async function Verify({ paymentId, isOpen }: { paymentId: string; isOpen: boolean }) {
  const t = await getTranslations('agreements')
  return (
    <span className="ml-auto flex flex-wrap gap-2">
      {isOpen && (
        <CommandForm
          action={verifyPaymentForm}
          labels={{ amount: t('amount') }}
          submit={t('received')}
          hidden={{ paymentId }}
          className="contents"
        />
      )}
      <StrikeOut paymentId={paymentId} />
    </span>
  )
}

async function TakeBack({ paymentId }: { paymentId: string }) {
  const t = await getTranslations('agreements')
  return (
    <Disclosure label={t('takeBack')}>
      <CommandForm
        action={takeBackPaymentForm}
        labels={{ reason: t('takeBackReason') }}
        submit={t('takeBack')}
        look="danger"
        hidden={{ paymentId }}
      >
        <p className="text-dense text-muted">{t('takeBackHint')}</p>
        <FormText name="reason" required maxLength={150} />
      </CommandForm>
    </Disclosure>
  )
}

async function NewPayment({ agreement, view }: Props) {
  const t = await getTranslations('agreements')
  const labels = { paidOn: t('paidOn'), amount: t('amount'), note: t('note'), evidenceId: t('proof') }
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">{t('newPayment')}</h3>
      <CommandForm
        action={recordPaymentForm}
        labels={labels}
        submit={t('savePayment')}
        hidden={{ agreementId: agreement.id }}
        className="grid gap-3 sm:grid-cols-2"
      >
        <FormText name="paidOn" type="date" defaultValue={view.today} max={view.today} required />
        <FormMoney name="amount" defaultValue={agreement.summary.next?.amount ?? ''} required />
        <FormText name="note" maxLength={200} isOptional />
        <FormSelect
          name="evidenceId"
          isOptional
          options={[
            { value: '', label: t('noProof') },
            ...paperOptions(view, ['PAYMENT_PROOF', 'BANK_STATEMENT', 'BILL_SNAPSHOT'], await getLocale()),
          ]}
        />
      </CommandForm>
    </div>
  )
}
