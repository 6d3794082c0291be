import type { StatementLine } from '@/db/schema'
import { type Money, money, sum } from '@/lib/platform/money'

/** The kinds of line in a financial statement (收支表), and the categories of each. */
export const statementCategories = {
  income: ['EARNINGS', 'BENEFITS', 'PENSION', 'FAMILY', 'OTHER'],
  fixed: ['HOUSING', 'UTILITIES', 'CARE_HEALTH', 'TRANSPORT', 'SCHOOL', 'INSURANCE', 'OTHER'],
  flexible: ['FOOD', 'COMMUNICATION', 'PERSONAL', 'OTHER'],
  priority: ['MORTGAGE', 'SUPPORT', 'TAX', 'OTHER'],
  savings: ['REGULAR'],
} as const satisfies Record<StatementLine['kind'], readonly string[]>

export type StatementKind = keyof typeof statementCategories
export const statementKinds: readonly StatementKind[] = ['income', 'fixed', 'flexible', 'priority', 'savings']

/** Sums of a statement, all CNY a month. */
export type StatementSums = Record<StatementKind, Money> & { reserve: Money; disposable: Money }

type Line = { kind: StatementKind; amount: Money | string }

/**
 * What is left each month after living: income − fixed and flexible costs − payments that come first (rent arrears,
 * support, tax) − regular saving − the essential living reserve. Negative where the month does not close; never cut to
 * zero, because how short it is matters. The layout follows the Standard Financial Statement v1.1; its guideline
 * figures are not used.
 */
export function summarise(lines: readonly Line[], reserve: Money): StatementSums {
  const of = (kind: StatementKind) => sum(lines.filter((line) => line.kind === kind).map((line) => money(line.amount)))
  const sums = {
    income: of('income'),
    fixed: of('fixed'),
    flexible: of('flexible'),
    priority: of('priority'),
    savings: of('savings'),
  }
  const disposable = sums.income.minus(sums.fixed).minus(sums.flexible).minus(sums.priority).minus(sums.savings).minus(reserve)
  return { ...sums, reserve, disposable }
}
