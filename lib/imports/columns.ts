import { closingOutcomes, repaymentMethods } from '@/db/vocabulary'
import { idTypes } from '@/lib/clients/identity'

/** How a cell is read. `code` is digits that are a name and not a number: a spreadsheet may have spoilt them. */
export type ColumnKind = 'text' | 'code' | 'money' | 'percent' | 'date' | 'count' | 'word'

type ImportColumn = { kind: ColumnKind; codes?: readonly string[]; titles: readonly string[] }

const text = (...titles: string[]): ImportColumn => ({ kind: 'text', titles })
const code = (...titles: string[]): ImportColumn => ({ kind: 'code', titles })
const amount = (...titles: string[]): ImportColumn => ({ kind: 'money', titles })
const date = (...titles: string[]): ImportColumn => ({ kind: 'date', titles })
const count = (...titles: string[]): ImportColumn => ({ kind: 'count', titles })
const word = (codes: readonly string[], ...titles: string[]): ImportColumn => ({ kind: 'word', codes, titles })

/**
 * What a column of somebody's spreadsheet may be: a row is one loan note, with whose it is and with which lender. `titles`
 * are what such columns are often called, besides the name of the field here.
 */
export const importColumns = {
  name: text('姓名', '客户姓名', '客户', '名字', 'name', 'client', 'full name'),
  phone: code('手机号', '手机', '电话', '联系电话', '手机号码', 'phone', 'mobile', 'telephone'),
  idType: word(idTypes, '证件类型', 'id type', 'document type'),
  idNumber: code('身份证号', '身份证', '证件号', '证件号码', '身份证号码', 'id number', 'identity number', 'id no'),
  email: text('邮箱', '电子邮箱', '邮件', 'email', 'e-mail'),
  employment: text('工作', '工作情况', '职业', 'employment', 'occupation'),
  dependants: count('供养人数', '抚养人数', 'dependants'),
  product: text('产品', '贷款产品', '平台', '产品名称', 'product', 'brand'),
  creditor: text('债权方', '债权人', '贷款机构', '放款机构', 'creditor', 'lender'),
  owner: text('顾问', '辅导员', '负责人', '经办人', 'owner', 'counsellor', 'assigned to'),
  goal: text('诉求', '目标', '客户诉求', 'goal'),
  openedOn: date('立案日期', '建案日期', '登记日期', 'opened', 'opened on', 'case opened'),
  contractNumber: code('合同号', '借据号', '合同编号', '借据编号', 'contract', 'contract number', 'loan number'),
  contractLender: text('合同贷款人', 'contract lender'),
  method: word(repaymentMethods, '还款方式', 'method', 'repayment method'),
  principal: amount('本金', '未到期本金', '剩余本金', 'principal', 'principal not due'),
  overduePrincipal: amount('逾期本金', 'overdue principal'),
  interest: amount('利息', '正常利息', 'interest'),
  overdueInterest: amount('逾期利息', 'overdue interest'),
  penaltyPrincipal: amount('本金罚息', '罚息', 'penalty', 'penalty interest on principal'),
  penaltyInterest: amount('利息罚息', '复利', 'compound interest', 'penalty interest on interest'),
  fees: amount('费用', '手续费', 'fees'),
  originalAmount: amount('借款金额', '原借款金额', '放款金额', 'original amount', 'amount lent'),
  dailyPercent: { kind: 'percent', titles: ['日利率', '日利率（%）', 'daily rate', 'daily percent'] },
  totalPeriods: count('总期数', '期数', 'periods', 'total periods'),
  remainingPeriods: count('剩余期数', '未还期数', 'remaining periods'),
  startedOn: date('借款日期', '放款日期', '起始日', 'start date', 'lent on'),
  endsOn: date('到期日', '最后还款日', 'end date', 'ends on'),
  nextDueOn: date('下一还款日', '下次还款日', '还款日', 'next due', 'next due date'),
  oldestUnpaidDueOn: date('最早未还日', '逾期起始日', '逾期开始日', 'oldest unpaid', 'overdue since'),
  closingOutcome: word(closingOutcomes, '结案结果', '结果', '办理结果', 'outcome', 'closing outcome'),
  closedOn: date('结案日期', '办结日期', 'closed', 'closed on'),
  closingReason: text('结案原因', '结案说明', 'closing reason'),
} as const satisfies Record<string, ImportColumn>

export type ImportField = keyof typeof importColumns
export const importFields = Object.keys(importColumns).filter(isImportField)

export function isImportField(text: string): text is ImportField {
  return Object.hasOwn(importColumns, text)
}

/** Of one field the column, in its general shape. */
export const columnOf = (field: ImportField): ImportColumn => importColumns[field]
