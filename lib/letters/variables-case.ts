import { nameIn } from '@/lib/creditors/names'
import { words } from '@/lib/i18n/words'
import { type Money, sum } from '@/lib/platform/money'
import { rmbUpper } from '@/lib/platform/rmb-upper'
import type { DebtFacts, LetterFacts } from './facts'
import { amountOf, countOf, dateOf, fact, monthOf, sentenceOf, type Variable } from './variable'
import { amountText, type Wording } from './wording'

/** Variables about the people, the debt, the hardship and the household. */
export const caseVariables = {
  today: fact('今天', 'Today', 'clock', ({ today }, { date }) => date(today)),
  case_no: fact('案件编号', 'Case number', 'case.number', (facts) => facts.caseNo),
  client_name: fact('客户姓名', 'Client’s name', 'client.name', (facts) => facts.client.name),
  client_id_number: fact('证件号码', 'ID number', 'client.idNumber', (facts) => facts.client.idNumber ?? null),
  client_phone: fact('联系电话', 'Phone', 'client.phone', (facts) => facts.client.phone ?? null),
  organisation_name: fact('机构名称', 'Organisation', 'organisation.name', (facts) => facts.organisation.name),
  organisation_contact: fact(
    '机构联系方式',
    'Organisation’s contact',
    'organisation.contact',
    (facts) => facts.organisation.contact ?? null,
  ),
  organisation_fee: fact('服务费用', 'Fee', 'organisation.fee', (facts) => amountOf(facts.organisation.fee)),
  counsellor_name: fact('辅导员', 'Counsellor', 'case.owner', (facts) => facts.counsellor ?? null),

  recipient: fact('收件部门', 'Recipient', 'creditor.contact', (facts) => facts.creditor.recipient),
  lender_name: fact('合同贷款人', 'Contract lender', 'debt.lender', (facts) => facts.creditor.lender),
  product_name: fact('产品', 'Product', 'debt.product', ({ creditor }, { language }) =>
    inSentence(nameIn(language, creditor.product)),
  ),

  is_credit_card: fact('是否信用卡', 'Credit card?', 'debt.product', ({ creditor }) => creditor.productType === 'CREDIT_CARD'),

  contract_tail: fact('合同尾号', 'Contract number, last four', 'debt.contractNo', contractTails),
  balance_date: fact('欠款核对日', 'Balance as of', 'balanceSnapshot.capturedAt', (facts, { date }) =>
    date(facts.debt.balanceOn),
  ),
  owed_total: fact('尚欠合计', 'Owed in total', 'balanceSnapshot.buckets', (facts) => amountText(owed(facts.debt))),
  owed_total_upper: fact('尚欠合计大写', 'Owed in total, in capitals', 'balanceSnapshot.buckets', (facts) =>
    rmbUpper(owed(facts.debt)),
  ),
  owed_principal: fact('尚欠本金', 'Principal owed', 'balanceSnapshot.buckets', (facts) =>
    amountText(bucket(facts, 'principal', 'overduePrincipal')),
  ),
  owed_interest: fact('尚欠利息', 'Interest owed', 'balanceSnapshot.buckets', (facts) =>
    amountText(bucket(facts, 'interest', 'overdueInterest')),
  ),
  owed_penalty: fact('尚欠罚息', 'Penalty interest owed', 'balanceSnapshot.buckets', (facts) =>
    amountText(bucket(facts, 'penaltyPrincipal', 'penaltyInterest')),
  ),
  owed_fees: fact('尚欠费用', 'Fees owed', 'balanceSnapshot.buckets', (facts) => amountText(bucket(facts, 'fees'))),
  plan_paid: fact('约定后已还', 'Paid under the agreed plan', 'payments', ({ debt }) =>
    debt.planPaid?.gt(0) ? amountText(debt.planPaid) : null,
  ),
  is_overdue: fact('是否逾期', 'Overdue?', 'debt.daysPastDue', (facts) => (facts.debt.daysPastDue ?? 0) > 0),
  days_past_due: fact('逾期天数', 'Days past due', 'debt.daysPastDue', (facts) => countOf(facts.debt.daysPastDue)),
  next_due: fact('下一还款日', 'Next due date', 'debt.nextDue', ({ debt }, say) => dateOf(debt.nextDue, say)),
  current_instalment: fact('现每期应还', 'Instalment now', 'debt.instalment', (facts) => amountOf(facts.debt.instalment)),
  is_before_maturity: fact(
    '是否未到期',
    'Before maturity?',
    'debt.maturity',
    ({ debt, today }) => debt.maturity !== undefined && today <= debt.maturity,
  ),
  remaining_periods: fact('剩余期数', 'Instalments left', 'debt.remainingPeriods', (facts) =>
    countOf(facts.debt.remainingPeriods),
  ),

  hardship_causes: fact('困难事由', 'Cause of hardship', 'hardship.type', hardshipCauses),
  hardship_since: fact('困难开始', 'Hardship since', 'hardship.start', ({ hardship }, say) => monthOf(hardship?.since, say)),
  hardship_until: fact('预计结束', 'Expected to end', 'hardship.expectedEnd', ({ hardship }, say) =>
    monthOf(hardship?.until, say),
  ),
  hardship_statement: fact('情况说明', 'Statement of circumstances', 'hardship.narrative', ({ hardship }, say) =>
    sentenceOf(hardship?.statement, say),
  ),
  paid_since: fact('困难期间已还', 'Paid since hardship', 'payments', (facts) => amountOf(facts.hardship?.paidSince)),

  statement_date: fact('收支表日期', 'Financial statement of', 'statement.asOf', ({ finances }, say) =>
    dateOf(finances?.asOf, say),
  ),
  income: fact('月净收入', 'Net income a month', 'statement.income', (facts) => amountOf(facts.finances?.income)),
  income_before: fact('此前月净收入', 'Net income before', 'statement.incomeBefore', (facts) =>
    amountOf(facts.finances?.incomeBefore),
  ),
  essentials: fact('必要支出', 'Essential outgoings', 'statement.outgoings', (facts) => amountOf(facts.finances?.essentials)),
  reserve: fact('生活预留', 'Reserve', 'statement.reserve', (facts) => amountOf(facts.finances?.reserve)),
  disposable: fact('可支配余额', 'Disposable income', 'statement.disposable', (facts) => amountOf(facts.finances?.disposable)),
  paid_elsewhere: fact('按约定还给其他债权方', 'Paid to other creditors as agreed', 'statement.disposable', (facts) =>
    amountOf(facts.finances?.paidElsewhere),
  ),
  nothing_left: fact('付完其他债权方后是否已无余额', 'Nothing left after other creditors?', 'statement.disposable', (facts) =>
    leavesNothing(facts.finances),
  ),
  attachments: fact('附件', 'Enclosures', 'evidenceBundle.items', (facts) => facts.attachments),
} as const satisfies Record<string, Variable>

