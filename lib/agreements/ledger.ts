import { addDays, type CivilDate, daysBetween } from '@/lib/platform/dates'
import { least, type Money, sum, toText, zero } from '@/lib/platform/money'

export type Due = { n: number; dueOn: CivilDate; amount: Money }
export type Paid = { paidOn: CivilDate; amount: Money; isVerified: boolean }

/** `REPORTED`: somebody says it is paid and nobody has checked yet. */
export const instalmentStatuses = ['PAID', 'REPORTED', 'LATE', 'PARTLY', 'DUE'] as const
export type InstalmentStatus = (typeof instalmentStatuses)[number]

/** What has been paid towards one instalment. `paidOn` is the day the last part of it came. Amounts in CNY. */
export type LedgerRow<D extends Due = Due> = D & {
  paid: Money
  reported: Money
  paidOn: CivilDate | null
  status: InstalmentStatus
  daysLate: number
}

/**
 * The ledger on a day: payments settle the oldest instalment first, verified ones before those only reported. Statuses
 * follow from the dates, so that a missed instalment shows the day after without anybody's doing (SS-10).
 */
export function ledger<D extends Due>(due: readonly D[], payments: readonly Paid[], today: CivilDate): LedgerRow<D>[] {
  const inOrder = due.toSorted((a, b) => a.n - b.n)
  const verified = spread(inOrder, byDay(payments, true))
  const open = inOrder.map((row, index) => ({ ...row, amount: row.amount.minus(verified[index]?.paid ?? zero) }))
  const reported = spread(open, byDay(payments, false))
  return inOrder.map((row, index) => {
    const { paid, on } = verified[index] ?? nothing
    const claimed = reported[index]?.paid ?? zero
    const status = statusOf({ amount: row.amount, paid, reported: claimed, isPast: row.dueOn < today })
    const daysLate = status === 'LATE' ? daysBetween(row.dueOn, today) : 0
    return { ...row, paid, reported: claimed, paidOn: on, status, daysLate }
  })
}

/** Statuses in the order in which they win. */
function statusOf({ amount, paid, reported, isPast }: { amount: Money; paid: Money; reported: Money; isPast: boolean }) {
  const wins: readonly [boolean, InstalmentStatus][] = [
    [paid.gte(amount), 'PAID'],
    [paid.plus(reported).gte(amount), 'REPORTED'],
    [isPast, 'LATE'],
    [paid.gt(zero), 'PARTLY'],
  ]
  return wins.find(([is]) => is)?.[1] ?? 'DUE'
}

export type LedgerSummary = {
  paid: string
  left: string
  next: { n: number; dueOn: CivilDate; amount: string } | null
  lateCount: number
  lateAmount: string
  daysLate: number
  isComplete: boolean
  /** The rule of the organisation is met: unpaid for more than `breachDays`. */
  isBroken: boolean
  /** The day from which the rule is met if nothing is paid. */
  breaksOn: CivilDate | null
}

/** Where the plan stands; `breachDays` is the organisation's own rule. */
export function summaryOf(rows: readonly LedgerRow[], breachDays: number): LedgerSummary {
  const late = rows.filter((row) => row.status === 'LATE')
  const open = rows.filter((row) => row.status !== 'PAID')
  const next = open.find((row) => row.status !== 'REPORTED')
  const daysLate = Math.max(0, ...late.map((row) => row.daysLate))
  const [oldest] = late
  return {
    paid: toText(sum(rows.map((row) => row.paid))),
    left: toText(sum(open.map(missingOf))),
    next: next === undefined ? null : { n: next.n, dueOn: next.dueOn, amount: toText(missingOf(next)) },
    lateCount: late.length,
    lateAmount: toText(sum(late.map(missingOf))),
    daysLate,
    isComplete: rows.length > 0 && open.length === 0,
    isBroken: daysLate > breachDays,
    breaksOn: oldest === undefined ? null : addDays(oldest.dueOn, breachDays + 1),
  }
}

const missingOf = ({ amount, paid }: LedgerRow) => amount.minus(paid)

const nothing = { paid: zero, on: null }
type Part = { paid: Money; on: CivilDate | null }

const byDay = (payments: readonly Paid[], isVerified: boolean) =>
  payments.filter((payment) => payment.isVerified === isVerified).toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))

/** Pours payments into instalments, oldest into oldest. What is left over at the end stays with the payer. */
function spread(due: readonly Due[], payments: readonly Paid[]): Part[] {
  const left = payments.map((payment) => ({ ...payment }))
  return due.map(({ amount }) => {
    let part: Part = nothing
    for (const payment of left) {
      const taken = least(payment.amount, amount.minus(part.paid))
      if (!taken.gt(zero)) continue
      payment.amount = payment.amount.minus(taken)
      part = { paid: part.paid.plus(taken), on: payment.paidOn }
    }
    return part
  })
}
