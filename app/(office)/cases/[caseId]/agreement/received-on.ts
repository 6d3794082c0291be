import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'

/** The day a file came, on the office's clock and in the language of the page; nothing where it has not come. */
export const receivedOn = (at: string | null, { timeZone }: { timeZone: string }, locale: string) =>
  at === null ? '' : civilDates(locale).inColumn(dayOf(at, timeZone))