const leavesNothing = (finances: LetterFacts['finances']): boolean => finances?.paidElsewhere?.gte(finances.disposable) ?? false

/** Everything owed to the creditor: the sum of the buckets that are recorded. */
/** What is no name of its own is not written as one within a sentence. */
const inSentence = (product: string) => (product === 'Credit card' ? 'credit card' : product)

export const owed = ({ buckets }: DebtFacts): Money => sum(Object.values(buckets))

const bucket = ({ debt }: LetterFacts, ...names: (keyof DebtFacts['buckets'])[]): Money =>
  sum(names.flatMap((name) => debt.buckets[name] ?? []))

function contractTails({ debt }: LetterFacts, { list }: Wording): string {
  return list(debt.contractNumbers.map((number) => number.slice(-4)))
}

// "Other" is a word for a list to choose from; in a sentence it needs a noun.
const otherCause = { zh: '其他原因', en: 'other circumstances' }

function hardshipCauses({ hardship }: LetterFacts, { language, list }: Wording): string | null {
  if (!hardship || hardship.types.length === 0) return null
  const causes = hardship.types.map((type) => (type === 'OTHER' ? otherCause : words.hardship[type]))
  return list(causes.map(({ zh, en }) => (language === 'en' ? en.toLowerCase() : zh)))
}
