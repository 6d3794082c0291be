import type { Course, Round } from './course'
import type { OpenCase } from './open-cases'

type About = { came: number; round: Round }
type Twist = (course: Course, about: About) => Partial<Course>

/** What sets a case on the board apart from the usual way to its stage. */
export const twists: Record<NonNullable<OpenCase['twist']>, Twist> = {
  onHold: (_, { came }) => ({ held: { on: came + 1, until: 9, reason: '客户外出务工，月底回来再办' } }),

  disputed: ({ loan }) => ({
    loan: { ...loan, disputed: true },
    tasks: [{ on: -1, title: '整理异议金额的明细和凭证', due: 1 }],
  }),

  drafted: (_, { came, round: { asks } }) => ({
    rounds: [{ drafted: came, asks }],
    tasks: [{ on: came, title: '和客户确认房租是否下调', due: 0 }],
  }),

  secondRound: (course, { came, round }) => ({
    ...before(course, came, 16),
    rounds: [
      {
        ...{ ...round, drafted: came - 16, presented: came - 15, approved: came - 15 },
        sent: { on: came - 14, channel: 'APP_CHAT', replyBy: came + 1 },
        answer: { on: came - 3, result: 'REJECTED', reasons: ['EVIDENCE_INSUFFICIENT'] },
      },
      { drafted: came, asks: round.asks, whatChanged: '补充了诊断证明原件和近六个月流水，月供改为更低一档。' },
    ],
  }),

  twoDrafts: (_, { came, round }) => ({
    rounds: [
      { drafted: came - 1, asks: round.asks.slice(0, 1) },
      { ...round, drafted: came, presented: came },
    ],
  }),

  noAnswer: (_, { round }) => ({
    rounds: round.sent === undefined ? [] : [{ ...round, sent: { ...round.sent, replyBy: round.sent.on + 12 } }],
  }),

  late: ({ plan }) => ({ plan: { ...plan, paidAsDue: 0 } }),

  overridden: (_, { came }) => ({ plan: { overridden: came, paidAsDue: 12 } }),

  reported: ({ plan }) => ({ plan: { ...plan, paidAsDue: 1, reported: { on: -1, amount: '500.00' } } }),

  broken: (course, { came, round }) => ({
    ...before(course, came, 63),
    rounds: [
      {
        ...{ ...round, drafted: came - 63, presented: came - 62, approved: came - 61 },
        sent: { on: came - 60, channel: 'APP_CHAT', replyBy: came - 45 },
        answer: { on: came - 54, result: 'ACCEPTED' },
      },
    ],
    plan: {
      ...{ confirmed: came - 51, signed: came - 50 },
      broken: { on: came, cause: 'RULE', reason: '失去兼职收入，首期起未能支付，已超过机构规定的宽限天数。' },
    },
  }),

  triaged: (_, { came }) => ({
    ...{ assessed: undefined, ready: undefined, rounds: [], papers: [], requests: [], firstContact: undefined, contacts: [] },
    ...{ opened: came - 1, noted: came - 1 },
    fellBack: { on: came, why: 'TRIAGE', reason: '收入只够基本生活，先做预算和救助申请。' },
  }),
}

/** The same course begun so many days before it came to where it stands. */
const before = ({ papers = [], loan }: Course, came: number, drafted: number): Partial<Course> => ({
  ...{ opened: came - drafted - 6, assessed: came - drafted - 5, ready: came - drafted },
  papers: papers.map((paper) => ({ ...paper, on: came - drafted - 3 })),
  loan: { ...loan, nextDue: came - drafted + 20 },
})
