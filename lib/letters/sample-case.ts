import type { LetterKind } from '@/db/vocabulary'
import { money } from '@/lib/platform/money'
import type { Ask, LetterFacts, PlanRow, ProposalFacts } from './facts'

/** 小李 (SX-01) with the figures of the published vector V11: illness, asks to extend to twelve instalments. */
const row = (n: number, due: string, amounts: [string, string, string, string]): PlanRow => {
  const [principal = '', interest = '', payment = '', balance = ''] = amounts
  return {
    n,
    due,
    principal: money(principal),
    interest: money(interest),
    fees: money('0'),
    payment: money(payment),
    balance: money(balance),
  }
}

const { proposal, ...rest }: LetterFacts & { proposal: ProposalFacts } = {
  today: '2026-11-21',
  caseNo: 'XS-0001',
  client: { name: '李𠮷明', idNumber: '110101199003071233', phone: '13800005678' },
  organisation: { name: '阳光债务咨询', contact: '010-00000000' },
  counsellor: '王文静',
  creditor: { recipient: '借呗客服中心', lender: '重庆蚂蚁消费金融有限公司', product: '借呗', productType: 'CONSUMER_LOAN' },
  debt: {
    contractNumbers: ['JB202601017731'],
    balanceOn: '2026-11-20',
    buckets: { principal: money('24000.00') },
    daysPastDue: 0,
    nextDue: '2026-12-05',
    instalment: money('4169.67'),
    remainingPeriods: 6,
    maturity: '2027-05-05',
  },
  hardship: {
    types: ['ILLNESS'],
    since: '2026-09-10',
    until: '2027-03-31',
    statement: '9月因急性疾病住院三周，出院后医嘱休养，目前为半日工作。',
    paidSince: money('8339.34'),
  },
  finances: {
    asOf: '2026-11-18',
    income: money('5200.00'),
    essentials: money('2800.00'),
    reserve: money('200.00'),
    disposable: money('2200.00'),
    incomeBefore: money('8600.00'),
  },
  proposal: {
    version: 1,
    asks: [
      { type: 'TERM_EXTENSION', toPeriods: 12 },
      { type: 'LOWER_INSTALMENT', amount: money('2159.41') },
    ],
    treatment: 'FIRST_INSTALMENT',
    plan: {
      rows: [
        row(1, '2026-12-05', ['1871.41', '288.00', '2159.41', '22128.59']),
        row(2, '2027-01-05', ['1893.87', '265.54', '2159.41', '20234.72']),
        row(3, '2027-02-05', ['1916.59', '242.82', '2159.41', '18318.13']),
        row(4, '2027-03-05', ['1939.59', '219.82', '2159.41', '16378.54']),
        row(5, '2027-04-05', ['1962.87', '196.54', '2159.41', '14415.67']),
        row(6, '2027-05-05', ['1986.42', '172.99', '2159.41', '12429.25']),
        row(7, '2027-06-05', ['2010.26', '149.15', '2159.41', '10418.99']),
        row(8, '2027-07-05', ['2034.38', '125.03', '2159.41', '8384.61']),
        row(9, '2027-08-05', ['2058.79', '100.62', '2159.41', '6325.82']),
        row(10, '2027-09-05', ['2083.50', '75.91', '2159.41', '4242.32']),
        row(11, '2027-10-05', ['2108.50', '50.91', '2159.41', '2133.82']),
        row(12, '2027-11-05', ['2133.82', '25.61', '2159.43', '0.00']),
      ],
      total: money('25912.94'),
      interest: money('1912.94'),
    },
    replyBy: '2026-12-04',
    showsRecovery: true,
  },
  attachments: ['医疗诊断报告', '收入证明', '近六个月银行流水', '还款计划测算'],
  request: { on: '2026-11-25', items: ['近六个月银行流水', '出院小结'], deadline: '2026-12-02' },
  toCome: ['出院小结'],
  submission: { version: 1, on: '2026-11-06', channel: 'APP_CHAT', replyBy: '2026-11-20' },
  counter: {
    on: '2026-11-28',
    version: 1,
    terms: ['延长至9期', '每期2,800.00元'],
    isAccepted: false,
    answer: ['延长至12期，每期2,159.41元'],
  },
  decision: { on: '2026-12-01', channel: 'PHONE', agent: '3271', terms: ['延长至12期', '每期2,159.41元', '还款日不变'] },
  authority: { matters: ['与债权方沟通还款安排', '递交材料', '接收答复'], from: '2026-11-18', until: '2027-11-17' },
  dispute: {
    reportOn: '2026-11-10',
    reportNo: '2026111000012345',
    items: ['2026年8月显示逾期'],
    correction: '2026年8月5日已足额还款，有还款凭证。',
  },
  conduct: {
    at: '2026-11-18 22:40',
    channel: 'PHONE',
    party: '某资产管理公司',
    description: '22时40分来电催收，通话3分钟。',
    rule: 'cite_gbt_45251',
    broken: ['未经约定，在22:00至次日8:00催收'],
  },
  wanted: { items: ['近六个月银行流水', '工资单'], deadline: '2026-12-02' },
  instalment: { n: 1, due: '2026-12-05', amount: money('2159.41') },
  advice: { on: '2026-11-18', points: ['收支情况', '可以申请的还款安排'], choices: ['先申请延长期限', '按月更新收支'] },
}

export const xiaoLi: LetterFacts = { ...rest, proposal }

/** The same case with what a letter of this kind asks for, so that no letter has a gap. */
export const sampleCase = (kind: LetterKind): LetterFacts => {
  const ask = ofKind[kind]
  return ask === undefined ? xiaoLi : { ...rest, proposal: { ...proposal, asks: [ask] } }
}

const ofKind: Partial<Record<LetterKind, Ask>> = {
  LUMP_SUM: { type: 'LUMP_SUM', amount: money('20000.00'), on: '2026-12-20', source: '家人资助' },
  DATE_CHANGE: { type: 'DATE_CHANGE', dueDay: 15 },
}
