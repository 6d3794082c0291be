import { query } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { quote } from '@/lib/relief/quote'
import { quoteInput } from '@/lib/relief/quote-input'
import { toQuoteText } from '@/lib/relief/quote-text'
import { contradiction, faultOf, scheduleInput, termsFrom } from '@/lib/schedules/input'
import { toPlan } from '@/lib/schedules/plan'
import { schedule } from '@/lib/schedules/schedule'

/**
 * `parley schedule` over HTTP: terms in, the plan out; nothing is read or kept.
 * @throws Refusal `invalid` {fields} where dates contradict each other
 */
export const askSchedule = query({
  name: 'schedule',
  input: scheduleInput,
  async run({ actor, now }, given) {
    const terms = termsFrom(given, civilDateIn(now, actor.timeZone))
    const field = contradiction(terms)
    if (field !== undefined) throw new Refusal('invalid', { fields: { [field]: [faultOf(field)] } })
    return toPlan(schedule(terms))
  },
})

/** `parley quote` over HTTP: a debt and a set of reliefs in, the quote out; nothing is read or kept. */
export const askQuote = query({ name: 'quote', input: quoteInput, run: async (_, asked) => toQuoteText(quote(asked)) })
