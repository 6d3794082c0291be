import type { Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '../kinds'
import { en, paragraphs, zh } from './shared'

type Both = Record<Locale, LetterTemplate>

const chinese = (title: string, ...body: string[]): LetterTemplate => ({
  title,
  salutation: zh.salutation,
  body: paragraphs(...body),
  signature: zh.signature,
})

const english = (title: string, ...body: string[]): LetterTemplate => ({
  title,
  salutation: en.salutation,
  body: paragraphs(...body),
  signature: en.signature,
})

const items = (list: string): string =>
  `{% for item in ${list} %}{% if ${list}.size > 1 %}（{{ forloop.index }}）{% endif %}{{ item }}{% unless forloop.last %}；{% endunless %}{% endfor %}`

const englishItems = (list: string): string =>
  `{% for item in ${list} %}{% if ${list}.size > 1 %}({{ forloop.index }}) {% endif %}{{ item }}{% unless forloop.last %}; {% endunless %}{% endfor %}`

export const supplement: Both = {
  'zh-CN': chinese(
    '补充材料说明',
    zh.debt,
    `贵方于{{ request_date }}要求补充以下材料：${items('requested_items')}。{% if request_deadline %}提交期限为{{ request_deadline }}。{% endif %}`,
    '现随函提交材料{{ attachments.size }}份，清单附后。以上材料真实、准确。' +
      `{% if items_to_come.size > 0 %}尚待补交的有：${items('items_to_come')}，备齐后另行提交。{% endif %}` +
      '如需其他材料，请告知名称、用途和提交方式，本人将尽快提供。',
  ),
  en: english(
    'Supplementary documents',
    en.debt,
    `On {{ request_date }} you asked for: ${englishItems('requested_items')}. {% if request_deadline %}They are due by {{ request_deadline }}.{% endif %}`,
    'I enclose {{ attachments.size }} document{% if attachments.size != 1 %}s{% endif %}, listed below. What I enclose is true and accurate. ' +
      `{% if items_to_come.size > 0 %}Still to come, as soon as I have it: ${englishItems('items_to_come')}. {% endif %}` +
      'If more is needed, please tell me what, what for and how to hand it in.',
  ),
}

export const counterReply: Both = {
  'zh-CN': chinese(
    '还价答复',
    zh.debt,
    `贵方于{{ counter_date }}就本人第{{ counter_version }}版方案提出：${items('counter_terms')}。`,
    '{% if counter_is_accepted %}本人经核对收支，接受上述条件，恳请贵方据此出具书面确认，本人将按约履行。' +
      `{% else %}本人目前可支配余额为每月{{ disposable }}{% if nothing_left %}，而按约定每月须还其他债权方{{ paid_elsewhere }}，已没有余额{% elsif paid_elsewhere %}（其中{{ paid_elsewhere }}已按约定用于偿还其他债务）{% endif %}，结合收支情况，恳请改为考虑：${items('counter_answer')}。{% endif %}`,
    '感谢贵方的答复。本人愿意继续沟通，最终安排以双方自愿达成的书面约定为准。',
  ),
  en: english(
    'Answer to the counter-offer',
    en.debt,
    `On {{ counter_date }} you answered version {{ counter_version }} of my proposal with: ${englishItems('counter_terms')}.`,
    '{% if counter_is_accepted %}Having checked my budget, I accept these terms and ask you to confirm them in writing; I will keep to them.' +
      `{% else %}My disposable income is {{ disposable }} a month{% if nothing_left %}, while {{ paid_elsewhere }} a month is agreed with other creditors, so that nothing is left{% elsif paid_elsewhere %}, of which {{ paid_elsewhere }} goes to other debts as agreed{% endif %}. In view of it I ask you to consider instead: ${englishItems('counter_answer')}.{% endif %}`,
    'Thank you for your answer. I am glad to go on talking; what both sides freely agree in writing decides.',
  ),
}

/** Asks how far a proposal has got that nobody has answered; it names no amount and asks for nothing new. */
export const reminder: Both = {
  'zh-CN': chinese(
    '关于答复还款方案的催询函',
    '本人{{ client_name }}，{{ product_name }}借款合同尾号{{ contract_tail }}，合同贷款人为{{ lender_name }}。',
    '本人于{{ sent_on }}通过{{ sent_channel }}向贵方提交了第{{ sent_version }}版还款方案{% if expected_reply_by %}，期望于{{ expected_reply_by }}前得到答复{% endif %}。截至{{ today }}，本人尚未收到贵方的答复。',
    '恳请告知该申请的办理进度和预计答复时间，并以书面形式答复。如需补充材料，请说明名称、用途和提交方式，本人将尽快提供。',
    '本人愿意继续履行还款义务，也愿意继续沟通。是否调整由贵方审核、双方自愿协商确定。',
  ),
  en: english(
    'Reminder: answer to a repayment proposal',
    'I, {{ client_name }}, have a {{ product_name }} loan (contract ending {{ contract_tail }}; contract lender: {{ lender_name }}).',
    'On {{ sent_on }} I sent you version {{ sent_version }} of a repayment proposal by {{ sent_channel }}{% if expected_reply_by %}, hoping for an answer by {{ expected_reply_by }}{% endif %}. As of {{ today }} I have not received one.',
    'Please tell me how far my request has got and when I may expect an answer, and answer in writing. If documents are missing, please tell me which, what for and how to hand them in.',
    'I remain willing to repay and to go on talking. Any change of terms is for you to review and for both sides to agree freely.',
  ),
}

export const confirmationRequest: Both = {
  'zh-CN': chinese(
    '书面确认请求函',
    zh.debt,
    `贵方于{{ decision_date }}通过{{ decision_channel }}{% if decision_agent %}（工号{{ decision_agent }}）{% endif %}告知本人：${items('granted_terms')}。`,
    '根据{{ cite_civil_544 }}，变更内容约定不明确的，推定为未变更。为便于双方履行，恳请贵方出具书面确认（还款计划书），并载明：' +
      '一、欠款余额、构成和币种；二、还款周期、方式、日期和各期金额；三、利息、罚息和费用是否继续计收；四、减免的项目和金额；' +
      '五、双方的权利义务和违约处理；六、还款账户和其他约定。',
    '收到书面确认并核对无误后，本人将签署并交回回执，按约履行。',
  ),
  en: english(
    'Request for written confirmation',
    en.debt,
    `On {{ decision_date }} you told me by {{ decision_channel }}{% if decision_agent %} (agent {{ decision_agent }}){% endif %}: ${englishItems('granted_terms')}.`,
    'Under {{ cite_civil_544 }}, a variation that is unclear counts as none. So that both sides can keep to it, please confirm it in writing, stating: ' +
      '1. the balance, what it is made of and its currency; 2. the period, method, dates and amounts of the instalments; 3. whether interest, penalties and fees go on; ' +
      '4. what is waived and how much; 5. rights, duties and what follows a breach; 6. the account to pay to and anything else agreed.',
    'Once I have received and checked it, I will return the signed receipt and keep to the agreement.',
  ),
}

/** For the information provider or the credit reference centre; the recipient says which. */
export const creditDispute: Both = {
  'zh-CN': chinese(
    '征信异议申请',
    '本人{{ client_name }}，证件号码{{ client_id_number }}。在{{ report_date }}的信用报告{% if report_no %}（编号{{ report_no }}）{% endif %}中，' +
      `以下信息与实际情况不符：${items('disputed_items')}。`,
    '实际情况为：{{ correction }}',
    '根据{{ cite_credit_25 }}，现提出异议，恳请核查，并自收到本申请之日起二十日内书面答复核查结果。{% if attachments.size > 0 %}随函附相关材料{{ attachments.size }}份，{% else %}以上{% endif %}内容真实、准确。',
  ),
  en: english(
    'Credit report dispute',
    `I, {{ client_name }}, ID number {{ client_id_number }}, find that these entries of the credit report of {{ report_date }}{% if report_no %} (no. {{ report_no }}){% endif %} do not match the facts: ${englishItems('disputed_items')}.`,
    'The facts are: {{ correction }}',
    'Under {{ cite_credit_25 }} I dispute them and ask you to check, and to answer in writing within twenty days of receiving this. {% if attachments.size > 0 %}I enclose {{ attachments.size }} document{% if attachments.size != 1 %}s{% endif %}; what I enclose is true and accurate.{% else %}What I state is true and accurate.{% endif %}',
  ),
}

/** One complaint is about one documented contact. */
export const collectionComplaint: Both = {
  'zh-CN': chinese(
    '催收行为投诉',
    zh.debt,
    '{{ conduct_at }}，{{ conduct_party }}以{{ conduct_channel }}方式催收，经过如下：{{ conduct_description }}',
    '上述情形与{{ conduct_rule }}的要求不一致：{{ conduct_broken }}。恳请贵方核实本次联系，规范催收方式，并书面告知核实结果。随函附记录{{ attachments.size }}份。',
    '本投诉仅针对上述一次联系。本人愿意就还款安排继续与贵方沟通。',
  ),
  en: english(
    'Complaint about collection conduct',
    en.debt,
    'On {{ conduct_at }}, {{ conduct_party }} made contact by {{ conduct_channel }} to collect this debt. What happened: {{ conduct_description }}',
    'This does not match {{ conduct_rule }}: {{ conduct_broken }}. Please look into this contact, see to proper conduct, and tell me the result in writing. I enclose {{ attachments.size }} record{% if attachments.size != 1 %}s{% endif %} of it.',
    'This complaint is about that one contact only. I am glad to go on talking about repayment.',
  ),
}
