import type { Plan } from '@/db/schema/proposals'
import type { RepaymentMethod } from '@/db/vocabulary'
import { firstPeriodUpTo, interestByRow } from '@/lib/agreements/interest-by-row'
import { askedOn, type DueRow, type LeftNote, type LeftRow, paymentOf, planLeft } from '@/lib/agreements/left'
import { type CivilDate, dayOfMonth, parts } from '@/lib/platform/dates'
import { greatest, type Money, money, one, rate, sum, toText, zero } from '@/lib/platform/money'
import { type Buckets, nothingWaived, total } from '@/lib/relief/offer'
import { dueDateAfter, monthly } from '@/lib/schedules/frequency'
import { claimsInOrder, settle } from '@/lib/schedules/payment-order'
import { type Owed, stillAccruing, without } from './accruing'
import { amountsOf, type DebtSheet, textsOf } from './debt-sheet'

/** The day it is, and whether the note's balance is from a bill younger than the agreement. */
type Stand = { today: CivilDate; isBilled: boolean }

/**
 * A loan note as its agreement leaves it: balance, rate, instalments and dates are those of what is still to pay, and the
 * plan it goes on by is the agreement's own. What was due before today and is not paid is overdue; fees and penalties, which
 * no plan foresees, are those of a bill since. A note that is paid owes nothing until a bill says otherwise, and one of whose
 * agreement nothing is known stands as it is recorded.
 */
export function underAgreement(sheet: DebtSheet, left: LeftNote | undefined, stand: Stand): DebtSheet {
  const last = left?.rows.at(-1)
  if (left === undefined || (last === undefined && stand.isBilled)) return sheet
  if (last === undefined) return { ...sheet, ...inText(nothingWaived), remainingPeriods: 0, isByPlan: true }
  return asPlanned(sheet, { left, last }, stand)
}

function asPlanned(sheet: DebtSheet, { left, last }: { left: LeftNote; last: LeftRow }, { today, isBilled }: Stand): DebtSheet {
  const past = left.rows.filter(({ due }) => due < today)
  const ahead = left.rows.filter(({ due }) => due >= today)
  const nextDueOn = (ahead[0] ?? last).due
  const planned = { ...bucketsOf(left, past, ahead), ...(isBilled && costsSince(left, amountsOf(sheet.buckets))) }
  const accruing = stillAccruing(left.accruing, planned, { today, until: nextDueOn })
  const buckets = { ...planned, ...without(accruing, planned) }
  const sinceThen = sum([buckets.fees, buckets.penaltyPrincipal, buckets.penaltyInterest]).minus(totalIn(left.rows, 'fees'))
  const costs = { due: today, principal: zero, interest: zero, fees: sinceThen }
  return {
    ...{ ...sheet, ...inText(buckets), accruing, dailyPercent: left.dailyPercent, method: methodOf(left) },
    ...{ remainingPeriods: ahead.length, nextDueOn, dueDay: dayKept(ahead), endsOn: last.due },
    beganOn: firstPeriodUpTo(nextDueOn, left)?.from,
    ...(isBilled ? { billed: sheet.buckets } : { isByPlan: true }),
    ...(ahead.length > 0 && { agreedPlan: planAhead([...past, costs], ahead) }),
  }
}

const bucketsOf = (left: LeftNote, past: readonly DueRow[], ahead: readonly LeftRow[]): Buckets => ({
  ...nothingWaived,
  ...stillOwed(ahead, left),
  overduePrincipal: totalIn(past, 'principal'),
  overdueInterest: totalIn(past, 'interest'),
  fees: totalIn(left.rows, 'fees'),
})

/** A plan typed from paper that asks for several payments is in instalments, whatever the loan was before. */
function methodOf({ isTyped, method, rows }: LeftNote): RepaymentMethod {
  const isAtTheEnd = method === 'BULLET' || method === 'INTEREST_ONLY'
  const payments = rows.filter((row) => paymentOf(row).gt(zero))
  return isTyped && isAtTheEnd && payments.length > 1 ? 'EQUAL_INSTALMENT' : method
}

/**
 * Principal and earlier interest of the instalments to come. What of them is paid before its day settles these, and not
 * interest that is still to accrue: a new plan counts the running month from its first day, and would ask for it once more.
 */
function stillOwed(ahead: readonly LeftRow[], left: LeftNote): Owed {
  if (left.isTyped) return { principal: presentValue(ahead, left), interest: zero }
  const asked = ahead.map(askedOn)
  const owed = { costs: zero, interest: carriedIn(asked, left), principal: totalIn(asked, 'principal') }
  const early = sum(ahead.map(({ paid }) => paid.principal.plus(paid.interest)))
  const settled = settle(early, owed, claimsInOrder[left.paymentOrder])
  return { principal: owed.principal.minus(settled.principal), interest: owed.interest.minus(settled.interest) }
}

const totalIn = (rows: readonly DueRow[], part: 'principal' | 'interest' | 'fees') => sum(rows.map((row) => row[part]))

const inText = (amounts: Buckets) => ({ buckets: textsOf(amounts), owed: toText(total(amounts)) })

/**
 * The principal that payments settle at the rate agreed, compounding month by month as instalments do. A plan typed from
 * paper says no more, so that this is an estimate.
 */
function presentValue(ahead: readonly DueRow[], { dailyPercent }: LeftNote): Money {
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

/** Interest of earlier days that the agreement put into later instalments: what they hold beyond what accrues between them. */
const carriedIn = (ahead: readonly DueRow[], left: LeftNote): Money =>
  greatest(zero, totalIn(ahead, 'interest').minus(sum(interestByRow(ahead, left))))

/** Fees and penalties of a bill since, without those that the plan itself still asks for among its fees. */
function costsSince({ rows }: LeftNote, { fees, penaltyPrincipal, penaltyInterest }: Buckets) {
  const ofPlan = totalIn(rows, 'fees')
  const planned = greatest(zero, ofPlan.minus(fees))
  const plannedInterest = greatest(zero, planned.minus(penaltyPrincipal))
  return {
    fees: greatest(fees, ofPlan),
    penaltyPrincipal: greatest(zero, penaltyPrincipal.minus(planned)),
    penaltyInterest: greatest(zero, penaltyInterest.minus(plannedInterest)),
  }
}

/** The day of the month that instalments keep to where one of them falls on a shorter month's end. */
function dayKept(ahead: readonly DueRow[]): number | undefined {
  const [first] = ahead
  if (first === undefined) return undefined
  const day = Math.max(...ahead.map(({ due }) => dayOfMonth(due)))
  return ahead.every(({ due }, step) => due === dueDateAfter(first.due, monthly, step, day)) ? day : undefined
}

/** The instalments still to come; what is overdue is asked for with the first of them. */
function planAhead(past: readonly DueRow[], [first, ...later]: readonly DueRow[]): Plan {
  const late = first === undefined ? past : [...past, first]
  return planLeft([{ ...totals(late), due: first?.due ?? '' }, ...later])
}

const totals = (rows: readonly DueRow[]) => ({
  principal: totalIn(rows, 'principal'),
  interest: totalIn(rows, 'interest'),
  fees: totalIn(rows, 'fees'),
})
