import type { AccruingPart, AgreedNote, PlanPart } from '@/db/schema/agreements'
import type { Plan, PlanRow } from '@/db/schema/proposals'
import { allocate, allocateByWeight } from '@/lib/platform/allocate'
import type { CivilDate } from '@/lib/platform/dates'
import { least, type Money, money, sum, toText, zero } from '@/lib/platform/money'
import { claimsInOrder, settle } from '@/lib/schedules/payment-order'
import { type Bearing, interestByRow } from './interest-by-row'
import type { Agreement } from './scope.queries'

/** What is to pay on one day, CNY. */
export type DueRow = { due: CivilDate } & Parts
type Parts = { principal: Money; interest: Money; fees: Money }

/** What is still to pay on one day of a plan, and what of it was paid already. */
export type LeftRow = DueRow & { paid: Parts }

/** A loan note of an agreement with what is still to pay for it; of a plan typed from paper only the payments are known. */
export type LeftNote = Omit<AgreedNote, 'plan' | 'paidEarly'> &
  Pick<InForce, 'paymentOrder'> & { rows: LeftRow[]; isTyped: boolean }

type Instalment = { dueOn: CivilDate; amount: Money; paid: Money }
type InForce = Pick<Agreement, 'notes' | 'negotiated' | 'paymentOrder'>

/**
 * What an agreement still asks for, loan note by loan note. A part payment falls on the notes in proportion to what is due
 * for each that day; a plan typed from the lender's paper is shared out by what was negotiated for each. An
 * agreement made before its notes were kept has none to tell.
 */
export function leftOf(agreement: InForce, ledger: readonly Instalment[]): LeftNote[] {
  if (agreement.notes.length === 0) return []
  const days = ledger.map((instalment) => leftOn(agreement, instalment))
  const isTyped = agreement.negotiated !== null
  return agreement.notes.map(({ plan, paidEarly = [], accruing = [], ...note }, index) => {
    const rows = days
      .flatMap((day) => day[index] ?? [])
      .map((row) => withEarlier(row, paidEarly))
      .filter((row) => paymentOf(askedOn(row)).gt(zero) || isFree(row, plan))
    const prepaid = isTyped ? [] : prepaidInterest(rows, note)
    const terms = { ...note, accruing: [...accruing, ...prepaid], paymentOrder: agreement.paymentOrder, isTyped }
    return { ...terms, rows: openOf(rows, plan) }
  })
}

/** Days on which something is to pay, and before the last of them those on which the plan asks for nothing. */
function openOf(rows: readonly LeftRow[], plan: Plan): LeftRow[] {
  const last = rows.findLastIndex((row) => paymentOf(row).gt(zero))
  return rows.slice(0, last + 1).filter((row) => paymentOf(row).gt(zero) || isFree(row, plan))
}

const isFree = ({ due }: LeftRow, plan: Plan) => plan.rows.some((row) => row.due === due && money(row.payment).isZero())

/** Of each instalment that is paid in full the interest of its own period: until its day that has paid principal instead. */
function prepaidInterest(rows: readonly LeftRow[], note: Bearing): AccruingPart[] {
  const asked = rows.map(askedOn)
  return interestByRow(asked, note).flatMap((own, index) => {
    const [row, left] = [asked[index], rows[index]]
    if (row === undefined || left === undefined || paymentOf(left).gt(zero)) return []
    return [{ on: row.due, amount: toText(least(own, row.interest)), joins: 'principal' as const }]
  })
}

/** What a day asked for before anything of it was paid. */
export const askedOn = ({ paid, ...row }: LeftRow): DueRow => ({
  ...row,
  principal: row.principal.plus(paid.principal),
  interest: row.interest.plus(paid.interest),
})

export const paymentOf = ({ principal, interest, fees }: DueRow): Money => sum([principal, interest, fees])

/** Rows as a plan, counted from one. */
export function planLeft(rows: readonly DueRow[]): Plan {
  let balance = sum(rows.map(({ principal }) => principal))
  const shown = rows.map(({ due, principal, interest, fees }, index): PlanRow => {
    balance = balance.minus(principal)
    return {
      ...{ n: index + 1, due, principal: toText(principal), interest: toText(interest), fees: toText(fees) },
      ...{ payment: toText(sum([principal, interest, fees])), balance: toText(balance) },
    }
  })
  return {
    rows: shown,
    total: toText(sum(rows.map(paymentOf))),
    interest: toText(sum(rows.map(({ interest }) => interest))),
    last: shown.at(-1)?.due ?? '',
  }
}

/** For each loan note what is left of one instalment. */
function leftOn(agreement: InForce, instalment: Instalment): LeftRow[] {
  const due = agreement.negotiated === null ? plannedOn(agreement, instalment) : typedOn(agreement, instalment)
  const weights = due.map(paymentOf)
  const paid = sum(weights).gt(zero) ? allocateByWeight(instalment.paid, weights) : []
  return due.map((row, index) => less(row, paid[index] ?? zero, agreement))
}

const plannedOn = ({ notes }: InForce, { dueOn }: Instalment): DueRow[] =>
  notes.map(({ plan }) => {
    const row = plan.rows.find(({ due }) => due === dueOn)
    const { principal = '0', interest = '0', fees = '0' } = row ?? {}
    return { due: dueOn, principal: money(principal), interest: money(interest), fees: money(fees) }
  })

function typedOn({ notes }: InForce, { dueOn, amount }: Instalment): DueRow[] {
  const totals = notes.map(({ plan }) => money(plan.total))
  const shares = sum(totals).gt(zero) ? allocateByWeight(amount, totals) : allocate(amount, notes.length)
  return shares.map((principal) => ({ due: dueOn, principal, interest: zero, fees: zero }))
}

function less({ due, ...open }: DueRow, paid: Money, { paymentOrder }: InForce): LeftRow {
  const { costs, interest, principal } = settle(paid, { ...open, costs: open.fees }, claimsInOrder[paymentOrder])
  return {
    ...{ due, principal: open.principal.minus(principal) },
    ...{ interest: open.interest.minus(interest), fees: open.fees.minus(costs), paid: { principal, interest, fees: costs } },
  }
}

/** With what was paid of the same day while an agreement ran that this one replaced. */
function withEarlier(row: LeftRow, earlier: readonly PlanPart[]): LeftRow {
  const before = earlier.find(({ due }) => due === row.due)
  if (before === undefined) return row
  const principal = row.paid.principal.plus(before.principal)
  return { ...row, paid: { ...row.paid, principal, interest: row.paid.interest.plus(before.interest) } }
}

/** What was paid of each day, as it goes along with a loan note into a new agreement. */
export const paidOf = (rows: readonly LeftRow[]): PlanPart[] =>
  rows
    .filter(({ paid }) => paid.principal.plus(paid.interest).gt(zero))
    .map(({ due, paid }) => ({ due, principal: toText(paid.principal), interest: toText(paid.interest) }))
