import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { TermLine } from '@/app/_parts/financial-term'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { paymentOrders } from '@/db/vocabulary'
import type { PaperCode } from '@/lib/agreements/paper'
import type { AgreementView } from '@/lib/agreements/queries'
import { asTyped } from '@/lib/agreements/typed-plan'
import { mayDo } from '@/lib/core/permissions'
import { mayNow } from '../_frame/at-rest'
import type { CaseView } from '../_frame/case-view'
import { Offered } from '../_frame/offered'
import { SigningCodeLink } from '../_frame/signing-code-link'
import { confirmAgreementForm, overrideAgreementForm, recordReceiptForm } from './actions'
import { fittingPapers } from './fitting-papers'

type Props = { agreement: AgreementView; view: CaseView }

/** What keeps an agreement from starting: the lender's paper, the client's receipt; or a supervisor's word. */
export function Starting({ agreement, view }: Props) {
  return (
    <>
      <Confirmation agreement={agreement} view={view} />
      <Receipt agreement={agreement} view={view} />
      {mayNow(view, 'agreement.override') && <Override agreement={agreement} />}
    </>
  )
}

const onAgreement = ({ id, version }: AgreementView) => ({ agreementId: id, 'version:int': version })

async function Confirmation({ agreement, view }: Props) {
  const [t, civil] = [await getTranslations('agreements'), civilDates(await getLocale())]
  const papers = fittingPapers(view, 'WRITTEN_CONFIRMATION', await getLocale())
  const labels = {
    ...{ evidenceId: t('paper'), confirmedOn: t('confirmedOn'), lenderPlan: t('lenderPlan') },
    paymentOrder: t('paymentOrder'),
  }
  const words = await getTranslations('words')
  const orders = paymentOrders.map((value) => ({ value, label: words(`paymentOrder.${value}`) }))
  return (
    <Panel title={t('confirmation')} id="confirmation">
      <TermLine of={['confirmation']} />
      {agreement.writtenConfirmationId !== null && (
        <p className="text-ok">{t('confirmed', { date: civil.inText(agreement.confirmedOn) })}</p>
      )}
      {papers.length === 0 ? (
        <NoPaper view={view} code="WRITTEN_CONFIRMATION" />
      ) : (
        mayDo(view.actor, 'agreement.confirm') && (
          <CommandForm
            action={confirmAgreementForm}
            labels={labels}
            submit={t('saveConfirmation')}
            look={agreement.writtenConfirmationId === null ? 'primary' : 'secondary'}
            hidden={onAgreement(agreement)}
            keeps
          >
            <FormSelect
              name="evidenceId"
              defaultValue={agreement.writtenConfirmationId}
              options={[{ value: '', label: t('choose') }, ...papers]}
              required
            />
            <FormText
              name="confirmedOn"
              type="date"
              defaultValue={agreement.confirmedOn ?? view.today}
              max={view.today}
              required
            />
            <FormArea
              name="lenderPlan:blank"
              hint={t('lenderPlanHint')}
              defaultValue={agreement.isTyped ? asTyped(agreement.schedule) : ''}
              rows={4}
              maxLength={20_000}
              isOptional
            />
            <FormSelect name="paymentOrder" hint={t('paymentOrderHint')} defaultValue={agreement.paymentOrder} options={orders} />
          </CommandForm>
        )
      )}
    </Panel>
  )
}

async function NoPaper({ view: { evidence, kase }, code }: { view: CaseView; code: PaperCode }) {
  const [t, locale] = [await getTranslations('agreements'), await getLocale()]
  const type = evidence.types.find((known) => known.code === code)
  const kind = (locale === 'en' ? type?.nameEn : type?.nameZh) ?? code
  return (
    <p className="text-wait">
      {t('noPaper', { kind })}{' '}
      <Link href={`/cases/${kase.id}/evidence`} className="underline">
        {t('upload')}
      </Link>
    </p>
  )
}

async function Receipt({ agreement, view }: Props) {
  const [t, civil] = [await getTranslations('agreements'), civilDates(await getLocale())]
  const papers = fittingPapers(view, 'SIGNED_RECEIPT', await getLocale())
  const labels = { evidenceId: t('receiptPaper'), signedOn: t('signedOn'), name: t('signedName'), clientHasRead: t('hasRead') }
  return (
    <Panel title={t('receipt')} id="receipt">
      {agreement.receiptSignedAt !== null ? (
        <p className="text-ok">
          {t('signed', { name: agreement.receiptSignedName, date: civil.inText(agreement.receiptSignedOn) })}
        </p>
      ) : (
        <>
          <p className="text-muted">
            {t(agreement.receiptOpenedAt === null ? 'receiptText' : 'receiptOpened')}{' '}
            <SigningCodeLink clientId={view.client.id} />
          </p>
          {papers.length === 0 ? (
            <NoPaper view={view} code="SIGNED_RECEIPT" />
          ) : (
            <Offered view={view} command="agreement.recordReceipt">
              <CommandForm
                action={recordReceiptForm}
                labels={labels}
                submit={t('saveReceipt')}
                look="secondary"
                hidden={onAgreement(agreement)}
                keeps
              >
                <FormSelect name="evidenceId" options={[{ value: '', label: t('choose') }, ...papers]} required />
                <FormText name="signedOn" type="date" defaultValue={view.today} max={view.today} required />
                <FormText name="name" hint={t('signedNameHint')} maxLength={50} autoComplete="off" required />
                <FormCheck name="clientHasRead" />
              </CommandForm>
            </Offered>
          )}
        </>
      )}
    </Panel>
  )
}

async function Override({ agreement }: Pick<Props, 'agreement'>) {
  const t = await getTranslations('agreements')
  return (
    <Panel title={t('override')}>
      <p className="text-muted">{t('overrideText')}</p>
      <CommandForm
        action={overrideAgreementForm}
        labels={{ reason: t('overrideReason') }}
        submit={t('saveOverride')}
        look="danger"
        hidden={onAgreement(agreement)}
        keeps
      >
        <FormArea name="reason" maxLength={500} required />
      </CommandForm>
    </Panel>
  )
}
