import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { fen, greatest, type Money, type Rate, round, sum, zero } from '@/lib/platform/money'
import { isRegular, periodFactor } from '@/lib/schedules/accrual'
import { interestOver } from '@/lib/schedules/cost-of-waiting'
import { dueDateAfter } from '@/lib/schedules/frequency'
import { settle } from '@/lib/schedules/payment-order'
import type { Row } from '@/lib/schedules/plan'
import { schedule } from '@/lib/schedules/schedule'
import { countFor } from '@/lib/schedules/solve'
import type { Rounding, Terms } from '@/lib/schedules/terms'
import { type Accruing, type Buckets, type Debt, type LumpSum, type Offer, remaining, total } from './offer'

/** A debt and the proposal's date. */
export type Situation = { debt: Debt; from: CivilDate }

export type OfferPlan = {
  rows: Row[]
  /** When the first period began, from which the cost of the plan is counted, and what was owed then after waivers. */
  start: CivilDate
  owed: Money
  /** An instalment was asked for that does not even pay the interest, or not in time. */
  instalmentTooLow: boolean
  /** What accrues before the first period or in a pause after it, period by period. */
  accruing: Accruing[]
  /** Overdue principal that bears no interest until the day on which it is asked for. */
  interestFree: { due: CivilDate; principal: Money }[]
  /** The period up to the first row; its interest where it is counted by days, of what that row asks for. */
  first: { from: CivilDate; due: CivilDate; interest?: Money }
}

const rounding: Rounding = { mode: 'half_up', instalmentMultiple: fen, principalMultiple: fen, interest: fen, perSegment: true }

/** The dated plan that follows if an offer is granted: its schedule, and arrears where the offer puts them. */
export function planOf(situation: Situation, offer: Offer): OfferPlan {
  const { debt, from } = situation
  const start = startOf(debt, offer, from)
  if (!offer.lumpSum) return instalmentsOf(situation, offer, start)
  const left = remaining(debt, offer)
  const { row, interest } = lumpSumRow(offer.lumpSum, offer.dailyRate, { left, from })
  const first = { from, due: row.due, interest }
  return { rows: [row], start, owed: total(left), instalmentTooLow: false, accruing: [], interestFree: [], first }
}

/** An agreed pause goes on until the first period begins; one that is asked for comes after it. */
function instalmentsOf({ debt, from }: Situation, offer: Offer, start: CivilDate): OfferPlan {
  const now = remaining(debt, offer)
  const agreedPause = accruingUnder(debt, offer, now.principal).filter(({ on }) => on <= start)
  const left = withInterest(now, agreedPause)
  const terms = termsOf(debt, offer, left.principal, start)
  const pause = accruingInPause({ debt, from }, offer, terms)
  const arrears = withInterest(left, pause)
  const principal = isCapitalised(offer) ? total(arrears) : left.principal
  const { tooLow, ...solved } = withCount(shifted({ ...terms, principal }, { debt, from }, offer), offer)
  const { rows } = schedule(solved)
  return {
    rows: isCapitalised(offer) ? [...rows] : withArrears(rows, arrears, offer),
    ...{ start, owed: total(left) },
    instalmentTooLow: tooLow,
    accruing: [...agreedPause, ...pause],
    interestFree: isCapitalised(offer) ? [] : interestFreeOf(rows, arrears, offer),
    first: { from: solved.disbursed, due: solved.firstDue },
  }
}

const isCapitalised = ({ whole, treatment }: Offer): boolean => whole || treatment === 'CAPITALISE'

/**
 * The period that is running began a step before the next due date, unless that was moved; instalments asked for before that
 * begin on the proposal's date. `paused` periods later it keeps its own day, whatever day the instalments move to.
 */
function startOf({ nextDue, every, dueDay, began: known }: Debt, offer: Offer, from: CivilDate, paused = 0): CivilDate {
  const began = known ?? dueDateAfter(nextDue, every, -1, dueDay)
  if (began >= offer.firstDue) return dueDateAfter(from, every, paused)
  return paused === 0 ? began : dueDateAfter(nextDue, every, paused - 1, dueDay)
}

function termsOf(debt: Debt, offer: Offer, principal: Money, start: CivilDate): Terms {
  const periods = Math.max(1, offer.periods)
  return {
    principal,
    rate: { per: 'day', value: offer.dailyRate },
    method: offer.method,
    periods,
    disbursed: start,
    firstDue: offer.firstDue,
    dueDay: offer.dueDay,
    every: debt.every,
    dayCount: debt.dayCount,
    rounding,
    interestOnlyPeriods: offer.interestOnlyPeriods,
    // Once paid in instalments it asks for its interest with each of them [民法典合同编 561].
    interestDeferredPeriods: debt.bullet && offer.method === 'interest_only' ? periods - 1 : 0,
    fixedInstalment: offer.instalment,
  }
}

