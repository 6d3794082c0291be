/** Sentences that several letters share, so that they say the same thing in the same words. */
export const zh = {
  salutation: '{{ recipient }}：',
  signature: '申请人：{{ client_name }}\n\n{% if client_phone %}联系电话：{{ client_phone }}\n\n{% endif %}{{ today }}',
  debt:
    '本人{{ client_name }}，{{ product_name }}借款合同尾号{{ contract_tail }}，合同贷款人为{{ lender_name }}。截至{{ balance_date }}，' +
    '尚欠款项合计{{ owed_total }}（人民币{{ owed_total_upper }}）{% if plan_paid %}，按约定的还款安排另已还{{ plan_paid }}，未从中扣除{% endif %}{% if is_overdue %}，至今已逾期{{ days_past_due }}天{% endif %}' +
    '{% if remaining_periods %}，剩余{{ remaining_periods }}期{% endif %}{% if next_due %}，下一还款日为{{ next_due }}{% endif %}。',
  hardship:
    '因{{ hardship_causes }}，自{{ hardship_since }}起，本人难以按原计划还款，但愿意继续履行还款义务。' +
    '{% if hardship_until %}预计至{{ hardship_until }}情况好转。{% endif %}{% if hardship_statement %}具体情况：{{ hardship_statement }}{% endif %}',
  household:
    '{% if income %}按{{ statement_date }}的收支表，本人月净收入{{ income }}{% if income_before %}（此前为{{ income_before }}）{% endif %}，' +
    '必要支出{{ essentials }}，生活预留{{ reserve }}，可支配余额{{ disposable }}{% if nothing_left %}，而按约定每月须还其他债权方{{ paid_elsewhere }}，已没有余额{% if shortfall %}偿还原每期应还的{{ current_instalment }}{% endif %}{% elsif paid_elsewhere %}，其中{{ paid_elsewhere }}已按约定用于偿还其他债务{% endif %}' +
    '{% if shortfall and nothing_left == false %}；原每期应还{{ current_instalment }}，超出{% if paid_elsewhere %}所余部分{% else %}该余额{% endif %}{{ shortfall }}{% endif %}。{% endif %}',
  asks: '{% for item in asks %}{% if asks.size > 1 %}（{{ forloop.index }}）{% endif %}{{ item }}{% unless forloop.last %}；{% endunless %}{% endfor %}',
  plan:
    '按此方案，{% if new_periods == "1" %}于{{ first_due }}一次付清{{ new_total }}，其中利息{{ new_interest }}。{% else %}自{{ first_due }}起分{{ new_periods }}期偿还，{% if is_level %}{% if first_instalment != new_instalment %}首期{{ first_instalment }}，其后{% endif %}' +
    '每期{{ new_instalment }}，末期{{ last_instalment }}，{% else %}各期金额不等，最高一期{{ dearest_instalment }}，{% endif %}还款合计{{ new_total }}，其中利息{{ new_interest }}，至{{ last_due }}还清。{% endif %}' +
    '{% if treatment %}{% if has_waiver %}未获减免的部分{% else %}应付而未付的款项{% endif %}{{ treatment }}。{% endif %}' +
    '{% if interest_joins %}此前约定的暂停期内、或提前还清的期内尚待产生的利息{{ joining_interest }}，产生后计入本金。{% endif %}',
  /** What is paid each time, and a first or last time that is dearer or cheaper. */
  instalments:
    '{% if is_level %}{% if first_instalment != new_instalment %}首期{{ first_instalment }}，其后{% endif %}每期{{ new_instalment }}' +
    '{% if last_instalment != new_instalment %}，末期{{ last_instalment }}{% endif %}{% else %}各期不等，最高一期{{ dearest_instalment }}{% endif %}',
  /** Only the letter of a proposal has its schedule on pages of its own. */
  scheduleEnclosed: '各期日期与金额见所附还款计划测算，以贵方书面确认为准。',
  scheduleLater: '以上为测算，各期日期与金额以贵方书面确认为准。',
  recovery:
    '{% if shows_recovery %}按原计划，每期应还{{ current_instalment }}，超出本人{% if paid_elsewhere %}偿还其他债务后的{% endif %}可支配余额{{ shortfall }}，难以持续；' +
    '按本方案，每期{% if is_level %}{{ new_instalment }}{% else %}不超过{{ dearest_instalment }}{% endif %}，在本人可负担的范围内，可以持续还至{{ last_due }}，还款合计{{ new_total }}，也有利于贵方平稳收回款项。{% endif %}',
  truthOfAll: '以上情况和所附材料真实、准确，',
  truth: '以上情况{% if attachments.size > 0 %}和所附材料{% endif %}真实、准确，',
  closing:
    '如有变化，本人将及时告知。是否调整由贵方审核、双方自愿协商确定，恳请予以考虑，并以书面形式答复。' +
    '{% if reply_by %}如方便，盼于{{ reply_by }}前告知结果。{% endif %}',
} as const

