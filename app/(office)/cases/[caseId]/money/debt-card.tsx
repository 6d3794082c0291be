import { getLocale, getTranslations } from 'next-intl/server'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { Facts } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { balanceBuckets } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import type { listDebts } from '@/lib/debts/queries'
import { ChangeDebt, type ProductChoice, RecordSnapshot } from './debt-forms'

export type DebtShown = Awaited<ReturnType<typeof listDebts>>['debts'][number]
type Props = { debt: DebtShown; products: readonly ProductChoice[]; mayEdit: boolean; timeZone: string }

/** One loan note: what is owed, since when, at what rate, what waiting costs, and what is not known yet. */
export async function DebtCard({ debt, products, mayEdit, timeZone }: Props) {
  const [t, words] = [await getTranslations('debts'), await getTranslations('words')]
  const product = nameIn(await getLocale(), debt.product)
  return (
    <article aria-label={debt.contractNumber || product} className="grid gap-3 rounded-m border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <b>{product}</b>
        <span className="text-muted">{debt.contractNumber}</span>
        <Pill>{words(`method.${debt.method}`)}</Pill>
        {debt.disputed && <Pill tone="wait">{t('disputed')}</Pill>}
        <DaysPastDue days={debt.daysPastDue} />
        <b className="ml-auto text-section">{yuan(debt.owed)}</b>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Facts facts={balanceBuckets.map((bucket) => [words(`bucket.${bucket}`), plainYuan(debt[bucket])] as const)} />
        <Loan debt={debt} timeZone={timeZone} />
      </div>
      <Warnings debt={debt} />
      <Completeness debt={debt} />
      {mayEdit && (
        <div className="flex flex-wrap items-start gap-2">
          <Disclosure label={t('change')}>
            <ChangeDebt debt={debt} products={products} />
          </Disclosure>
          <Disclosure label={t('snapshot')}>
            <RecordSnapshot debt={debt} />
          </Disclosure>
        </div>
      )}
    </article>
  )
}

async function DaysPastDue({ days }: { days: number | null }) {
  const t = await getTranslations('debts')
  if (days === null) return <Pill tone="wait">{t('dueUnknown')}</Pill>
  if (days > 0) return <Pill tone="bad">{t('late', { days })}</Pill>
  return <Pill tone={days === 0 ? 'wait' : 'ok'}>{days === 0 ? t('dueToday') : t('running', { days: -days })}</Pill>
}

async function Loan({ debt, timeZone }: { debt: DebtShown; timeZone: string }) {
  const [t, shell, locale] = [await getTranslations('debts'), await getTranslations('shell'), await getLocale()]
  const { inText } = civilDates(locale)
  return (
    <div className="grid content-start gap-1 text-dense">
      {debt.contractLender !== '' && <p>{nameIn(locale, debt.contractLender)}</p>}
      <p>
        {debt.dailyPercent === null ? t('rateUnknown') : t('rate', { daily: debt.dailyPercent })}
        {debt.annual !== null && <span title={t('annualNote')}> · {t('annual', debt.annual)}</span>}
      </p>
      {debt.remainingPeriods !== null && <p>{t('periods', { left: debt.remainingPeriods })}</p>}
      {debt.startedOn !== null && debt.endsOn !== null && (
        <p>{t('dates', { from: inText(debt.startedOn), to: inText(debt.endsOn) })}</p>
      )}
      {debt.costOfWaiting !== null && (
        <p className="text-wait" title={t('waitingNote')}>
          {t('waiting', { days: debt.waitingDays, amount: yuan(debt.costOfWaiting) })}
        </p>
      )}
      {debt.snapshots.length > 0 && (
        <p className="text-muted">
          {t('snapshots', {
            days: debt.snapshots.map(({ capturedAt }) => inText(dayOf(capturedAt, timeZone))).join(shell('and')),
          })}
        </p>
      )}
    </div>
  )
}

/** What does not fit our directory: to be looked at again, never refused; with where the directory has it from. */
async function Warnings({ debt }: { debt: DebtShown }) {
  const [t, civil] = [await getTranslations('debts'), civilDates(await getLocale())]
  const look = 'rounded-m bg-wait-bg px-3 py-2 text-dense text-wait'
  return (
    <>
      {debt.owed === '0.00' && <p className={look}>{t('nothingOwed')}</p>}
      {debt.warnings.map(({ warning, source, asOf }) => (
        <p key={warning} className={look}>
          {t(`warning.${warning}`)} {t('warningSource', { source, date: civil.inText(asOf) })}
        </p>
      ))}
    </>
  )
}

async function Completeness({ debt: { completeness } }: { debt: DebtShown }) {
  const [t, shell] = [await getTranslations('debts'), await getTranslations('shell')]
  const { known, of, missing } = completeness
  return (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 text-dense">
        <meter min={0} max={of} value={known} className="h-2 w-32" aria-label={t('complete', { known, of })} />
        {t('complete', { known, of })}
      </p>
      {missing.length > 0 && (
        <p className="text-dense text-muted">
          {t('missing', { facts: missing.map((fact) => t(`field.${fact}`)).join(shell('and')) })}
        </p>
      )}
    </div>
  )
}
