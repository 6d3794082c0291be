import type { Locale } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'

/** A day to come as a sentence says it: `11月21日（周六）`, `Sat 21 Nov`; with the year where it is not the one of `today`. */
export function dateInWords(date: CivilDate, locale: Locale, today: CivilDate = date) {
  const isEnglish = locale === 'en'
  const said = new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'zh-CN', {
    month: isEnglish ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`))
  return said.replace(/周.$/, '（$&）')
}
