import { addDays, addMonths, daysBetween } from '@/lib/platform/dates'
import type { Calendar } from './calendar'
import type { Course, Paper, Person } from './course'
import { closing } from './endings'

/** The worked examples of the source documents, with their exact figures (domain.md 1.9 and 4.2: V11, V12, V13). */
export const exampleCourses = (calendar: Calendar): Course[] => {
  const li = xiaoLi()
  return [li, secondOfXiaoLi(li), xiaoZhang(calendar), threeToSix()]
}

const person = (name: string, phone: string, idNumber: string, more: Partial<Person>): Person => ({
  ...{ name, phone, idNumber, employment: '公司职员', dependants: 1, known: {} },
  ...more,
})

const verified = (on: number, ...codes: string[]): Paper[] => codes.map((code) => ({ on, code, fate: 'VERIFIED' }))

/** V11: falls ill, speaks up in time, asks for six months more and a lower instalment, gets it, and pays to the end. */
const xiaoLi = (): Course => ({
  owner: 'counsellor',
  client: person('李晓梅', '19900002158', '330106199003071228', {
    ...{ preferredName: '小李', safePhrase: '青石小巷', email: 'client@demo.test' },
  }),
  ...{ brand: '借呗', opened: -396, assessed: -395, ready: -391, goal: '小李：生病后收入减少，希望多六个月还完，月供降下来' },
  hardship: {
    ...{ type: 'ILLNESS', began: -420, narrative: '突发疾病住院手术，出院后休养三个月，病假期间只有基本工资。' },
    ...{ incomeBefore: '8600.00', verified: true },
  },
  household: { income: '5200.00', fixed: '1900.00', flexible: '900.00', reserve: '200.00' },
  loan: {
    ...{ principal: '24000.00', originalAmount: '48000.00', dailyPercent: '0.04', totalPeriods: 12, remainingPeriods: 6 },
    ...{ nextDue: -372, contractNumber: 'JB2025061187', episodes: 0, onTimePercent: '100', billSeen: true },
  },
  firstContact: {
    ...{ on: -395, channel: 'PHONE', purpose: 'HARDSHIP_NOTICE', promisedWorkingDays: 3 },
    summary: '告知生病住院和收入下降，希望延长还款期限；客服说明需提交诊断证明和收入证明。',
  },
  papers: [
    { on: -393, code: 'MEDICAL_DIAGNOSIS', issuer: 'HOSPITAL', fate: 'VERIFIED' },
    { on: -393, code: 'MEDICAL_BILL', issuer: 'HOSPITAL', fate: 'VERIFIED' },
    { on: -392, code: 'SICK_LEAVE', issuer: 'EMPLOYER', fate: 'VERIFIED' },
    ...verified(-392, 'ID_CARD', 'AUTHORITY_LETTER', 'EXPENSE_DETAIL', 'ASSET_PROOF', 'BILL_SNAPSHOT', 'INCOME_PROOF'),
  ],
  rounds: [
    {
      ...{ drafted: -390, presented: -389, approved: -388, willingness: 5 },
      asks: [
        { type: 'TERM_EXTENSION', toPeriods: 12 },
        { type: 'LOWER_INSTALMENT', amount: '2159.41' },
      ],
      sent: { on: -387, channel: 'APP_CHAT', replyBy: -372 },
      answer: { on: -380, result: 'ACCEPTED', note: '客服来电：同意延长六期，月供按新计划。' },
    },
  ],
  plan: { confirmed: -377, signed: -376, paidAsDue: 12 },
  closed: closing('AGREEMENT_COMPLETED', -34),
})

/** The same client with another lender today: one version to confirm and one paper to send, on her own page. */
const secondOfXiaoLi = ({ client, hardship, household }: Course): Course => ({
  ...{ owner: 'counsellor', client, hardship, household, brand: '信用卡', opened: -12, assessed: -11, ready: -5 },
  goal: '小李：信用卡账单也想按月少还一点',
  loan: {
    ...{ principal: '9600.00', interest: '57.60', originalAmount: '12000.00', dailyPercent: '0.05', totalPeriods: 12 },
    ...{ remainingPeriods: 6, nextDue: 11, contractNumber: 'XYK2026030415', episodes: 0, onTimePercent: '100' },
  },
  firstContact: { on: -10, channel: 'PHONE', purpose: 'HARDSHIP_NOTICE', summary: '说明仍在恢复期，询问账单分期。' },
  requests: [
    { on: -2, code: 'BANK_STATEMENT', from: 'COUNSELLOR', deadline: 5, note: '近六个月工资流水，银行 App 里截图就可以' },
  ],
  papers: verified(-8, 'CREDIT_REPORT', 'PAYSLIP'),
  rounds: [{ drafted: -3, presented: -2, asks: [{ type: 'TERM_EXTENSION', toPeriods: 12 }] }],
})

