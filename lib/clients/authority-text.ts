import type { Locale } from '@/db/vocabulary'
import { addDays, addMonths, type CivilDate } from '@/lib/platform/dates'

export const authorityTextVersion = '2026-11'
export const authorityMatters = '就本人借款与债权方协商还款安排，提交并领取与此有关的文件'

const usualMattersInEnglish = 'negotiate repayment of my loans with the creditors, and hand in and collect the papers for it'

/** What an authority is about, for people to read: in English only the usual words are known, others stay as recorded. */
export const authorityMattersIn = (locale: Locale, recorded = authorityMatters): string =>
  locale === 'en' && recorded === authorityMatters ? usualMattersInEnglish : recorded

/** An authority signed in the portal holds for a year from its day. */
export const authorityTerm = (day: CivilDate) => ({ from: day, to: addDays(addMonths(day, 12), -1) })

type Authority = { principal: string; agent: string; matters: string; from: CivilDate; to: CivilDate }

/**
 * 授权委托书 as the client reads and signs it: agent, matters, scope and term [民法典总则 165], no delegation to others [169],
 * revocable at any time. The signature's hash is over this text.
 */
export const authorityText = ({ principal, agent, matters, from, to }: Authority): string =>
  [
    '授权委托书',
    `委托人：${principal}`,
    `受托人：${agent}`,
    `委托事项：${matters}。`,
    '权限：代为沟通、提交和领取文件。受托人不得代为签署还款协议，不得代收代付款项，不得转委托。',
    `期限：${from} 至 ${to}。`,
    '委托人可以随时撤销；撤销后受托人不再以委托人名义联系债权方，撤销前已做的事仍然有效。',
  ].join('\n')

/** The same in English, to read beside the Chinese text: that one is signed, and it alone binds. */
export const authorityReading = ({ principal, agent, matters, from, to }: Authority): string =>
  [
    'Letter of authority',
    `Principal: ${principal}`,
    `Agent: ${agent}`,
    `Matters: ${authorityMattersIn('en', matters)}.`,
    'Scope: the agent talks for the principal, and hands in and collects papers. It may not sign a repayment agreement for the principal, take or pass on payments, or delegate to others.',
    `Term: ${from} to ${to}.`,
    'The principal may revoke this at any time. After that the agent no longer contacts creditors in the principal’s name; what was done before stays done.',
  ].join('\n')
