import { addMonths, type CivilDate, later } from '@/lib/platform/dates'
import { fen, type Money, type Rate, sum, zero } from '@/lib/platform/money'
import type { Debt } from '@/lib/relief/offer'
import { planAsked } from '@/lib/relief/quote'
import { type AnnualCost, annualCost } from '@/lib/schedules/annual-cost'
import { monthly } from '@/lib/schedules/frequency'
import { type Row, totalOf } from '@/lib/schedules/plan'
import { schedule } from '@/lib/schedules/schedule'

/** A loan that is thought of to pay the old ones: CNY, rate as a fraction a year, fee taken when it is paid out. */
export type NewLoan = { amount: Money; annualRate: Rate; periods: number; fee: Money }

/** What a way of paying costs from today on: CNY, the largest monthly payment, the last due date. */
export type Cost = { total: Money; interest: Money; fee: Money; instalment: Money; last: CivilDate | null }

export const refinanceCautions = ['DEBT_FOR_DEBT', 'COSTS_MORE', 'LASTS_LONGER', 'FEE_FIRST', 'NOT_ENOUGH', 'MORE_DEBT'] as const
export type RefinanceCaution = (typeof refinanceCautions)[number]

/** The debts as they stand beside a new loan that would pay them. */
export type Comparison = {
  now: Cost
  loan: Cost
  /** New total minus the old one, CNY: what the new loan costs on top. */
  extra: Money
  annual: AnnualCost | undefined
  cautions: RefinanceCaution[]
}

/**
 * Total cost of a refinancing beside the debts it would pay (FB-02). The new loan is counted as equal monthly instalments
 * with its fee; the old debts as agreed, nothing waived. The caution against debt for debt (以贷养贷) always stands.
 */
export function compareRefinance(debts: readonly Debt[], loan: NewLoan, today: CivilDate): Comparison {
  const plans = debts.map((debt) => planAsked({ debt, reliefs: [], from: today }))
  const owed = sum(plans.map((plan) => plan.owed))
  const now = costOf(
    plans.flatMap(({ rows }) => rows),
    zero,
  )
  const rows = rowsOf(loan, today)
  const then = costOf(rows, loan.fee)
  const payments = rows.map(({ due, payment }) => ({ on: due, amount: payment }))
  return {
    now,
    loan: then,
    extra: then.total.minus(now.total),
    annual: annualCost({ on: today, amount: loan.amount.minus(loan.fee) }, payments),
    cautions: cautionsOf({ now, then, owed, loan }),
  }
}

const rowsOf = ({ amount, annualRate, periods }: NewLoan, today: CivilDate): readonly Row[] =>
  schedule({
    ...{ principal: amount, rate: { per: 'year', value: annualRate }, method: 'equal_instalment', periods },
    ...{ disbursed: today, firstDue: addMonths(today, 1), every: monthly, dayCount: 'period' },
    rounding: { mode: 'half_up', instalmentMultiple: fen, principalMultiple: fen, interest: fen, perSegment: true },
  }).rows

function costOf(rows: readonly Row[], fee: Money): Cost {
  const months = [...new Set(rows.map(({ due }) => due.slice(0, 7)))]
  const paidIn = (month: string) =>
    totalOf(
      rows.filter(({ due }) => due.startsWith(month)),
      'payment',
    )
  const instalment = months.map(paidIn).reduce((most, paid) => (paid.gt(most) ? paid : most), zero)
  return {
    total: totalOf(rows, 'payment').plus(fee),
    interest: totalOf(rows, 'interest'),
    ...{ fee, instalment },
    last: rows.map(({ due }) => due).reduce<CivilDate | null>((last, due) => later(last ?? due, due), null),
  }
}

type Compared = { now: Cost; then: Cost; owed: Money; loan: NewLoan }

const cautionRows: readonly [RefinanceCaution, (compared: Compared) => boolean][] = [
  ['DEBT_FOR_DEBT', () => true],
  ['COSTS_MORE', ({ now, then }) => then.total.gt(now.total)],
  ['LASTS_LONGER', ({ now, then }) => (then.last ?? '') > (now.last ?? '')],
  ['FEE_FIRST', ({ loan }) => loan.fee.gt(zero)],
  ['NOT_ENOUGH', ({ owed, loan }) => loan.amount.minus(loan.fee).lt(owed)],
  ['MORE_DEBT', ({ owed, loan }) => loan.amount.minus(loan.fee).gt(owed)],
]

const cautionsOf = (compared: Compared) => cautionRows.filter(([, holds]) => holds(compared)).map(([caution]) => caution)