/** Simple interest of the paused periods; the instalments start that many periods later. */
function accruingInPause({ debt, from }: Situation, offer: Offer, terms: Terms): Accruing[] {
  const { periods, waived } = offer.pause
  if (periods === 0 || waived) return []
  const joins = isCapitalised(offer) ? 'principal' : 'interest'
  return Array.from({ length: periods }, (_, index) => {
    const [began, on] = [startOf(debt, offer, from, index), startOf(debt, offer, from, index + 1)]
    const period = { n: index + 1, from: began, due: on, regular: isRegular(began, on, debt.every) }
    return { on, amount: round(terms.principal.times(periodFactor(terms.rate, period, terms)), 'half_up'), joins }
  })
}

/** What an agreed pause still lets accrue: less of it at a lower rate or on less principal. */
function accruingUnder({ accruing = [], buckets, dailyRate }: Debt, offer: Offer, principal: Money): Accruing[] {
  const before = buckets.principal.times(dailyRate)
  const now = principal.times(offer.dailyRate)
  return before.isZero() || now.eq(before)
    ? [...accruing]
    : accruing.map((part) => ({ ...part, amount: round(part.amount.times(now).div(before), 'half_up') }))
}

function withInterest(left: Buckets, accrued: readonly Accruing[]): Buckets {
  const joining = (bucket: Accruing['joins']) => sum(accrued.filter(({ joins }) => joins === bucket).map(({ amount }) => amount))
  return { ...left, principal: left.principal.plus(joining('principal')), interest: left.interest.plus(joining('interest')) }
}

/** Where an instalment is asked for without a number of periods, the number follows from it. */
function withCount(terms: Terms, offer: Offer): Terms & { tooLow: boolean } {
  if (!offer.instalment || offer.periodsAsked || terms.principal.isZero()) return { ...terms, tooLow: false }
  const periods = countFor(terms, offer.instalment)
  return periods === 'amount_too_low' ? { ...terms, tooLow: true } : { ...terms, periods, tooLow: false }
}

function shifted(terms: Terms, { debt, from }: Situation, offer: Offer): Terms {
  const { periods } = offer.pause
  const disbursed = startOf(debt, offer, from, periods)
  return { ...terms, disbursed, firstDue: dueDateAfter(terms.firstDue, terms.every, periods, terms.dueDay) }
}

function interestFreeOf(rows: readonly Row[], { overduePrincipal }: Buckets, offer: Offer): OfferPlan['interestFree'] {
  if (overduePrincipal.isZero()) return []
  return [{ due: rows[arrearsAt(rows, offer)]?.due ?? offer.firstDue, principal: overduePrincipal }]
}

/** Arrears are asked for with the first instalment, or carried to the last one. */
const arrearsAt = (rows: readonly Row[], { treatment }: Offer) => (treatment === 'CARRY_FORWARD' ? rows.length - 1 : 0)

function withArrears(rows: readonly Row[], arrears: Buckets, offer: Offer): Row[] {
  const overdue = total({ ...arrears, principal: zero })
  if (overdue.isZero()) return [...rows]
  if (rows.length === 0) return [arrearsRow(arrears, offer.firstDue)]
  const at = arrearsAt(rows, offer)
  return rows.map((row, index) => (index === at ? joined(row, arrears) : waiting(row, arrears, index < at)))
}

const waiting = (row: Row, { overduePrincipal }: Buckets, before: boolean): Row =>
  before ? { ...row, balance: row.balance.plus(overduePrincipal) } : row

function joined(row: Row, arrears: Buckets): Row {
  const added = arrearsRow(arrears, row.due)
  return {
    ...row,
    principal: row.principal.plus(added.principal),
    interest: row.interest.plus(added.interest),
    fees: row.fees.plus(added.fees),
    payment: row.payment.plus(added.payment),
  }
}

/** Overdue principal counts as principal, interest and overdue interest as interest, penalties and fees as fees. */
function arrearsRow(
  { overduePrincipal, interest, overdueInterest, penaltyPrincipal, penaltyInterest, fees }: Buckets,
  due: CivilDate,
): Row {
  const parts = {
    principal: overduePrincipal,
    interest: interest.plus(overdueInterest),
    fees: sum([penaltyPrincipal, penaltyInterest, fees]),
  }
  return { n: 1, due, ...parts, payment: sum(Object.values(parts)), balance: zero }
}

/**
 * One payment for everything, in the order costs, interest, principal; what it does not reach is given up. With it the part
 * of its interest that accrues until its day.
 */
function lumpSumRow({ amount, on }: LumpSum, dailyRate: Rate, { left, from }: { left: Buckets; from: CivilDate }) {
  const owed = arrearsRow(left, on)
  const growing = interestOver(left.principal, dailyRate, Math.max(0, daysBetween(from, on)))
  const paid = settle(amount, {
    costs: owed.fees,
    interest: owed.interest.plus(growing),
    principal: owed.principal.plus(left.principal),
  })
  const payment = amount.minus(paid.over)
  const row: Row = { n: 1, due: on, principal: paid.principal, interest: paid.interest, fees: paid.costs, payment, balance: zero }
  return { row, interest: greatest(zero, paid.interest.minus(owed.interest)) }
}
