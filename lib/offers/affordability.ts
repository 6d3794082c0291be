import type { Plan } from '@/db/schema/proposals'
import type { CivilDate } from '@/lib/platform/dates'
import { fen, greatest, type Money, money, toText, zero } from '@/lib/platform/money'

/** Whether what is offered can be kept up. Amounts in CNY as text; null without a financial statement. */
export type Affordability = {
  surplus: string
  /** The dearest of all months; where everything fits, a last one that is dearer by nothing but rounding does not count. */
  dearest: string
  /** The first day something is due in that month; empty where nothing is due. */
  dearestOn: CivilDate | ''
  /** Which month that is: one of several as dear, the first, the last, or another that stands out. */
  dearestIs: 'usual' | 'first' | 'last' | 'other'
  /** Surplus less the dearest month; negative where, and only where, it does not fit. */
  buffer: string
  fits: boolean
}

/**
 * Plans of all loan notes against what the household can sustain, month by month: two instalments in one month are one
 * burden. Plans settled by one payment out of other money are to be left out.
 */
export function affordability(plans: readonly Plan[], surplus: string): Affordability {
  const months = monthlySums(plans)
  const available = money(surplus)
  const fits = months.every(({ total }) => total.lte(available))
  const counted = fits && endsInRounding(months) ? months.slice(0, -1) : months
  const dearest = counted.map(({ total }) => total).reduce(greatest, zero)
  return {
    surplus,
    dearest: toText(dearest),
    dearestOn: counted.find(({ total }) => total.eq(dearest))?.due ?? '',
    dearestIs: placeOf(counted, dearest),
    buffer: toText(available.minus(dearest)),
    fits,
  }
}

type Month = { due: CivilDate; total: Money }

/** What falls due in each month, in order. */
function monthlySums(plans: readonly Plan[]): Month[] {
  const rows = plans.flatMap((plan) => plan.rows).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const months = new Map<string, Month>()
  for (const { due, payment } of rows) {
    const known = months.get(due.slice(0, 7)) ?? { due, total: zero }
    months.set(due.slice(0, 7), { due: known.due, total: known.total.plus(money(payment)) })
  }
  return [...months.values()]
}

/** The last instalment takes what rounding the others to the fen left: at most a fen for each of them. */
function endsInRounding(months: readonly Month[]): boolean {
  const others = months.slice(0, -1)
  const left = (months.at(-1)?.total ?? zero).minus(others.map(({ total }) => total).reduce(greatest, zero))
  return others.length > 0 && left.lte(fen.times(others.length))
}

function placeOf(months: readonly Month[], dearest: Money): Affordability['dearestIs'] {
  const dear = months.filter(({ total }) => total.eq(dearest))
  if (dear.length !== 1) return 'usual'
  if (dear[0] === months.at(-1)) return 'last'
  return dear[0] === months[0] ? 'first' : 'other'
}
