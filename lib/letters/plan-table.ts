import type { Locale } from '@/db/vocabulary'
import { type Money, sum } from '@/lib/platform/money'
import type { PaperBlock } from '@/lib/platform/paper'
import type { PlanFacts, PlanRow } from './facts'
import { paperWords } from './paper-words'
import { figureText } from './wording'

type AmountKey = 'principal' | 'interest' | 'fees' | 'payment' | 'balance'

/** A schedule as a table, with its sums in the last line. Fees have a column only where there are any. */
export function planTable(plan: PlanFacts, language: Locale, caption: string): PaperBlock {
  const hasFees = plan.rows.some(({ fees }) => !fees.isZero())
  const keys: AmountKey[] = ['principal', 'interest', ...(hasFees ? (['fees'] as const) : []), 'payment', 'balance']
  const titles = paperWords[language].planColumns
  return {
    kind: 'table',
    caption,
    columns: [
      { title: titles.n, align: 'left' },
      { title: titles.due, align: 'left' },
      ...keys.map((key) => ({ title: titles[key], align: 'right' as const })),
    ],
    rows: plan.rows.map((row) => [String(row.n), row.due, ...keys.map((key) => figureText(row[key]))]),
    total: [paperWords[language].total, '', ...keys.map((key) => (key === 'balance' ? '' : figureText(totalOf(plan.rows, key))))],
  }
}

const totalOf = (rows: readonly PlanRow[], key: AmountKey): Money => sum(rows.map((row) => row[key]))
