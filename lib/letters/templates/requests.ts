import type { Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '../kinds'
import { en, paragraphs, zh } from './shared'

type Both = Record<Locale, LetterTemplate>

/** A request in one language: `truth` says what is vouched for. */
const requestIn =
  (words: typeof zh | typeof en, truth: string) =>
  (title: string, ...body: string[]): LetterTemplate => ({
    title,
    salutation: words.salutation,
    body: paragraphs(words.debt, words.hardship, ...body, truth + words.closing),
    signature: words.signature,
  })

const request = requestIn(zh, zh.truth)
const englishRequest = requestIn(en, en.truth)

/** The letter of the proposal builder: any combination of reliefs. */
export const negotiation: Both = {
  'zh-CN': requestIn(zh, zh.truthOfAll)(
    '关于调整还款安排的申请',
    zh.household,
    `现申请：${zh.asks}。`,
    `{% unless is_lump_sum %}${zh.plan}${zh.scheduleEnclosed}{% endunless %}`,
    zh.recovery,
  ),
  en: requestIn(en, en.truthOfAll)(
    'Request to adjust repayment terms',
    en.household,
    `I ask you to: ${en.asks}.`,
    `{% unless is_lump_sum %}${en.plan}${en.scheduleEnclosed}{% endunless %}`,
    en.recovery,
  ),
}

/** The first word about hardship: no plan yet. */
export const hardshipNotice: Both = {
  'zh-CN': request(
    '困难情况告知函',
    zh.household,
    '现将上述情况如实告知贵方，恳请说明可以申请的还款安排、办理流程和所需材料。{% if paid_since %}困难发生以来，本人已主动还款{{ paid_since }}。{% endif %}',
  ),
  en: englishRequest(
    'Notice of hardship',
    en.household,
    'I am telling you this openly and ask which repayment arrangements can be applied for, how, and with which documents. {% if paid_since %}Since the hardship began I have paid {{ paid_since }} of my own accord.{% endif %}',
  ),
}

export const termExtension: Both = {
  'zh-CN': request(
    '延长还款期限申请',
    zh.household,
    `{% if is_before_maturity %}根据{{ cite_civil_678 }}，借款人可以在还款期限届满前向贷款人申请展期，经贷款人同意可以展期。{% endif %}现申请：${zh.asks}。`,
    zh.plan + zh.scheduleLater,
    zh.recovery,
  ),
  en: englishRequest(
    'Request to extend the repayment term',
    en.household,
    `{% if is_before_maturity %}Under {{ cite_civil_678 }}, a borrower may ask for an extension before maturity, which the lender may grant. {% endif %}I ask you to: ${en.asks}.`,
    en.plan + en.scheduleLater,
    en.recovery,
  ),
}

export const lowerInstalment: Both = {
  'zh-CN': request(
    '降低月还款额申请',
    zh.household,
    `现申请：${zh.asks}。`,
    `${zh.plan}{% if instalment_rises %}其中最高一期{{ dearest_instalment }}，高于现每期应还的{{ current_instalment }}。{% endif %}${zh.scheduleLater}`,
    zh.recovery,
  ),
  en: englishRequest(
    'Request to lower the monthly instalment',
    en.household,
    `I ask you to: ${en.asks}.`,
    `${en.plan}{% if instalment_rises %}The highest of them, {{ dearest_instalment }}, is above the present instalment of {{ current_instalment }}. {% endif %}${en.scheduleLater}`,
    en.recovery,
  ),
}

export const waiver: Both = {
  'zh-CN': request(
    '息费减免申请',
    '上述欠款中，本金{{ owed_principal }}{% if owed_interest != "¥0.00" %}，利息{{ owed_interest }}{% endif %}{% if owed_penalty != "¥0.00" %}，罚息{{ owed_penalty }}{% endif %}{% if owed_fees != "¥0.00" %}，费用{{ owed_fees }}{% endif %}。',
    zh.household,
    `在贵方条件允许的前提下，现申请：${zh.asks}。{% if has_waiver %}以上减免合计{{ waived_total }}。{% endif %}`,
    zh.plan + zh.scheduleLater,
    zh.recovery,
  ),
  en: englishRequest(
    'Request to waive interest and charges',
    'Of this, principal is {{ owed_principal }}{% if owed_interest != "¥0.00" %}{% if owed_penalty != "¥0.00" or owed_fees != "¥0.00" %},{% else %} and{% endif %} interest {{ owed_interest }}{% endif %}{% if owed_penalty != "¥0.00" %}{% if owed_fees != "¥0.00" %},{% else %} and{% endif %} penalty interest {{ owed_penalty }}{% endif %}{% if owed_fees != "¥0.00" %} and fees {{ owed_fees }}{% endif %}.',
    en.household,
    `If conditions allow, I ask you to: ${en.asks}. {% if has_waiver %}The waivers come to {{ waived_total }} in all.{% endif %}`,
    en.plan + en.scheduleLater,
    en.recovery,
  ),
}

export const lumpSum: Both = {
  'zh-CN': request(
    '一次性结清申请',
    '本人可于{{ lump_date }}一次性支付{{ lump_amount }}（人民币{{ lump_amount_upper }}），占尚欠合计的{{ lump_share }}{% if lump_source %}，资金来源为{{ lump_source }}{% endif %}。' +
      '恳请贵方考虑以此结清全部欠款，对其余部分予以减免，并出具结清证明。',
  ),
  en: englishRequest(
    'Request to settle with a lump sum',
    'I can pay {{ lump_amount }} in one sum on {{ lump_date }}, which is {{ lump_share }} of what is owed{% if lump_source %}; the money comes from {{ lump_source }}{% endif %}. ' +
      'I ask you to consider taking it in full settlement, waiving the rest, and confirming in writing that the debt is settled.',
  ),
}

export const dateChange: Both = {
  'zh-CN': request(
    '还款日调整申请',
    `{% if asks.size > 1 %}现申请：${zh.asks}。新的还款日（每月{{ due_day }}日）自{{ first_due }}起执行。` +
      '{% else %}现申请将每月还款日调整为{{ due_day }}日，自{{ first_due }}起执行，其他约定不变。{% endif %}',
  ),
  en: englishRequest(
    'Request to change the due date',
    `{% if asks.size > 1 %}I ask you to: ${en.asks}. The new due date, day {{ due_day }} of the month, is to hold from {{ first_due }} on.` +
      '{% else %}I ask you to move the monthly due date to day {{ due_day }}, from {{ first_due }} on, with all other terms unchanged.{% endif %}',
  ),
}
