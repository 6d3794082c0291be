import type { CivilDate } from '@/lib/platform/dates'
import { type Money, sum, toText } from '@/lib/platform/money'

export type Row = { n: number; due: CivilDate; principal: Money; interest: Money; fees: Money; payment: Money; balance: Money }

export type PayOff = { on: CivilDate; principal: Money; interest: Money }

/** Dated rows in exact amounts; `balance` is the principal still open once the row is paid. */
export type Schedule = { rows: readonly Row[]; payOff?: PayOff }

type PlanRow = { n: number; due: CivilDate } & Record<'principal' | 'interest' | 'fees' | 'payment' | 'balance', string>

/** A schedule on the wire: every amount is text with two decimals, and the rows add up to the totals exactly. */
export type Plan = {
  rows: PlanRow[]
  total: string
  interest: string
  last: CivilDate | null
  payOff?: { on: CivilDate; principal: string; interest: string; total: string }
}

export function toPlan({ rows, payOff }: Schedule): Plan {
  return {
    rows: rows.map(toPlanRow),
    total: toText(totalOf(rows, 'payment')),
    interest: toText(totalOf(rows, 'interest')),
    last: rows.at(-1)?.due ?? null,
    ...(payOff && { payOff: toPlanPayOff(payOff) }),
  }
}

export const totalOf = (rows: readonly Row[], column: 'principal' | 'interest' | 'fees' | 'payment'): Money =>
  sum(rows.map((row) => row[column]))

const toPlanRow = ({ n, due, principal, interest, fees, payment, balance }: Row): PlanRow => ({
  n,
  due,
  principal: toText(principal),
  interest: toText(interest),
  fees: toText(fees),
  payment: toText(payment),
  balance: toText(balance),
})

const toPlanPayOff = ({ on, principal, interest }: PayOff) => ({
  on,
  principal: toText(principal),
  interest: toText(interest),
  total: toText(principal.plus(interest)),
})