export const en = {
  salutation: 'To {{ recipient }},',
  signature: 'Applicant: {{ client_name }}\n\n{% if client_phone %}Phone: {{ client_phone }}\n\n{% endif %}{{ today }}',
  debt:
    'I, {{ client_name }}, have a {{ product_name }} loan (contract ending {{ contract_tail }}; contract lender: {{ lender_name }}). ' +
    'As of {{ balance_date }}, the amount owed comes to {{ owed_total }}{% if plan_paid %}, before {{ plan_paid }} already paid under the agreed plan{% endif %}{% if is_overdue %}, by now {{ days_past_due }} day{% if days_past_due != "1" %}s{% endif %} past due{% endif %}' +
    '{% if remaining_periods %}, {{ remaining_periods }} instalment{% if remaining_periods != "1" %}s{% endif %} left{% endif %}{% if next_due %}, the next {% unless remaining_periods %}instalment {% endunless %}on {{ next_due }}{% endif %}.',
  hardship:
    'Because of {{ hardship_causes }}, since {{ hardship_since }} I have found it hard to keep to the original plan; I remain willing to repay. ' +
    '{% if hardship_until %}I expect matters to improve by {{ hardship_until }}. {% endif %}{% if hardship_statement %}My circumstances: {{ hardship_statement }}{% endif %}',
  household:
    '{% if income %}According to my financial statement of {{ statement_date }}, my net income is {{ income }} a month' +
    '{% if income_before %} (before: {{ income_before }}){% endif %}, essential outgoings are {{ essentials }}, the living reserve is {{ reserve }} ' +
    'and disposable income is {{ disposable }}{% if nothing_left %}, while {{ paid_elsewhere }} a month is agreed with other creditors, so that nothing is left{% if shortfall %} for the present instalment of {{ current_instalment }}{% endif %}{% elsif paid_elsewhere %}, of which {{ paid_elsewhere }} goes to other debts as agreed{% endif %}{% if shortfall and nothing_left == false %}; the present instalment of {{ current_instalment }} is {{ shortfall }} beyond {% if paid_elsewhere %}what is left of it{% else %}it{% endif %}{% endif %}.{% endif %}',
  asks: '{% for item in asks %}{% if asks.size > 1 %}({{ forloop.index }}) {% endif %}{{ item }}{% unless forloop.last %}; {% endunless %}{% endfor %}',
  plan:
    'Under this plan I would pay {% if new_periods == "1" %}{{ new_total }} once, on {{ first_due }}, of which {{ new_interest }} is interest. {% else %}{{ new_periods }} instalments from {{ first_due }}, {% if is_level %}{% if first_instalment != new_instalment %}the first {{ first_instalment }}, then {% endif %}' +
    '{{ new_instalment }} each, the last {{ last_instalment }}{% else %}of differing amounts, the highest {{ dearest_instalment }}{% endif %}: {{ new_total }} in all, of which {{ new_interest }} is interest, ending on {{ last_due }}. {% endif %}' +
    '{% if treatment %}{% if has_waiver %}What is not waived{% else %}What is due and not yet paid{% endif %} would be {{ treatment }}. {% endif %}' +
    '{% if interest_joins %}Interest of a pause agreed before, or of instalments paid before their day, {{ joining_interest }} still to come, is added to the principal as it accrues. {% endif %}',
  instalments:
    '{% if is_level %}{% if first_instalment != new_instalment %}{{ first_instalment }} first, then {% endif %}{{ new_instalment }} each time' +
    '{% if last_instalment != new_instalment %}, {{ last_instalment }} last{% endif %}{% else %}differing amounts, at most {{ dearest_instalment }}{% endif %}',
  scheduleEnclosed: 'Dates and amounts are in the enclosed schedule, which is an estimate; your written confirmation decides.',
  scheduleLater: 'These figures are an estimate; your written confirmation of dates and amounts decides.',
  recovery:
    '{% if shows_recovery %}The present instalment of {{ current_instalment }} is {{ shortfall }} beyond {% if paid_elsewhere %}what other debts leave of {% endif %}my disposable income and cannot be kept up; ' +
    'an instalment of {% if is_level %}{{ new_instalment }}{% else %}at most {{ dearest_instalment }}{% endif %} is within it, can be kept up until {{ last_due }} and repays {{ new_total }}, which serves your recovery as well.{% endif %}',
  truthOfAll: 'What I state here and the documents enclosed are true and accurate; ',
  truth:
    'What I state here {% if attachments.size > 0 %}and the documents enclosed are{% else %}is{% endif %} true and accurate; ',
  closing:
    'I will tell you of any change. Any change of terms is for you to review and for both sides to agree freely. ' +
    'I would be grateful if you would consider this request and answer in writing{% if reply_by %}, if possible by {{ reply_by }}{% endif %}.',
} as const

/** Paragraphs of a body, in order. */
export const paragraphs = (...parts: readonly string[]): string => parts.join('\n\n')
