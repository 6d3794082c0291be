import { contactChannels, type FactorId, hardshipTypes, reliefTypes, versionOutcomes } from '@/db/vocabulary'

/**
 * How a cell is read. `share`: a part of a whole, 0 to 1 or 100 %; `change`: such a part, or as much the other way; `ratio`: may
 * be more; `days` may be negative.
 */
export type HistoryKind = 'code' | 'text' | 'date' | 'word' | 'words' | 'flag' | 'count' | 'days' | Fraction | 'money'
export type Fraction = 'share' | 'change' | 'ratio'

export type HistoryGlossary = 'versionOutcome' | 'hardship' | 'relief' | 'channel'

type HistoryColumn = {
  kind: HistoryKind
  titles: readonly string[]
  codes?: readonly string[]
  /** The part of the glossary that names the codes. */
  glossary?: HistoryGlossary
  /** The factor of the catalogue it is, and where in its record it stands; what describes the row has none. */
  factor?: FactorId
  part?: string
}

const column = (kind: HistoryKind, ...titles: string[]): HistoryColumn => ({ kind, titles })
const factor = (id: FactorId, kind: HistoryKind, ...titles: string[]): HistoryColumn => ({ kind, factor: id, titles })

/** How a proposal may have ended; one that still waits is work, and is opened as a case. */
export const pastOutcomes = versionOutcomes.filter((outcome) => outcome !== 'PENDING' && outcome !== 'SUPERSEDED')

/**
 * What a column of past outcomes may be: a row is one proposal that was sent and decided, with what was known of it on the
 * day it was sent. `titles` are what such columns are often called, besides the name of the field here and its factor.
 */
export const historyColumns = {
  caseNumber: column('code', '案件编号', '案号', '卷号', 'case number', 'case no', 'case id'),
  person: column('code', '客户编号', '客户号', '客户代码', 'client', 'client id', 'client number', 'person'),
  product: column('text', '产品', '贷款产品', '平台', '产品名称', 'product', 'brand'),
  creditor: column('text', '债权方', '债权人', '贷款机构', '放款机构', 'creditor', 'lender'),
  sentOn: column(
    'date',
    '提交日期',
    '提交日',
    '发送日期',
    '送出日期',
    '申请日期',
    'sent on',
    'sent',
    'submitted on',
    'submitted',
  ),
  outcome: {
    ...column('word', '结果', '答复', '答复结果', '审批结果', '办理结果', 'outcome', 'result', 'decision', 'status'),
    codes: pastOutcomes,
    glossary: 'versionOutcome',
  },
  decidedOn: column('date', '答复日期', '结果日期', '审批日期', '结束日期', 'decided on', 'decided', 'answered on', 'ended on'),
  agreed: column('flag', '同意统计', '同意用于统计', '统计授权', 'agreed to statistics', 'statistics consent'),
  overdueDays: factor('F-01', 'days', '提交时逾期天数', '逾期天数', 'days past due', 'overdue days'),
  firstContactDays: factor('F-03', 'days', '首次联系时点', '首次联系天数', 'first contact days'),
  preparationDays: factor('F-04', 'count', '准备天数', '准备时间', 'preparation days'),
  hardship: {
    ...factor('F-05', 'word', '困难事由', '困难类型', '困难原因', 'hardship'),
    codes: hardshipTypes,
    glossary: 'hardship',
  },
  incomeDrop: { ...factor('F-06', 'change', '收入降幅', 'income drop'), part: 'drop' },
  surplusCover: factor('F-07', 'ratio', '可支配覆盖率', 'surplus cover'),
  offerBurden: factor('F-08', 'ratio', '方案负担率', 'offer burden'),
  debtService: factor('F-09', 'ratio', '偿债收入比', 'debt service ratio', 'dsr'),
  creditors: { ...factor('F-10', 'count', '债权方数量', '债权人数', 'creditors', 'number of creditors'), part: 'creditors' },
  balance: { ...factor('F-11', 'money', '欠款余额', '余额', '欠款', 'balance'), part: 'balance' },
  evidence: factor('F-12', 'share', '材料完整度', 'evidence completeness'),
  requestsOnTime: factor('F-13', 'share', '材料及时率', 'requests met on time'),
  thirdParty: factor('F-14', 'flag', '第三方证明', '第三方材料', 'third party evidence'),
  episodes: factor('F-15', 'count', '既往逾期次数', '逾期次数', 'past overdue episodes'),
  onTime: factor('F-16', 'share', '既往准时率', '准时率', 'on time rate'),
  voluntary: factor('F-17', 'ratio', '主动还款', '主动还款比例', 'voluntary payment'),
  creditClean: factor('F-18', 'flag', '征信无当前逾期', '征信正常', 'credit record clean'),
  reliefs: {
    ...factor('F-19', 'words', '诉求类型', '诉求', '请求的减缓', 'relief asked', 'reliefs'),
    codes: reliefTypes,
    glossary: 'relief',
  },
  concession: factor('F-20', 'change', '让利幅度', 'concession asked'),
  termMultiple: { ...factor('F-21', 'ratio', '期限倍数', 'term multiple'), part: 'term' },
  concrete: factor('F-22', 'flag', '方案具体', '方案具体度', 'plan concreteness'),
  restructures: factor('F-23', 'count', '既往重组次数', '重组次数', 'earlier restructures'),
  channel: {
    ...factor('F-24', 'word', '渠道', '提交渠道', 'channel'),
    codes: contactChannels,
    glossary: 'channel',
    part: 'channel',
  },
} as const satisfies Record<string, HistoryColumn>

export type HistoryField = keyof typeof historyColumns
export const historyFields = Object.keys(historyColumns).filter(isHistoryField)

export function isHistoryField(text: string): text is HistoryField {
  return Object.hasOwn(historyColumns, text)
}

/** Of one field the column, in its general shape. */
export const historyColumn = (field: HistoryField): HistoryColumn => historyColumns[field]
