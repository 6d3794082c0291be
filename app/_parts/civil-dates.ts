import { useLocale } from 'next-intl'
import type { CivilDate } from '@/lib/platform/dates'

/**
 * Civil dates as staff pages write them: in a sentence `2026年12月5日` or `5 Dec 2026`; a day to come, beside today,
 * `12月5日（周六）` or `5 Dec 2026`; in a column, where they stand under one another, `2026-12-05` or `5 Dec 2026`; the month
 * alone `2026年12月` or `Dec 2026`. A dash where there is none.
 */
export function civilDates(locale: string) {
  const isEnglish = locale === 'en'
  const write = writerOf(isEnglish ? 'en-GB' : 'zh-CN', isEnglish ? 'short' : 'long')
  return {
    inText: orDash((date) => write(date, { day: 'numeric' })),
    ahead: (date: CivilDate, today: CivilDate) => {
      const written = write(date, { day: 'numeric' })
      return isEnglish ? written : `${written.replace(`${today.slice(0, 4)}年`, '')}（${weekday(date)}）`
    },
    inColumn: orDash((date) => (isEnglish ? write(date, { day: 'numeric' }) : date)),
    inMonths: orDash((date) => write(date, {})),
  }
}

export const useCivilDates = () => civilDates(useLocale())

const weekday = (date: CivilDate) => weekdays.format(new Date(`${date}T00:00:00Z`))
const weekdays = new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' })

/** Where there is no date, or a plan has no end. */
const orDash = (write: (date: CivilDate) => string) => (date: CivilDate | null) =>
  date === null || date === '' ? '—' : write(date)

const writerOf = (tag: string, month: 'short' | 'long') => (date: CivilDate, day: { day?: 'numeric' }) =>
  new Intl.DateTimeFormat(tag, { ...day, month, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
