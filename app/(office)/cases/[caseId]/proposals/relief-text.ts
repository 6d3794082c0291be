import { yuan } from '@/app/_parts/amount'
import type { ReliefLine } from '@/db/schema/proposals'
import type { ReliefType } from '@/db/vocabulary'
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

/** How a day is written. */
type Dates = { inText: (date: CivilDate | null) => string }

/** One relief in a few words: its name and its parameters. */
export function reliefText(relief: ReliefLine, t: Say, words: Words, dates: Dates): string {
  const detail = detailOf(relief, t, dates)
  return detail === '' ? words(`relief.${relief.type}`) : `${words(`relief.${relief.type}`)} ${detail}`
}

function detailOf(relief: ReliefLine, t: Say, dates: Dates): string {
  const say = sayings[relief.type]
  if (say !== undefined) return say(relief, t, dates)
  if (relief.percent !== undefined) return `${relief.percent}%`
  return relief.amount === undefined ? '' : t('relief.amount', { amount: yuan(String(relief.amount)) })
}

const dayText = (day: string | number | undefined, { inText }: Dates) => (typeof day === 'string' ? inText(day) : '')

const sayings: Partial<Record<ReliefType, (relief: ReliefLine, t: Say, dates: Dates) => string>> = {
  TERM_EXTENSION: ({ toPeriods = '' }, t) => t('relief.toPeriods', { count: toPeriods }),
  INSTALMENT_PLAN: ({ periods = '', firstDue }, t, dates) => t('relief.plan', { count: periods, date: dayText(firstDue, dates) }),
  INTEREST_ONLY: ({ periods = '' }, t) => t('relief.periods', { count: periods }),
  PAYMENT_PAUSE: ({ periods = '' }, t) => t('relief.periods', { count: periods }),
  DATE_CHANGE: ({ dueDay = '' }, t) => t('relief.dueDay', { day: dueDay }),
  RATE_CUT: ({ toDailyPercent = '' }, t) => t('relief.rate', { percent: toDailyPercent }),
  LUMP_SUM: ({ amount = '0', on }, t, dates) => t('relief.lump', { amount: yuan(String(amount)), date: dayText(on, dates) }),
  OTHER: ({ text = '' }, t) => t('relief.text', { text }),
}
