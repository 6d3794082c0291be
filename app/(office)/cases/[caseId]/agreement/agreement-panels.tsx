import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { PlanTable } from '@/app/_parts/plan-table'
import { Panel } from '@/app/_ui/panel'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { AgreementStatus } from '@/db/vocabulary'
import type { AgreementView } from '@/lib/agreements/queries'
import type { CaseView } from '../_frame/case-view'
import { Closing } from './closing'
import { Differences } from './differences'
import { EarlyWarning } from './early-warning'
import { Ending } from './ending'
import { Ledger } from './ledger'
import { Payments } from './payments'
import { Starting } from './starting'
import { Warning } from './warning'

export type OfAgreement = { agreement: AgreementView; view: CaseView; breachDays: number }

const tones: Record<AgreementStatus, Tone> = {
  DRAFT: 'wait',
  ACTIVE: 'primary',
  COMPLETED: 'ok',
  BROKEN: 'bad',
  CANCELLED_BY_CREDITOR: 'bad',
  REPLACED: 'neutral',
}

/** One agreement with what belongs to its stage of life; of one that ended ledger and payments stay, one replaced is folded. */
export async function AgreementPanels(of: OfAgreement) {
  const [t, words] = [await getTranslations('agreements'), await getTranslations('words')]
  const { status, total, schedule } = of.agreement
  const civil = civilDates(await getLocale())
  const title = (
    <span>
      <Pill tone={tones[status]}>{words(`agreementStatus.${status}`)}</Pill>{' '}
      {t('totalOf', { amount: yuan(total), count: schedule.rows.length, last: civil.inText(schedule.last) })}
    </span>
  )
  if (over.has(status)) {
    return (
      <details className="rounded-m bg-surface p-4 shadow-1" open={status !== 'REPLACED'}>
        <summary className="cursor-pointer">{title}</summary>
        <div className="mt-3 grid gap-3">
          {of.agreement.endedAt !== null && (
            <p className="text-muted">
              {t('endedOn', { date: civil.inText(dayOf(of.agreement.endedAt, of.view.actor.timeZone)) })}
            </p>
          )}
          {status === 'REPLACED' && of.view.kase.stage === 'CLOSED' && <p className="text-muted">{t('notFollowed')}</p>}
          <PlanOrLedger {...of} />
        </div>
      </details>
    )
  }
  return (
    <>
      <div className="rounded-m bg-surface p-4 text-section shadow-1">{title}</div>
      {status === 'DRAFT' && <Starting {...of} />}
      {status === 'ACTIVE' && <Warning {...of} />}
      <EarlyWarning warning={of.agreement.warning} />
      {status === 'COMPLETED' && <Closing {...of} />}
      <PlanOrLedger {...of} />
      <Differences
        differences={of.agreement.differences}
        isSigned={status !== 'DRAFT' || of.agreement.receiptSignedAt !== null}
      />
      {status === 'ACTIVE' && <Ending {...of} />}
    </>
  )
}

const over: ReadonlySet<AgreementStatus> = new Set(['REPLACED', 'BROKEN', 'CANCELLED_BY_CREDITOR'])

/** Before it starts an agreement is a plan; from then on it is a ledger. */
async function PlanOrLedger({ agreement, view }: OfAgreement) {
  const t = await getTranslations('agreements')
  if (agreement.ledger.length > 0) {
    return (
      <>
        <Ledger agreement={agreement} view={view} />
        <Payments agreement={agreement} view={view} />
      </>
    )
  }
  return (
    <Panel title={t('plan')}>
      <PlanTable plan={agreement.schedule} label={t('plan')} />
      {agreement.isTyped && <p className="text-dense text-muted">{t('typedNote')}</p>}
    </Panel>
  )
}
