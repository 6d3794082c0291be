import { getLocale, getTranslations } from 'next-intl/server'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { TermLine } from '@/app/_parts/financial-term'
import { Panel } from '@/app/_ui/panel'
import { Pill, type Tone } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import type { InstalmentStatus } from '@/lib/agreements/ledger'
import type { AgreementView } from '@/lib/agreements/queries'
import { mayDo } from '@/lib/core/permissions'
import { claimsInOrder } from '@/lib/schedules/payment-order'
import type { CaseView } from '../_frame/case-view'
import { OrderCorrection } from './order-correction'

type Instalment = AgreementView['ledger'][number]
type Parts = Instalment['paidParts']

const tones: Record<InstalmentStatus, Tone> = { PAID: 'ok', REPORTED: 'info', LATE: 'bad', PARTLY: 'wait', DUE: 'neutral' }

/** Instalment by instalment: what was due, what came, and how it stands today. */
export async function Ledger({ agreement, view: { actor } }: { agreement: AgreementView; view: CaseView }) {
  const { ledger, status: stands, summary, isTyped, paymentOrder } = agreement
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  const civil = civilDates(await getLocale())
  const inParts = (parts: Parts) =>
    claimsInOrder[paymentOrder]
      .filter((claim) => parts[claim] !== '0.00')
      .map((claim) => (
        <span key={claim} className="block whitespace-nowrap text-meta text-muted">
          {t(`claim.${claim}`, { amount: plainYuan(parts[claim]) })}
        </span>
      ))
  const stand = ({ status, daysLate, paidOn }: Instalment) => (
    <>
      <Pill tone={tones[status]}>{t(`instalment.${status}`)}</Pill>{' '}
      <span className="text-meta text-muted">
        {status === 'LATE' ? t('daysLate', { days: daysLate }) : paidOn !== null && civil.inColumn(paidOn)}
      </span>
    </>
  )
  return (
    <Panel
      title={t('ledger')}
      aside={<span className="text-muted">{t('sums', { paid: yuan(summary.paid), left: yuan(summary.left) })}</span>}
    >
      {stands === 'ACTIVE' && summary.next !== null && (
        <p>{t('next', { amount: yuan(summary.next.amount), date: civil.inText(summary.next.dueOn), n: summary.next.n })}</p>
      )}
      <Table
        label={t('ledger')}
        rows={ledger}
        rowKey={({ id }) => id}
        columns={[
          { isShort: true, key: 'n', title: t('n'), cell: ({ n }) => n },
          {
            isShort: true,
            key: 'due',
            title: t('due'),
            cell: (one) => (
              <>
                {civil.inColumn(one.dueOn)}
                <div className="whitespace-normal md:hidden print:hidden">{stand(one)}</div>
              </>
            ),
          },
          { key: 'amount', title: t('amount'), align: 'right', cell: ({ amount }) => plainYuan(amount) },
          {
            key: 'paid',
            title: t('paid'),
            align: 'right',
            cell: ({ paid, paidParts }) => (
              <>
                {plainYuan(paid)}
                {!isTyped && inParts(paidParts)}
              </>
            ),
          },
          {
            isShort: true,
            isWide: true,
            key: 'status',
            title: t('status'),
            cell: stand,
          },
        ]}
      />
      <p className="text-meta text-muted">{t('settles', { order: words(`paymentOrder.${paymentOrder}`) })}</p>
      {stands === 'ACTIVE' && mayDo(actor, 'agreement.correctOrder') && <OrderCorrection agreement={agreement} />}
      <TermLine of={['keeping', 'overdue', 'monthly']} />
    </Panel>
  )
}
