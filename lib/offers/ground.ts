import { type CivilDate, parts } from '@/lib/platform/dates'
import { type Money, money, zero } from '@/lib/platform/money'
import { type DebtSheet, debtOf } from '@/lib/proposals/debt-sheet'
import { current, type Debt } from '@/lib/relief/offer'
import { budgetOf, type Situation } from './situation'

/** A loan note on which something is owed and whose terms are known, with its instalments counted from the next due date. */
export type Note = { sheet: DebtSheet; debt: Debt; owed: Money; isMatured: boolean }

/** What every offer is worked out on. Amounts in CNY a month, or at once. */
export type Ground = {
  notes: readonly Note[]
  budget: Money
  funds: Money
  /** Months until things ease, during which only interest would be paid. */
  lean: number
  /** Instalments that could be added at most. */
  room: number
  from: CivilDate
}

/** Nothing longer is offered: five years are the most that even a card may be spread over [商业银行信用卡业务监督管理办法 70]. */
const mostPeriods = 60

export function groundOf(situation: Situation): Ground {
  const notes = situation.sheets.flatMap((sheet) => noteOf(sheet, situation.from))
  return {
    notes,
    budget: budgetOf(situation),
    funds: money(situation.funds ?? '0'),
    lean: leanMonths(situation),
    room: Math.max(0, mostPeriods - Math.max(0, ...notes.map(({ debt }) => debt.remainingPeriods))),
    from: situation.from,
  }
}

function noteOf(sheet: DebtSheet, from: CivilDate): Note[] {
  const debt = debtOf(sheet)
  if (debt === undefined || !money(sheet.owed).gt(zero)) return []
  const isMatured = debt.remainingPeriods === 0 || (sheet.endsOn !== null && sheet.endsOn < from)
  return [{ sheet, debt: current(debt, from), owed: money(sheet.owed), isMatured }]
}

const usualLean = 3
const mostLean = 6

/** Half a year at most: who cannot say when things ease is asked again after three months. */
function leanMonths({ easesOn, from }: Situation): number {
  if (easesOn === null) return usualLean
  const [now, then] = [parts(from), parts(easesOn)]
  const months = (then.year - now.year) * 12 + then.month - now.month
  return Math.min(mostLean, Math.max(1, months))
}
