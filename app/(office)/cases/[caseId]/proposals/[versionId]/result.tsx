import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { PlanTable } from '@/app/_parts/plan-table'
import { money, toText } from '@/lib/platform/money'
import { type DebtSheet, debtOf } from '@/lib/proposals/debt-sheet'
import { isSettled, type WorkedLine, type WorkedVersion } from '@/lib/proposals/work-out'
import { costOfWaiting } from '@/lib/schedules/cost-of-waiting'
import { AllNotes } from './all-notes'
import type { Change } from './draft-state'
import { KeyFigures } from './key-figures'
import { PlanLines } from './plan-lines'
import { SettlementFigures } from './settlement-figures'

type Props = { sheet: DebtSheet; worked: WorkedVersion; from: string; isFaulty: boolean; change: (change: Change) => void }

/** What is asked, worked out: three figures, what to know about them, and the schedule. */
export function Result({ sheet, worked, from, isFaulty, change }: Props) {
  const t = useTranslations('proposals')
  const line = worked.lines.find(({ debtId }) => debtId === sheet.debtId)
  return (
    <>
      <h2 className="sr-only">{t('result')}</h2>
      <UnderAgreement sheet={sheet} />
      {isFaulty && (
        <p role="alert" className="rounded-m bg-bad-bg px-3 py-2 font-medium text-bad">
          {t('leftOut')}
        </p>
      )}
      {line === undefined ? (
        !isFaulty && <p className="text-muted">{t('nothingAsked')}</p>
      ) : (
        <>
          {isSettled(line) ? (
            <SettlementFigures sheet={sheet} line={line} />
          ) : (
            <KeyFigures sheet={sheet} line={line} from={from} change={change} />
          )}
          <Remarks line={line} />
          <PlanTable plan={line.after} label={t('schedule')} />
          <p className="text-dense text-muted">{t('estimate')}</p>
          <PlanLines before={line.before} after={line.after} />
        </>
      )}
      {worked.lines.length > 1 && (
        <p className="rounded-m bg-surface px-3 py-2 shadow-1">
          <AllNotes worked={worked} />
        </p>
      )}
      <Waiting sheet={sheet} />
    </>
  )
}

/** The case's own page goes by the loan note: here it says that an agreement counts. */
function UnderAgreement({ sheet: { agreedPlan } }: { sheet: DebtSheet }) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const [next] = agreedPlan?.rows ?? []
  if (agreedPlan === undefined || next === undefined) return null
  const said = { count: agreedPlan.rows.length, date: civil.inText(next.due), amount: yuan(next.payment) }
  return <p className="text-dense text-muted">{t('goesBy', said)}</p>
}

/** What a counsellor should know before sending this: cost both ways, an uneven first instalment, warnings. */
function Remarks({ line }: { line: WorkedLine }) {
  const [t, quote] = [useTranslations('proposals'), useTranslations('quote')]
  const [first] = line.after.rows
  const isUneven = first !== undefined && first.payment !== line.instalment
  const { annualPercent } = line
  const civil = useCivilDates()
  return (
    <ul className="grid gap-1 text-dense">
      {money(line.waived).gt('0') && <li className="text-ok">{t('waivedSum', { amount: yuan(line.waived) })}</li>}
      {isUneven && <li>{t('firstInstalment', { amount: yuan(first.payment), date: civil.inText(first.due) })}</li>}
      {annualPercent !== null && (
        <li className="text-muted">
          <FinancialTerm of="annualRate">{t('annual', annualPercent)}</FinancialTerm>
        </li>
      )}
      {line.warnings.map((code) => (
        <li key={code} className="font-medium text-wait">
          {quote(`warning.${code}`)}
        </li>
      ))}
    </ul>
  )
}

const waitingDays = 30

/** SD-09: what a month of doing nothing costs, labelled as the estimate it is. */
function Waiting({ sheet }: { sheet: DebtSheet }) {
  const t = useTranslations('proposals')
  const debt = debtOf(sheet)
  if (debt === undefined || sheet.isAgreed) return null
  const { principal, overduePrincipal, overdueInterest } = debt.buckets
  const penalty = { dailyRate: debt.dailyRate }
  const { total } = costOfWaiting({ principal, overduePrincipal, overdueInterest, penalty }, waitingDays)
  return <p className="text-dense text-muted">{t('costOfWaiting', { days: waitingDays, amount: yuan(toText(total)) })}</p>
}
