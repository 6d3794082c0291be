import { useLocale } from 'next-intl'
import type { CivilDate } from '@/lib/platform/dates'

/**
 * Civil dates as staff pages write them: in a sentence `2026年12月5日` or `5 Dec 2026`; in a column, where they stand under
 * one another, `2026-12-05` or `5 Dec 2026`. A dash where there is none.
 */
export const civilDates = (locale: string) => ({
  inText: (date: CivilDate | null) => (date === null ? '—' : written(date, locale === 'en' ? 'en-GB' : 'zh-CN')),
  inColumn: (date: CivilDate | null) => (date === null ? '—' : locale === 'en' ? written(date, 'en-GB') : date),
})

export const useCivilDates = () => civilDates(useLocale())

const written = (date: CivilDate, tag: 'en-GB' | 'zh-CN') =>
  new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: tag === 'en-GB' ? 'short' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
