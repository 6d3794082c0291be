import type { Plan, PlanRow } from '@/db/schema/proposals'
import { type Money, money, sum, toText, zero } from '@/lib/platform/money'

/** One schedule out of those of several loan notes: what falls due on the same day is one instalment. */
export function mergePlans(plans: readonly Plan[]): Plan {
  const days = [...new Set(plans.flatMap(({ rows }) => rows.map((row) => row.due)))].toSorted()
  const rows = days.map((due, index) => rowOf(due, index + 1, plans))
  return {
    rows,
    total: toText(sum(rows.map((row) => money(row.payment)))),
    interest: toText(sum(rows.map((row) => money(row.interest)))),
    last: days.at(-1) ?? '',
  }
}

function rowOf(due: string, n: number, plans: readonly Plan[]): PlanRow {
  const here = plans.flatMap(({ rows }) => rows.filter((row) => row.due === due))
  const total = (part: 'principal' | 'interest' | 'fees' | 'payment') => toText(sum(here.map((row) => money(row[part]))))
  return {
    n,
    due,
    principal: total('principal'),
    interest: total('interest'),
    fees: total('fees'),
    payment: total('payment'),
    balance: toText(sum(plans.map((plan) => balanceAfter(plan, due)))),
  }
}

/** The principal of one loan note still open at the end of a day. */
function balanceAfter({ rows }: Plan, day: string): Money {
  const last = rows.findLast((row) => row.due <= day)
  if (last !== undefined) return money(last.balance)
  const [first] = rows
  return first === undefined ? zero : money(first.balance).plus(money(first.principal))
}
