import { dateInWords } from '@/app/_parts/dates'
import type { Locale } from '@/db/vocabulary'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'

/** The day it is where the office is. */
export const todayIn = (zone: string): CivilDate => civilDateIn(new Date(), zone)

/** The day of an instant where the office is, as people say it; with its year where that is another. */
export const dayInWords = (instant: string, locale: Locale, zone: string) =>
  dateInWords(civilDateIn(new Date(instant), zone), locale, todayIn(zone))
