import { addMonths, type CivilDate } from '@/lib/platform/dates'
import type { Money } from '@/lib/platform/money'

/** Amounts in CNY; `monthly` is put aside each month, the first time a month from the day it is looked at. */
export type Goal = { target: Money; saved: Money; monthly: Money }

/** Nobody plans further ahead than this, in months. */
const longest = 240

/** The day a savings goal is reached at this pace (FB-05); null where that is further off than twenty years, or never. */
export function reachedOn({ target, saved, monthly }: Goal, today: CivilDate): CivilDate | null {
  for (let month = 0, held = saved; month <= longest; month += 1, held = held.plus(monthly)) {
    if (held.gte(target)) return addMonths(today, month)
  }
  return null
}
