import { dateInWords } from '@/app/_parts/dates'
import type { Locale } from '@/db/vocabulary'
import { civilDateIn } from '@/lib/platform/dates'

/** The day of an instant where the office is, as people say it. */
export const dayInWords = (instant: string, locale: Locale, zone: string) =>
  dateInWords(civilDateIn(new Date(instant), zone), locale)
