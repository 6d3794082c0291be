import type { Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '../kinds'
import { en, paragraphs, zh } from './shared'

type Both = Record<Locale, LetterTemplate>

/** What to say on the phone, in the order it is said. */
export const phoneScript: Both = {
  'zh-CN': {
    title: '电话要点',
    salutation: '',
    body: paragraphs(
      '开场：您好，我是{{ client_name }}，{{ product_name }}借款，合同尾号{{ contract_tail }}。请登记本次来电，并告诉我您的工号。',
      '说明困难：因{{ hardship_causes }}，自{{ hardship_since }}起难以按原计划还款。目前月净收入{{ income }}，必要支出{{ essentials }}，每月能用于还款的是{{ disposable }}{% if nothing_left %}，而按约定每月须还其他债权方{{ paid_elsewhere }}，已没有余额{% elsif paid_elsewhere %}，其中{{ paid_elsewhere }}已约定还其他债务{% endif %}。',
      `提出请求：希望${zh.asks}。`,
      `{% unless is_lump_sum %}说清方案：{% if new_periods == "1" %}{{ first_due }}一次付清{{ new_total }}{% else %}自{{ first_due }}起，${zh.instalments}，共{{ new_periods }}期，合计{{ new_total }}{% endif %}。{% endunless %}`,
      '问清四件事：需要哪些材料？交到哪里？多久答复？能否书面答复？',
      '{% if attachments.size > 0 %}已经备好的材料：{% for item in attachments %}{{ item }}{% unless forloop.last %}、{% endunless %}{% endfor %}。{% endif %}',
      '挂断前复述一遍，记下时间、工号和客服答应的答复日期。',
      '没有把握的金额和日期，先说“我核对后再回复您”。不提供密码和验证码。',
    ),
    signature: '',
  },
  en: {
    title: 'Phone script',
    salutation: '',
    body: paragraphs(
      'Opening: Hello, this is {{ client_name }}, about a {{ product_name }} loan, contract ending {{ contract_tail }}. Please log this call and give me your agent number.',
      'The hardship: because of {{ hardship_causes }}, since {{ hardship_since }} the original plan has been hard to keep. Net income is {{ income }} a month, essential outgoings {{ essentials }}, and {{ disposable }} is left for repayment{% if nothing_left %}, while {{ paid_elsewhere }} a month is agreed with other creditors, so that nothing remains{% elsif paid_elsewhere %}, of which {{ paid_elsewhere }} goes to other debts as agreed{% endif %}.',
      `The request: I would like you to ${en.asks}.`,
      `{% unless is_lump_sum %}The plan: {% if new_periods == "1" %}{{ new_total }} once, on {{ first_due }}{% else %}from {{ first_due }}, ${en.instalments}, {{ new_periods }} instalments, {{ new_total }} in all{% endif %}.{% endunless %}`,
      'Four questions: Which documents? Where to send them? When will you answer? Will it be in writing?',
      '{% if attachments.size > 0 %}Documents at hand: {% for item in attachments %}{{ item }}{% unless forloop.last %}, {% endunless %}{% endfor %}.{% endif %}',
      'Before hanging up, repeat it all; note the time, the agent number and the date promised.',
      'Unsure of an amount or a date? Say “I will check and call back.” Give no passwords or verification codes.',
    ),
    signature: '',
  },
}

/** One page for the client, in plain words. */
export const clientSummary: Both = {
  'zh-CN': {
    title: '客户摘要',
    salutation: '{{ client_name }}，您好：',
    body: paragraphs(
      '您欠多少：截至{{ balance_date }}，{{ product_name }}（合同尾号{{ contract_tail }}）合计{{ owed_total }}{% if plan_paid %}，您按约定的还款安排另已还{{ plan_paid }}，未从中扣除{% endif %}{% if is_overdue %}，至今已逾期{{ days_past_due }}天{% endif %}。',
      `我们请债权方：${zh.asks}。`,
      `{% if is_lump_sum %}要付多少：{{ lump_date }}一次付{{ lump_amount }}。{% elsif new_periods == "1" %}要付多少：{{ first_due }}一次付{{ new_total }}，其中利息{{ new_interest }}。{% else %}要付多少：${zh.instalments}{% if current_instalment %}（现在每期{{ current_instalment }}）{% endif %}，共{{ new_periods }}期，合计{{ new_total }}，其中利息{{ new_interest }}，最后一期在{{ last_due }}。{% if lump_sums %}其中{{ lump_sums }}。{% endif %}{% endif %}` +
        '{% if buffer %}还款之后，每月还余{{ buffer }}。{% endif %}',
      '接下来您要做：看一遍申请函和还款计划，没有问题就在客户门户里确认；有不对的地方，告诉我们。',
      '如果债权方不同意：我们会问清原因，和您一起看是补充材料、换一个方案，还是走调解或投诉途径。在新的书面约定之前，原来的还款约定不变。',
      '请您知道：协商是双方自愿的；即使谈成，已经逾期的记录仍可能报送征信系统。',
      '联系我们：{{ organisation_name }}{% if counsellor_name %}，{{ counsellor_name }}{% endif %}{% if organisation_contact %}，{{ organisation_contact }}{% endif %}。案件编号{{ case_no }}，方案第{{ version }}版。',
    ),
    signature: '',
  },
  en: {
    title: 'Your summary',
    salutation: 'Dear {{ client_name }},',
    body: paragraphs(
      'What you owe: {{ owed_total }} on {{ product_name }} (contract ending {{ contract_tail }}) as of {{ balance_date }}{% if plan_paid %}, before {{ plan_paid }} you have paid under the agreed plan{% endif %}{% if is_overdue %}, by now {{ days_past_due }} day{% if days_past_due != "1" %}s{% endif %} past due{% endif %}.',
      `What we ask the creditor: to ${en.asks}.`,
      `{% if is_lump_sum %}What you pay: {{ lump_amount }} once, on {{ lump_date }}.{% elsif new_periods == "1" %}What you pay: {{ new_total }} once, on {{ first_due }}, of which {{ new_interest }} is interest.{% else %}What you pay: ${en.instalments}{% if current_instalment %} (now {{ current_instalment }} each){% endif %}, {{ new_periods }} instalments, {{ new_total }} in all, of which {{ new_interest }} is interest; the last one on {{ last_due }}.{% if lump_sums %} Of these you pay {{ lump_sums }}.{% endif %}{% endif %}` +
        '{% if buffer %} That leaves you {{ buffer }} a month.{% endif %}',
      'What you do next: read the letter and the schedule; confirm in the portal if they are right, and tell us if they are not.',
      'If the creditor refuses: we will ask why and look with you at more documents, another plan, mediation or a complaint. Until there is a new agreement in writing, the old one stands.',
      'Please bear in mind: both sides negotiate freely; even with an agreement, overdue payments may still be reported to the credit reference system.',
      'Reach us: {{ organisation_name }}{% if counsellor_name %}, {{ counsellor_name }}{% endif %}{% if organisation_contact %}, {{ organisation_contact }}{% endif %}. Case {{ case_no }}, version {{ version }}.',
    ),
    signature: '',
  },
}
