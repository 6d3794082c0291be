import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { money } from '@/lib/platform/money'
import type { ProposalSource } from '@/lib/proposals/letter-source'
import { limitOf, surplusOf } from '@/lib/proposals/surplus'

const rows = ['income', 'fixed', 'flexible', 'reserve'] as const

/** Agreements with other creditors, where some are being kept. */
const payingOf = ({ paying }: ProposalSource['elsewhere']) => (money(paying).gt('0') ? [['paying', paying] as const] : [])

/** What the household can sustain a month, from the latest financial statement and the agreements it keeps already. */
export function Household({ source, caseId }: { source: Pick<ProposalSource, 'statement' | 'elsewhere'>; caseId: string }) {
  const [t, civil] = [useTranslations('proposals'), useCivilDates()]
  const { statement, elsewhere } = source
  const lines = statement === null ? [] : [...rows.map((row) => [row, statement[row]] as const), ...payingOf(elsewhere)]
  return (
    <section className="grid gap-2">
      <h2 className="text-section font-semibold">{t('household')}</h2>
      {statement === null ? (
        <p className="rounded-m bg-wait-bg px-3 py-2 text-wait">{t('noStatement')}</p>
      ) : (
        <dl className="grid grid-cols-[1fr_128px] items-center gap-y-1.5">
          {lines.map(([row, amount]) => (
            <div key={row} className="contents">
              <dt className="text-ink-2">{t(row)}</dt>
              <dd className="rounded-[6px] border border-line bg-paper px-2 py-1 text-right">{plainYuan(amount)}</dd>
            </div>
          ))}
          <div className="col-span-2 mt-1 flex items-baseline justify-between border-t border-line pt-2 font-semibold">
            <dt>
              <FinancialTerm of="surplus">
                {t(limitOf({ statement, elsewhere }) === 'all' ? 'sustainable' : 'leftForThis')}
              </FinancialTerm>
            </dt>
            <dd className="text-page">{yuan(surplusOf(source) ?? '0')}</dd>
          </div>
        </dl>
      )}
      <p className="text-dense text-muted">
        {statement !== null && `${t('statementOf', { number: statement.number, date: civil.inText(statement.asOf) })} `}
        <Link href={`/cases/${caseId}/money`} className="text-primary underline">
          {t('changeStatement')}
        </Link>
      </p>
    </section>
  )
}
