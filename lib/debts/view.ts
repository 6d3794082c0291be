import type { creditorProducts, debts } from '@/db/schema'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type Money, type Rate, toText, zero } from '@/lib/platform/money'
import { costOfWaiting } from '@/lib/schedules/cost-of-waiting'
import { daysPastDue } from '@/lib/schedules/days-past-due'
import { annualRates } from './annual-rate'
import { type AgreedDue, dueUnder, overdueOf, owedOf } from './buckets'
import { completeness } from './completeness'
import { limitWarnings } from './product-limits'

type Debt = typeof debts.$inferSelect
type Product = typeof creditorProducts.$inferSelect

/** How far ahead the cost of waiting looks. */
const waitingDays = 30

/**
 * A loan note as plain values: amounts as text, and what follows from them on the day it is looked at. `dueOn` is the day its
 * next instalment falls due: by its agreement where it has one. Of a note paid off under it nothing is `owed`; its parts stay
 * those of the last bill.
 */
export function viewOf(
  debt: Debt,
  product: Product,
  { now, timeZone, agreed, paidOff }: { now: Date; timeZone: string; agreed: AgreedDue; paidOff: ReadonlySet<string> },
) {
  const today = civilDateIn(now, timeZone)
  const { orgId, clientId, originalAmount, creditLimit, dailyPercent, onTimePercent, ...plain } = debt
  return {
    ...plain,
    ...amounts(debt),
    originalAmount: text(originalAmount),
    creditLimit: text(creditLimit),
    dailyPercent: dailyPercent?.toFixed() ?? null,
    onTimePercent: onTimePercent?.toFixed() ?? null,
    product: product.brand,
    productType: product.type,
    ...owing(debt, paidOff.has(debt.id)),
    overdue: toText(overdueOf(debt)),
    dueOn: agreed.has(debt.id) ? (agreed.get(debt.id) ?? null) : debt.nextDueOn,
    daysPastDue: agreed.get(debt.id) === null ? 0 : dpd(dueUnder(agreed, debt), today),
    annual: dailyPercent === null ? null : annualRates(dailyPercent),
    costOfWaiting: dailyPercent === null || agreed.has(debt.id) ? null : waiting(debt, dailyPercent),
    waitingDays,
    completeness: completeness(debt),
    warnings: limitWarnings(debt, product).map((warning) => ({ warning, source: product.source, asOf: product.asOf })),
  }
}

const owing = (debt: Debt, isPaidOff: boolean) => ({ owed: toText(isPaidOff ? zero : owedOf(debt)), isPaidOff })

const text = (amount: Money | null) => (amount === null ? null : toText(amount))

const amounts = (debt: Debt) => ({
  principal: toText(debt.principal),
  overduePrincipal: toText(debt.overduePrincipal),
  interest: toText(debt.interest),
  overdueInterest: toText(debt.overdueInterest),
  penaltyPrincipal: toText(debt.penaltyPrincipal),
  penaltyInterest: toText(debt.penaltyInterest),
  fees: toText(debt.fees),
})

const dpd = (due: CivilDate | null, today: CivilDate) => (due === null ? null : daysPastDue(due, today))

/** What a month of doing nothing costs (SD-09): an estimate, and labelled as one wherever it is shown. */
const waiting = ({ principal, overduePrincipal, overdueInterest }: Debt, dailyPercent: Rate) =>
  toText(
    costOfWaiting({ principal, overduePrincipal, overdueInterest, penalty: { dailyRate: dailyPercent.div(100) } }, waitingDays)
      .total,
  )
