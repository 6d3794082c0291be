'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import type { Plan } from '@/db/schema/proposals'
import { plainYuan } from './amount'
import { useCivilDates } from './civil-dates'
import { FinancialTerm } from './financial-term'

const few = 6
const columns = ['principal', 'interest', 'fees', 'payment', 'balance'] as const

/** A schedule: the first rows and the last, all of them on demand; the rows between stay in the page for printing. */
export function PlanTable({ plan, label }: { plan: Plan; label: string }) {
  const [t, civil] = [useTranslations('plan'), useCivilDates()]
  const [isWhole, setWhole] = useState(plan.rows.length <= few)
  const hasFees = plan.rows.some(({ fees }) => fees !== '0.00')
  const shown = columns.filter((column) => column !== 'fees' || hasFees)
  const parts = shown.filter(isPart)
  const isFolded = !isWhole && plan.rows.length > few
  const isBetween = (index: number) => isFolded && index >= 3 && index < plan.rows.length - 1
  return (
    <section aria-label={label} tabIndex={0} className="@container overflow-x-auto rounded-m bg-surface shadow-1">
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr className="text-muted">
            <Head side="left">{t('n')}</Head>
            <Head side="left">{t('due')}</Head>
            {shown.map((column) => (
              <Head key={column} side="right" isPart={isPart(column)}>
                {isTerm(column) ? <FinancialTerm of={column}>{t(column)}</FinancialTerm> : t(column)}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row, index) => (
            <tr key={row.n} className={isBetween(index) ? 'hidden print:table-row' : ''}>
              <td className={cell}>
                {isFolded && index === plan.rows.length - 1 && <span className="block text-muted no-print">…</span>}
                {row.n}
              </td>
              <td className={cell}>
                <span className="whitespace-nowrap">{civil.inColumn(row.due)}</span>
                <Parts>{parts.map((column) => `${t(column)} ${plainYuan(row[column])}`)}</Parts>
              </td>
              {shown.map((column) => (
                <td key={column} className={`${cellOf(column)} text-right ${column === 'payment' ? 'font-medium' : ''}`}>
                  {plainYuan(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <td className={cell} colSpan={2}>
              {t('total')}
              <Parts>{[`${t('interest')} ${plainYuan(plan.interest)}`]}</Parts>
            </td>
            {shown.map((column) => (
              <td key={column} className={`${cellOf(column)} text-right`}>
                {totals(plan)[column] ?? ''}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {plan.rows.length > few && (
        <div className="px-2 py-1 no-print">
          <Button look="quiet" className="text-primary" aria-expanded={!isFolded} onClick={() => setWhole(isFolded)}>
            {isFolded ? t('showAll', { count: plan.rows.length }) : t('showFew')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Two columns that people ask about. */
const isTerm = (column: (typeof columns)[number]) => column === 'principal' || column === 'interest'

/** What a payment is made of: columns where the table's own box has room, however wide the window, else a line below the day. */
const isPart = (column: (typeof columns)[number]) => column !== 'payment' && column !== 'balance'

const cell = 'border-b border-line px-1 py-1.5 align-baseline @2xl:px-3'
const cellOf = (column: (typeof columns)[number]) => (isPart(column) ? `${cell} ${wide}` : cell)
const wide = 'not-print:@max-lg:hidden'

const Parts = ({ children }: { children: string[] }) => (
  <span className="block text-meta font-normal text-muted @lg:hidden print:hidden">
    {children.map((part) => (
      <span key={part} className="me-2 inline-block">
        {part}
      </span>
    ))}
  </span>
)

type HeadProps = { side: 'left' | 'right'; isPart?: boolean; children: ReactNode }

const Head = ({ side, isPart: isWide = false, children }: HeadProps) => (
  <th
    scope="col"
    className={`border-b border-line px-1 py-1.5 font-medium whitespace-nowrap @2xl:px-3 ${side === 'right' ? 'text-right' : 'text-left'} ${isWide ? wide : ''}`}
  >
    {children}
  </th>
)

const totals = ({ interest, total }: Plan): Partial<Record<(typeof columns)[number], string>> => ({
  interest: plainYuan(interest),
  payment: plainYuan(total),
})