/** V12: loses the job, speaks up five days before the due date, asks for the interest, gets half of it, and pays. */
function xiaoZhang({ today }: Calendar): Course {
  // The first instalment fell due two months before one that is nearly due now.
  const first = daysBetween(today, addMonths(addDays(today, 4), -2))
  return {
    owner: 'counsellor2',
    client: person('张志强', '19900003127', '510107198811204530', {
      ...{ preferredName: '小张', safePhrase: '山桃花开', email: 'client2@demo.test', employment: '待业' },
    }),
    ...{
      brand: '借呗',
      opened: first - 6,
      assessed: first - 5,
      ready: first - 4,
      goal: '小张：失业后希望减免利息，稳住每月还款',
    },
    hardship: {
      ...{ type: 'UNEMPLOYMENT', began: first - 40, narrative: '公司裁员后失业，正在领取失业保险金并找工作。' },
      ...{ incomeBefore: '9800.00', verified: true },
    },
    household: { income: '6400.00', fixed: '1800.00', flexible: '800.00', reserve: '200.00' },
    loan: {
      ...{ principal: '18000.00', interest: '432.00', originalAmount: '36000.00', dailyPercent: '0.04', totalPeriods: 12 },
      ...{
        remainingPeriods: 6,
        nextDue: first,
        contractNumber: 'JB2026020733',
        episodes: 0,
        onTimePercent: '100',
        billSeen: true,
      },
    },
    firstContact: {
      ...{ on: first - 5, channel: 'PHONE', purpose: 'HARDSHIP_NOTICE' },
      summary: '还款日前五天主动告知失业，询问能否减免利息；客服请提交失业证明。',
    },
    papers: [
      { on: first - 5, code: 'UNEMPLOYMENT_CERT', issuer: 'GOVERNMENT', fate: 'VERIFIED' },
      { on: first - 5, code: 'RESIGNATION_CERT', issuer: 'EMPLOYER', fate: 'VERIFIED' },
      ...verified(first - 5, 'ID_CARD', 'AUTHORITY_LETTER', 'EXPENSE_DETAIL', 'BILL_SNAPSHOT'),
    ],
    rounds: [
      {
        ...{ drafted: first - 4, presented: first - 4, approved: first - 4, willingness: 5 },
        asks: [{ type: 'WAIVE_INTEREST', percent: '100' }],
        sent: { on: first - 3, channel: 'APP_CHAT', replyBy: first + 10 },
        answer: {
          ...{ on: first - 2, result: 'ACCEPTED_MODIFIED', granted: [{ type: 'WAIVE_INTEREST', percent: '50' }] },
          note: '同意减免一半利息，其余并入首期。',
        },
      },
    ],
    plan: { confirmed: first - 1, signed: first - 1, paidAsDue: 2 },
    contacts: [
      {
        on: first + 3,
        channel: 'APP_CHAT',
        purpose: 'CLIENT',
        with: 'CLIENT',
        incoming: true,
        summary: '第一期已经转账，回单发来了。',
      },
    ],
  }
}

/** V13: three instalments left, six asked for; the creditor has it now. */
const threeToSix = (): Course => ({
  owner: 'counsellor',
  client: person('王秋菊', '19900004146', '420111197605122348', { employment: '超市收银员' }),
  ...{ brand: '借呗', opened: -13, assessed: -12, ready: -7, goal: '还剩三期，改成六期还完' },
  hardship: {
    ...{ type: 'INCOME_REDUCTION', began: -75, narrative: '超市缩短营业时间，工时减少，每月到手收入下降三分之一。' },
    ...{ incomeBefore: '5100.00', verified: true },
  },
  household: { income: '3900.00', fixed: '900.00', flexible: '600.00', reserve: '200.00' },
  loan: {
    ...{ principal: '12000.00', originalAmount: '48000.00', dailyPercent: '0.04', totalPeriods: 12, remainingPeriods: 3 },
    ...{ nextDue: 9, contractNumber: 'JB2026011952', episodes: 1, onTimePercent: '92', billSeen: true },
  },
  firstContact: {
    on: -11,
    channel: 'APP_CHAT',
    purpose: 'HARDSHIP_NOTICE',
    summary: '在线告知工时减少，询问延长期限需要的材料。',
  },
  papers: [
    { on: -9, code: 'INCOME_PROOF', issuer: 'EMPLOYER', fate: 'VERIFIED', months: 6 },
    ...verified(-9, 'ID_CARD', 'AUTHORITY_LETTER', 'EXPENSE_DETAIL', 'BILL_SNAPSHOT'),
    { on: -8, code: 'COMM_CHAT', fate: 'VERIFIED', isPicture: true },
  ],
  rounds: [
    {
      ...{ drafted: -6, presented: -6, approved: -5, willingness: 4 },
      asks: [{ type: 'TERM_EXTENSION', toPeriods: 6 }],
      sent: { on: -4, channel: 'APP_CHAT', replyBy: 11 },
    },
  ],
})
