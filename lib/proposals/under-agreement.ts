import type { Plan, PlanRow } from '@/db/schema/proposals'
import { type LeftNote, type LeftRow, paymentOf } from '@/lib/agreements/left'
import { type CivilDate, parts } from '@/lib/platform/dates'
import { greatest, type Money, money, one, rate, sum, toText, zero } from '@/lib/platform/money'
import { type Buckets, nothingWaived, total } from '@/lib/relief/offer'
import { quote } from '@/lib/relief/quote'
import { totalOf } from '@/lib/schedules/plan'
import { amountsOf, type DebtSheet, debtOf, textsOf } from './debt-sheet'

/** The day it is, and whether the note's balance is from a bill younger than the agreement. */
type Stand = { today: CivilDate; isBilled: boolean }

/**
 * A loan note as its agreement leaves it: balance, rate, instalments and dates are those of what is still to pay, and the
 * plan it goes on by is the agreement's own. What was due before today and is not paid is overdue; penalties, which no plan
 * foresees, are those of a bill since. Where nothing is left to pay, or nothing is known of the agreement, the note stands
 * as it is recorded.
 */
export function underAgreement(sheet: DebtSheet, left: LeftNote | undefined, { today, isBilled }: Stand): DebtSheet {
  const last = left?.rows.at(-1)
  if (left === undefined || last === undefined) return sheet
  const past = left.rows.filter(({ due }) => due < today)
  const ahead = left.rows.filter(({ due }) => due >= today)
  const { penaltyPrincipal, penaltyInterest } = isBilled ? amountsOf(sheet.buckets) : nothingWaived
  const buckets = { ...bucketsOf(left, past, ahead), penaltyPrincipal, penaltyInterest }
  const base = {
    ...{ ...sheet, dailyPercent: left.dailyPercent, method: left.method },
    ...{ remainingPeriods: ahead.length, nextDueOn: (ahead[0] ?? last).due, endsOn: last.due },
  }
  const interest = left.isTyped ? zero : carriedIn(ahead, { ...base, ...inText(buckets) }, today)
  const penalties = { due: today, principal: zero, interest: zero, fees: penaltyPrincipal.plus(penaltyInterest) }
  return {
    ...{ ...base, ...inText({ ...buckets, interest }) },
    ...(isBilled && { billed: sheet.buckets }),
    ...(ahead.length > 0 && { agreedPlan: planOf([...past, penalties], ahead) }),
  }
}

const bucketsOf = (left: LeftNote, past: readonly LeftRow[], ahead: readonly LeftRow[]): Buckets => ({
  ...nothingWaived,
  principal: left.isTyped ? presentValue(ahead, left) : totalIn(ahead, 'principal'),
  overduePrincipal: totalIn(past, 'principal'),
  overdueInterest: totalIn(past, 'interest'),
  fees: totalIn(left.rows, 'fees'),
})

const totalIn = (rows: readonly LeftRow[], part: 'principal' | 'interest' | 'fees') => sum(rows.map((row) => row[part]))

const inText = (amounts: Buckets) => ({ buckets: textsOf(amounts), owed: toText(total(amounts)) })

/**
 * The principal that payments settle at the rate agreed, compounding month by month as instalments do. A plan typed from
 * paper says no more, so that this is an estimate.
 */
function presentValue(ahead: readonly LeftRow[], { dailyPercent }: LeftNote): Money {
  const [first] = ahead
  if (first === undefined) return zero
  const growth = one.plus(rate(dailyPercent).times(30).div(100))
  const values = ahead.map((row) => paymentOf(row).div(growth.pow(monthsFrom(first.due, row.due) + 1)))
  return money(sum(values).toFixed(2))
}

function monthsFrom(start: CivilDate, end: CivilDate): number {
  const [a, b] = [parts(start), parts(end)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** Interest of earlier days that the agreement put into later instalments: what they hold beyond what accrues from now on. */
function carriedIn(ahead: readonly LeftRow[], sheet: DebtSheet, from: CivilDate): Money {
  const debt = debtOf(sheet)
  if (debt === undefined || ahead.length === 0) return zero
  const accrues = totalOf(quote({ debt, reliefs: [], from }).before.rows, 'interest').minus(money(sheet.buckets.overdueInterest))
  return greatest(zero, totalIn(ahead, 'interest').minus(accrues))
}

/** The instalments still to come; what is overdue is asked for with the first of them. */
function planOf(past: readonly LeftRow[], ahead: readonly LeftRow[]): Plan {
  const [first, ...later] = ahead
  const late = first === undefined ? past : [...past, first]
  const rows = [{ ...totals(late), due: first?.due ?? '' }, ...later]
  let balance = totalIn(rows, 'principal')
  const shown = rows.map((row, index): PlanRow => {
    balance = balance.minus(row.principal)
    const { due, principal, interest, fees } = row
    return {
      ...{ n: index + 1, due, principal: toText(principal), interest: toText(interest), fees: toText(fees) },
      ...{ payment: toText(paymentOf(row)), balance: toText(balance) },
    }
  })
  return {
    rows: shown,
    total: toText(sum(rows.map(paymentOf))),
    interest: toText(totalIn(rows, 'interest')),
    last: shown.at(-1)?.due ?? '',
  }
}

const totals = (rows: readonly LeftRow[]) => ({
  principal: totalIn(rows, 'principal'),
  interest: totalIn(rows, 'interest'),
  fees: totalIn(rows, 'fees'),
})
