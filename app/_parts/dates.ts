import type { Locale } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/** A civil date as a sentence says it: `11月21日周六`, `Sat, 21 Nov`. */
export const dateInWords = (date: CivilDate, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
