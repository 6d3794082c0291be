import type { Locale } from '@/db/vocabulary'
import type { LetterTemplate } from '../kinds'
import { paragraphs } from './shared'

type Both = Record<Locale, LetterTemplate>

const listed = (list: string): string =>
  `{% for item in ${list} %}（{{ forloop.index }}）{{ item }}{% unless forloop.last %}；{% endunless %}{% endfor %}`
const englishListed = (list: string): string =>
  `{% for item in ${list} %}({{ forloop.index }}) {{ item }}{% unless forloop.last %}; {% endunless %}{% endfor %}`

/** States what 民法典 165 asks for: agent, matters, scope, term, and the principal's signature. */
export const authority: Both = {
  'zh-CN': {
    title: '授权委托书',
    salutation: '',
    body: paragraphs(
      '委托人：{{ client_name }}，证件号码{{ client_id_number }}。',
      '受托人：{{ organisation_name }}{% if counsellor_name %}，经办人{{ counsellor_name }}{% endif %}。',
      `委托人就{{ product_name }}借款（合同尾号{{ contract_tail }}，合同贷款人{{ lender_name }}）的还款协商，委托受托人办理以下事项：${listed('authority_matters')}。`,
      '权限：受托人可就上述事项与债权方沟通、递交材料、转达意见和接收答复。确认方案、签署协议和其他处分委托人权利的事项，须由委托人本人确认。本委托不含诉讼代理；未经委托人书面同意，不得转委托。',
      '{% if organisation_fee %}费用：{{ organisation_fee }}，不按协商结果收取。{% else %}费用：受托人办理上述事项不收取费用。{% endif %}受托人不收取、不保管委托人的账户密码、验证码、银行卡和手机卡。',
      '期限：自{{ authority_from }}至{{ authority_until }}。委托人可以随时书面撤销本委托。',
    ),
    signature: '委托人（签名）：{{ client_name }}\n\n受托人（盖章）：{{ organisation_name }}\n\n{{ today }}',
  },
  en: {
    title: 'Letter of authority',
    salutation: '',
    body: paragraphs(
      'Principal: {{ client_name }}, ID number {{ client_id_number }}.',
      'Agent: {{ organisation_name }}{% if counsellor_name %}, acting through {{ counsellor_name }}{% endif %}.',
      `The principal authorises the agent, in negotiating repayment of the {{ product_name }} loan (contract ending {{ contract_tail }}, contract lender {{ lender_name }}), to: ${englishListed('authority_matters')}.`,
      'Scope: the agent may talk with the creditor, hand in documents, pass on what the principal says and receive answers. Confirming a proposal, signing an agreement and anything else that disposes of the principal’s rights stay with the principal. Court proceedings are not included. No sub-delegation without the principal’s written consent.',
      '{% if organisation_fee %}Fee: {{ organisation_fee }}, whatever the outcome.{% else %}Fee: none for these matters.{% endif %} The agent neither takes nor keeps passwords, verification codes, bank cards or SIM cards.',
      'Term: from {{ authority_from }} to {{ authority_until }}. The principal may revoke this authority in writing at any time.',
    ),
    signature: 'Principal (signature): {{ client_name }}\n\nAgent (seal): {{ organisation_name }}\n\n{{ today }}',
  },
}

export const truthDeclaration: Both = {
  'zh-CN': {
    title: '真实性声明',
    salutation: '{{ recipient }}：',
    body: paragraphs(
      '本人{{ client_name }}，就{{ product_name }}借款（合同尾号{{ contract_tail }}）的还款协商，声明如下：',
      '一、本人陈述的收入、支出、负债和困难情况真实、完整、准确。',
      `二、本人提交的以下材料为原件或者与原件一致的复制件，未经涂改：${listed('attachments')}。`,
      '三、情况发生变化时，本人将及时告知。本人知悉提供虚假材料应当承担的法律责任。',
    ),
    signature: '声明人：{{ client_name }}\n\n{{ today }}',
  },
  en: {
    title: 'Declaration of truth',
    salutation: 'To {{ recipient }},',
    body: paragraphs(
      'I, {{ client_name }}, declare for the negotiation of the {{ product_name }} loan (contract ending {{ contract_tail }}):',
      '1. What I state about income, outgoings, debts and hardship is true, complete and accurate.',
      `2. These documents are originals or true copies and have not been altered: ${englishListed('attachments')}.`,
      '3. I will tell you of any change. I know what the law provides for false documents.',
    ),
    signature: 'Declared by: {{ client_name }}\n\n{{ today }}',
  },
}

/** From the organisation to the client, after a session of advice. */
export const adviceConfirmation: Both = {
  'zh-CN': {
    title: '咨询确认书',
    salutation: '{{ client_name }}，您好：',
    body: paragraphs(
      '感谢您于{{ advice_date }}与我们沟通（案件编号{{ case_no }}）。现将咨询内容记录如下，请核对。',
      `我们谈到：${listed('advice_points')}。`,
      `您的选择：${listed('client_choices')}。`,
      '请您了解：协商还款由双方自愿进行，债权方可能同意、部分同意或者不同意；在达成书面约定之前，原合同的还款义务不变；即使达成约定，已发生的逾期仍可能按规定报送征信系统。',
      '{% if organisation_fee %}本次服务费用为{{ organisation_fee }}，不按协商结果收取。{% else %}本次服务不收取费用。{% endif %}我们不会向您要账户密码、验证码，也不会让您先转账。',
      '如内容有误或者情况有变化，请告诉我们{% if organisation_contact %}：{{ organisation_contact }}{% endif %}。',
    ),
    signature: '{{ organisation_name }}\n\n{% if counsellor_name %}辅导员：{{ counsellor_name }}{% endif %}\n\n{{ today }}',
  },
  en: {
    title: 'Confirmation of advice',
    salutation: 'Dear {{ client_name }},',
    body: paragraphs(
      'Thank you for talking with us on {{ advice_date }} (case {{ case_no }}). This is our record of it; please check it.',
      `We spoke about: ${englishListed('advice_points')}.`,
      `You chose: ${englishListed('client_choices')}.`,
      'Please bear in mind: negotiation is voluntary on both sides, and the creditor may agree, agree in part or refuse. Until something is agreed in writing, the duty to repay under the contract stays as it is. Even with an agreement, overdue payments may still be reported to the credit reference system.',
      '{% if organisation_fee %}The fee for this service is {{ organisation_fee }}, whatever the outcome.{% else %}This service is free of charge.{% endif %} We never ask for passwords or verification codes, nor for money in advance.',
      'If anything is wrong or changes, please tell us{% if organisation_contact %}: {{ organisation_contact }}{% endif %}.',
    ),
    signature: '{{ organisation_name }}\n\n{% if counsellor_name %}Counsellor: {{ counsellor_name }}{% endif %}\n\n{{ today }}',
  },
}
