import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { Facts } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { type BalanceBucket, balanceBuckets, type RepaymentMethod } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import type { listDebts } from '@/lib/debts/queries'
import type { TermName } from '@/lib/i18n/messages/glossary'
import { ChangeDebt, type ProductChoice, RecordSnapshot } from './debt-forms'

export type DebtShown = Awaited<ReturnType<typeof listDebts>>['debts'][number]
/** The first card of a page explains its words. */
type Props = { debt: DebtShown; products: readonly ProductChoice[]; mayEdit: boolean; timeZone: string; isFirst: boolean }

/** One loan note: what is owed, since when, at what rate, what waiting costs, and what is not known yet. */
export async function DebtCard({ debt, products, mayEdit, timeZone, isFirst }: Props) {
  const [t, words] = [await getTranslations('debts'), await getTranslations('words')]
  const product = nameIn(await getLocale(), debt.product)
  return (
    <article aria-label={debt.contractNumber || product} className="grid gap-3 rounded-m border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <b>{product}</b>
        <span className="text-muted">{debt.contractNumber}</span>
        <Pill>
          <Told of={isFirst && methodTerms[debt.method]}>{words(`method.${debt.method}`)}</Told>
        </Pill>
        {debt.disputed && <Pill tone="wait">{t('disputed')}</Pill>}
        <DaysPastDue days={debt.daysPastDue} />
        <b className="ml-auto text-section">{yuan(debt.owed)}</b>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Facts
          facts={balanceBuckets.map((bucket) => {
            const label = words(`bucket.${bucket}`)
            const told = (
              <Told key={bucket} of={isFirst && bucketTerms[bucket]}>
                {label}
              </Told>
            )
            return [label, plainYuan(debt[bucket]), told] as const
          })}
        />
        <Loan debt={debt} timeZone={timeZone} isFirst={isFirst} />
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

/** Each term once. */
const bucketTerms: Partial<Record<BalanceBucket, TermName>> = {
  principal: 'principal',
  overduePrincipal: 'overdue',
  interest: 'interest',
  penaltyPrincipal: 'penalty',
}
const methodTerms: Partial<Record<RepaymentMethod, TermName>> = {
  EQUAL_INSTALMENT: 'equalInstalments',
  EQUAL_PRINCIPAL: 'equalPrincipal',
}

const Told = ({ of, children }: { of: TermName | undefined | false; children: ReactNode }) =>
  of === undefined || of === false ? children : <FinancialTerm of={of}>{children}</FinancialTerm>

async function DaysPastDue({ days }: { days: number | null }) {
  const t = await getTranslations('debts')
  if (days === null) return <Pill tone="wait">{t('dueUnknown')}</Pill>
  if (days > 0) return <Pill tone="bad">{t('late', { days })}</Pill>
  return <Pill tone={days === 0 ? 'wait' : 'ok'}>{days === 0 ? t('dueToday') : t('running', { days: -days })}</Pill>
}

async function Loan({ debt, timeZone, isFirst }: Pick<Props, 'debt' | 'timeZone' | 'isFirst'>) {
  const [t, shell, locale] = [await getTranslations('debts'), await getTranslations('shell'), await getLocale()]
  const { inText } = civilDates(locale)
  return (
    <div className="grid content-start gap-1 text-dense">
      {debt.contractLender !== '' && <p>{nameIn(locale, debt.contractLender)}</p>}
      <Rate debt={debt} isFirst={isFirst} />
      {debt.remainingPeriods !== null && (
        <p>
          <Told of={isFirst && 'instalments'}>{t('periods', { left: debt.remainingPeriods })}</Told>
        </p>
      )}
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

async function Rate({ debt, isFirst }: Pick<Props, 'debt' | 'isFirst'>) {
  const t = await getTranslations('debts')
  return (
    <p>
      <Told of={isFirst && 'dailyRate'}>
        {debt.dailyPercent === null ? t('rateUnknown') : t('rate', { daily: debt.dailyPercent })}
      </Told>
      {debt.annual !== null && (
        <span title={t('annualNote')}>
          {' · '}
          <Told of={isFirst && 'annualRate'}>{t('annual', debt.annual)}</Told>
        </span>
      )}
    </p>
  )
}

/** What does not fit our directory: to be looked at again, never refused; with where the directory has it from. */
async function Warnings({ debt }: { debt: DebtShown }) {
  const [t, civil] = [await getTranslations('debts'), civilDates(await getLocale())]
  const look = 'rounded-m bg-wait-bg px-3 py-2 text-dense text-wait'
  return (
    <>
      {debt.isPaidOff ? (
        <p className="rounded-m bg-ok-bg px-3 py-2 text-dense text-ok">{t('paidOff')}</p>
      ) : (
        debt.owed === '0.00' && <p className={look}>{t('nothingOwed')}</p>
      )}
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
