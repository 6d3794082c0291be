import { addMonths, type CivilDate, civilDate, parts } from '@/lib/platform/dates'
import { quote } from '@/lib/relief/quote'
import { quoteInput } from '@/lib/relief/quote-input'
import { type QuoteText, toQuoteText } from '@/lib/relief/quote-text'

/** A debt as the seed makes them: few different ones, so that their schedules are worked out once. */
export type Loan = { principal: string; periods: number; nextDue: CivilDate }

/** Before and after an extension to twice as many instalments at 0.04 % a day. */
export function plansFor({ principal, periods, nextDue }: Loan): QuoteText {
  const key = `${principal} ${periods} ${nextDue}`
  const known = plans.get(key)
  if (known !== undefined) return known
  const input = quoteInput.parse({
    debt: { buckets: { principal }, dailyPercent: '0.04', remainingPeriods: periods, nextDue },
    reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 2 * periods }],
    from: addMonths(nextDue, -1),
  })
  const made = toQuoteText(quote(input))
  plans.set(key, made)
  return made
}
const plans = new Map<string, QuoteText>()

/** The next date with this day of the month after a date. */
export function nextOn(day: number, after: CivilDate): CivilDate {
  const { year, month } = parts(after)
  const here = civilDate(year, month, day)
  return here > after ? here : addMonths(here, 1, day)
}
