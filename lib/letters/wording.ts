import type { Locale } from '@/db/vocabulary'
import { type CivilDate, parts } from '@/lib/platform/dates'
import { type Money, toText } from '@/lib/platform/money'

/** Both languages of one text, side by side. */
export type Bilingual = Readonly<Record<Locale, string>>

/** How a language writes days, amounts and lists in a letter. */
export type Wording = {
  readonly language: Locale
  date(day: CivilDate): string
  month(day: CivilDate): string
  list(items: readonly string[]): string
}

/** '¥93,750.00' in every language, with a true minus sign: '−¥12.00'. */
export function amountText(amount: Money): string {
  const [whole = '', cents = ''] = toText(amount.abs()).split('.')
  return `${amount.lt(0) ? '−' : ''}¥${grouped(whole)}.${cents}`
}

/** '93,750.00', for columns of figures. */
export const figureText = (amount: Money): string => amountText(amount).replace('¥', '')

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

const months = 'January February March April May June July August September October November December'.split(' ')

export const wording: Record<Locale, Wording> = {
  'zh-CN': {
    language: 'zh-CN',
    date: (day) => `${parts(day).year}年${parts(day).month}月${parts(day).day}日`,
    month: (day) => `${parts(day).year}年${parts(day).month}月`,
    list: (items) => items.join('、'),
  },
  en: {
    language: 'en',
    date: (day) => `${parts(day).day} ${monthName(day)} ${parts(day).year}`,
    month: (day) => `${monthName(day)} ${parts(day).year}`,
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  },
}

const monthName = (day: CivilDate): string => months[parts(day).month - 1] ?? ''
