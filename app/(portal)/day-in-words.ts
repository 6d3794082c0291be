import type { Locale } from '@/db/vocabulary'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'

/** The day it is where the office is. */
export const todayIn = (zone: string): CivilDate => civilDateIn(new Date(), zone)

/** A day without its weekday, for what is over: `11月6日`, `6 Nov`; with its year where that is another. */
export const pastDay = (day: CivilDate, locale: Locale, today: CivilDate) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ month: locale === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' },
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`))

/** The day of an instant that is over, where the office is. */
export const dayInWords = (instant: string, locale: Locale, zone: string) =>
  pastDay(civilDateIn(new Date(instant), zone), locale, todayIn(zone))
