import { createTranslator } from 'next-intl'
import type { ReliefLine } from '@/db/schema/proposals'
import type { Locale, ReliefType } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { CivilDate } from '@/lib/platform/dates'

type Say = (key: ReliefKey, values: Record<string, string | number>) => string
type Words = (key: `relief.${ReliefType}`) => string
type ReliefKey =
  | 'relief.toPeriods'
  | 'relief.plan'
  | 'relief.amount'
  | 'relief.periods'
  | 'relief.dueDay'
  | 'relief.rate'
  | 'relief.lump'
  | 'relief.text'

/** How a day and an amount are written where it is read. */
export type Writing = { inText: (date: CivilDate | null) => string; yuan: (amount: string) => string }

/** One relief in a few words: its name and its parameters. */
export function reliefText(relief: ReliefLine, t: Say, words: Words, writing: Writing): string {
  const detail = detailOf(relief, t, writing)
  return detail === '' ? words(`relief.${relief.type}`) : `${words(`relief.${relief.type}`)} ${detail}`
}

function detailOf(relief: ReliefLine, t: Say, writing: Writing): string {
  const say = sayings[relief.type]
  if (say !== undefined) return say(relief, t, writing)
  if (relief.percent !== undefined) return `${relief.percent}%`
  return relief.amount === undefined ? '' : t('relief.amount', { amount: writing.yuan(String(relief.amount)) })
}

/** The same by itself, where no page has its words at hand. */
export function reliefTexts(locale: Locale, writing: Writing): (relief: ReliefLine) => string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'proposals' })
  const words = createTranslator({ locale, messages: messages[locale], namespace: 'words' })
  return (relief) => reliefText(relief, t, words, writing)
}

const dayText = (day: string | number | undefined, { inText }: Writing) => (typeof day === 'string' ? inText(day) : '')

const sayings: Partial<Record<ReliefType, (relief: ReliefLine, t: Say, writing: Writing) => string>> = {
  TERM_EXTENSION: ({ toPeriods = '' }, t) => t('relief.toPeriods', { count: toPeriods }),
  INSTALMENT_PLAN: ({ periods = '', firstDue }, t, writing) =>
    t('relief.plan', { count: periods, date: dayText(firstDue, writing) }),
  INTEREST_ONLY: ({ periods = '' }, t) => t('relief.periods', { count: periods }),
  PAYMENT_PAUSE: ({ periods = '' }, t) => t('relief.periods', { count: periods }),
  DATE_CHANGE: ({ dueDay = '' }, t) => t('relief.dueDay', { day: dueDay }),
  RATE_CUT: ({ toDailyPercent = '' }, t) => t('relief.rate', { percent: toDailyPercent }),
  LUMP_SUM: ({ amount = '0', on }, t, writing) =>
    t('relief.lump', { amount: writing.yuan(String(amount)), date: dayText(on, writing) }),
  OTHER: ({ text = '' }, t) => t('relief.text', { text }),
}
