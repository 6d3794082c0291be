import { getLocale, getTimeZone } from 'next-intl/server'

/** Days and times as the page's language writes them; English with the day first: 21 Nov 2026, 15:46. */
export async function dayFormat() {
  const [locale, timeZone] = [await getLocale(), await getTimeZone()]
  const tag = locale === 'en' ? 'en-GB' : locale
  return {
    dateTime: (at: Date, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(tag, { timeZone, ...options }).format(at),
  }
}
