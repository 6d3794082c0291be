import type { Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '../kinds'
import { paragraphs } from './shared'

type Both = Record<Locale, LetterTemplate>

const chinese = (title: string, ...body: string[]): LetterTemplate => ({
  title,
  salutation: '{{ client_name }}，您好：',
  body: paragraphs(...body),
  signature: '{{ organisation_name }}\n\n{% if counsellor_name %}辅导员：{{ counsellor_name }}{% endif %}\n\n{{ today }}',
})

const english = (title: string, ...body: string[]): LetterTemplate => ({
  title,
  salutation: 'Dear {{ client_name }},',
  body: paragraphs(...body),
  signature: '{{ organisation_name }}\n\n{% if counsellor_name %}Counsellor: {{ counsellor_name }}{% endif %}\n\n{{ today }}',
})

/** Asks a client for the papers that are missing: what, by when, what for, and what to do where one cannot be had. */
export const documentRequest: Both = {
  'zh-CN': chinese(
    '请您补充材料',
    '您的案件（编号{{ case_no }}）还需要这些材料：{% for item in wanted_items %}（{{ forloop.index }}）{{ item }}{% unless forloop.last %}；{% endunless %}{% endfor %}。' +
      '{% if wanted_deadline %}请在{{ wanted_deadline }}前给我们，{% endif %}拍照、截图或扫描都可以。',
    '这些材料只用于协商您的还款安排，没有您的同意，我们不会交给别人。哪一项暂时拿不到，请告诉我们，一起想办法。',
    '我们不会向您要账户密码、验证码，也不会让您先转账。{% if organisation_contact %}有不明白的地方，请联系我们：{{ organisation_contact }}。{% endif %}',
  ),
  en: english(
    'Documents we need from you',
    'For your case ({{ case_no }}) these documents are still missing: {% for item in wanted_items %}({{ forloop.index }}) {{ item }}{% unless forloop.last %}; {% endunless %}{% endfor %}. ' +
      '{% if wanted_deadline %}Please let us have them by {{ wanted_deadline }}. {% endif %}A photo, a screenshot or a scan will do.',
    'They are used to negotiate your repayment and for nothing else; we hand nothing on without your consent. If one cannot be had, tell us, and we find another way together.',
    'We never ask for passwords or verification codes, nor for money in advance. {% if organisation_contact %}Anything unclear? {{ organisation_contact }}{% endif %}',
  ),
}

/** Tells a client of the next instalment of an agreed plan: how much, when, and whom to tell where it cannot be paid. */
export const planReminder: Both = {
  'zh-CN': chinese(
    '还款提醒',
    '您和{{ lender_name }}约定的还款计划（{{ product_name }}，合同尾号{{ contract_tail }}），第{{ instalment_no }}期{{ instalment_amount }}，还款日是{{ instalment_due }}。' +
      '{% if instalment_is_late %}我们还没有看到这一期的还款记录；如果已经还了，请把凭证给我们。{% endif %}',
    '请按约定的方式直接还给债权方。我们不代收款项，也不会让您把钱转给任何个人。',
    '这一期如果还不上，请先告诉我们{% if organisation_contact %}（{{ organisation_contact }}）{% endif %}，一起想办法。您按约还款的每一笔，我们都会记下来。',
  ),
  en: english(
    'Your next instalment',
    'Of the plan agreed with {{ lender_name }} ({{ product_name }}, contract ending {{ contract_tail }}), instalment {{ instalment_no }} of {{ instalment_amount }} {% if instalment_is_late %}was{% else %}is{% endif %} due on {{ instalment_due }}. ' +
      '{% if instalment_is_late %}We have no record of it being paid yet; if you have paid it, please let us have the receipt.{% endif %}',
    'Please pay it straight to the creditor, the way that was agreed. We take no payments, and never ask you to send money to anybody in person.',
    'If you cannot pay it, tell us first{% if organisation_contact %} ({{ organisation_contact }}){% endif %}, and we find a way together. Every payment you make is put on record.',
  ),
}
