import type { Locale, ReliefType, Treatment } from '@/db/vocabulary'
import type { Ask, WaiverType } from './facts'
import { amountText, type Bilingual, wording } from './wording'

/** What is asked for, as the clause of a sentence in the letter: 将剩余还款期数调整为12期. */
export const askText = <Type extends ReliefType>(ask: Ask<Type>, language: Locale): string => phrases[ask.type](ask)[language]

/** What becomes of the interest and penalties that are not waived. */
export const treatmentText: Record<Treatment, Bilingual> = {
  FIRST_INSTALMENT: { 'zh-CN': '并入首期支付', en: 'paid with the first instalment' },
  CAPITALISE: { 'zh-CN': '计入本金分期支付', en: 'added to the principal and paid in instalments' },
  CARRY_FORWARD: { 'zh-CN': '顺延至末期支付', en: 'paid with the last instalment' },
}

/** The same as a request. */
export const treatmentAsk: Record<Treatment, Bilingual> = {
  FIRST_INSTALMENT: {
    'zh-CN': '应付未付且未获减免的款项并入首期支付',
    en: 'take what is due, unpaid and not waived with the first instalment',
  },
  CAPITALISE: {
    'zh-CN': '应付未付且未获减免的款项计入本金分期支付',
    en: 'add what is due, unpaid and not waived to the principal',
  },
  CARRY_FORWARD: {
    'zh-CN': '应付未付且未获减免的款项顺延至末期支付',
    en: 'take what is due, unpaid and not waived with the last instalment',
  },
}

const waived: Record<WaiverType, Bilingual> = {
  WAIVE_INTEREST: { 'zh-CN': '已产生的利息', en: 'accrued interest' },
  WAIVE_OVERDUE_INTEREST: { 'zh-CN': '逾期利息', en: 'overdue interest' },
  WAIVE_PENALTY_PRINCIPAL: { 'zh-CN': '本金罚息', en: 'penalty interest on principal' },
  WAIVE_PENALTY_INTEREST: { 'zh-CN': '利息罚息', en: 'penalty interest on interest' },
  WAIVE_FEES: { 'zh-CN': '费用', en: 'fees' },
  WAIVE_PRINCIPAL: { 'zh-CN': '部分本金', en: 'principal' },
}

const zh = wording['zh-CN']
const { en } = wording

const waiver = ({ type, amount, isAll }: Ask<WaiverType>): Bilingual => ({
  'zh-CN': `减免${waived[type]['zh-CN']}${amountText(amount)}${isAll ? '（全部）' : ''}`,
  en: `waive ${amountText(amount)} of ${waived[type].en}${isAll ? ' (all of it)' : ''}`,
})

const phrases: { readonly [Type in ReliefType]: (ask: Ask<Type>) => Bilingual } = {
  TERM_EXTENSION: ({ toPeriods }) => ({
    'zh-CN': `将剩余还款期数延长至${toPeriods}期`,
    en: `extend the remaining term to ${instalments(toPeriods)}`,
  }),
  INSTALMENT_PLAN: ({ periods, firstDue }) => ({
    'zh-CN': `将剩余款项自${zh.date(firstDue)}起分${periods}期偿还`,
    en: `spread what is left over ${instalments(periods)} from ${en.date(firstDue)}`,
  }),
  LOWER_INSTALMENT: ({ amount }) => ({
    'zh-CN': `将每期还款额调整为${amountText(amount)}`,
    en: `lower each instalment to ${amountText(amount)}`,
  }),
  INTEREST_ONLY: ({ periods }) => ({
    'zh-CN': `前${periods}期只付利息，其后归还本金`,
    en: `let the first ${periods === 1 ? 'instalment' : instalments(periods)} be interest only`,
  }),
  PAYMENT_PAUSE: ({ periods, interest }) => ({
    'zh-CN': `暂缓还款${periods}期，期间${interest === 'waived' ? '免收利息' : '利息照计'}`,
    en: `pause payments for ${instalments(periods)}, ${interest === 'waived' ? 'free of interest' : 'with interest running on'}`,
  }),
  DATE_CHANGE: ({ dueDay }) => ({ 'zh-CN': `将每月还款日调整为${dueDay}日`, en: `move the monthly due date to day ${dueDay}` }),
  RATE_CUT: ({ toDailyPercent }) => ({
    'zh-CN': isZero(toDailyPercent) ? '免收后续利息' : `将日利率调整为${toDailyPercent}%`,
    en: isZero(toDailyPercent) ? 'charge no further interest' : `lower the daily rate to ${toDailyPercent} %`,
  }),
  LUMP_SUM: ({ amount, on, source }) => ({
    'zh-CN': `于${zh.date(on)}一次性支付${amountText(amount)}结清全部欠款${source ? `，资金来源为${source}` : ''}`,
    en: `accept one payment of ${amountText(amount)} on ${en.date(on)} in full settlement${source ? `, from ${source}` : ''}`,
  }),
  STOP_COLLECTION: () => ({
    'zh-CN': '自达成书面约定之日起停止催收',
    en: 'stop collection from the day of a written agreement',
  }),
  OTHER: ({ text }) => ({ 'zh-CN': text, en: text }),
  WAIVE_INTEREST: waiver,
  WAIVE_OVERDUE_INTEREST: waiver,
  WAIVE_PENALTY_PRINCIPAL: waiver,
  WAIVE_PENALTY_INTEREST: waiver,
  WAIVE_FEES: waiver,
  WAIVE_PRINCIPAL: waiver,
}

const instalments = (count: number): string => `${count} ${count === 1 ? 'instalment' : 'instalments'}`
const isZero = (percent: string): boolean => /^0(\.0+)?$/.test(percent)
