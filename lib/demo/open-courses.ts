import type { OpenStage } from '@/db/vocabulary'
import { stages } from '@/lib/cases/stages'
import { type Chance, chance as chanceOf } from '@/lib/seed/chance'
import { aroundAnswer } from './afterwards'
import { asksFor, inPart } from './asks'
import type { Calendar } from './calendar'
import type { Answer, Contact, Course, Paper, Round } from './course'
import { instalmentOf, loanOf } from './loans'
import { type OpenCase, openCases } from './open-cases'
import { hardshipOf, householdOf, personOf, proofOf } from './people'
import { twists } from './twists'

/** The cases on the board, each told up to where its card stands. */
export const openCourses = (calendar: Calendar): Course[] => openCases.map((open) => courseOf(open, calendar))

/** Days from sending (or from when it will be sent) to coming to a stage. */
const sinceSent: Record<OpenStage, number> = {
  ...{ INTAKE: -9, EVIDENCE: -8, DRAFTING: -3, CLIENT_REVIEW: -2, SUBMITTED: 0, INFO_REQUESTED: 5, COUNTERED: 8 },
  ...{ CONFIRMING: 7, MONITORING: 11, FALLBACK: 10 },
}

/** What is known by a stage: 1 assessed, 2 file complete, 3 version shown, 4 sent. */
const progress: Record<OpenStage, number> = {
  ...{ INTAKE: 0, EVIDENCE: 1, DRAFTING: 2, CLIENT_REVIEW: 3, SUBMITTED: 4, INFO_REQUESTED: 4, COUNTERED: 4 },
  ...{ CONFIRMING: 4, MONITORING: 4, FALLBACK: 4 },
}

function courseOf(open: OpenCase, calendar: Calendar): Course {
  const chance = chanceOf(`board:${open.name}`)
  const came = -open.here
  const sent = came - sinceSent[open.stage]
  const loan = loanOf(chance, { sent, overdueDays: open.overdueDays ?? 0 })
  const household = householdOf(chance, Math.round((instalmentOf(loan) * chance.whole(60, 95)) / 1000) * 10)
  const asks = asksFor(open.ask ?? 'extension', { loan, sent, calendar })
  const round = roundOf(open, { asks, sent, answer: answerOf(open, came, inPart(asks, loan)) })
  const opened = sent - 9
  const course: Course = {
    ...{ owner: open.owner, brand: open.brand, opened, loan, household, client: personOf(chance, open.name) },
    hardship: hardshipOf(chance, open.cause, { began: opened - chance.whole(20, 90), income: household.income }),
    ...{ ...soFar(chance, open, sent), ...(progress[open.stage] >= 3 ? { rounds: [round] } : {}) },
    ...(open.stage === 'MONITORING' ? { plan: { confirmed: came - 1, signed: came, paidAsDue: 12 } } : {}),
    ...nextOf(open, came),
    ...aroundAnswer(open, came),
  }
  return open.twist === undefined ? course : { ...course, ...twists[open.twist](course, { came, round }) }
}

/** What has been put together by the time a version is drafted. */
function soFar(chance: Chance, open: OpenCase, sent: number): Partial<Course> {
  const reached = progress[open.stage]
  if (reached === 0) return { noted: sent - 9 }
  return {
    ...{ assessed: sent - 8, firstContact: noticeOf(sent - 7), contacts: talksOf(open, sent) },
    ...{ papers: papersOf(chance, open, sent), requests: requestsOf(open, sent) },
    ...(reached >= 2 ? { ready: sent - 3 } : {}),
  }
}

function nextOf({ stage, due, text = '' }: OpenCase, came: number): Pick<Course, 'next'> {
  const action = stages[stage].nextAction
  return due === undefined || action === null ? {} : { next: { on: came, action, text, due } }
}

function roundOf(
  { stage }: OpenCase,
  { asks, sent, answer }: Pick<Round, 'asks'> & { sent: number; answer: Answer | undefined },
): Round {
  const round = { drafted: sent - 3, presented: sent - 2, asks, willingness: 4 }
  if (progress[stage] < 4) return round
  return {
    ...{ ...round, approved: sent - 1, sent: { on: sent, channel: 'APP_CHAT', replyBy: Math.max(sent + 15, 2) } },
    ...(stage === 'INFO_REQUESTED' ? { asked: { on: sent + 5, codes: ['BANK_STATEMENT', 'INCOME_PROOF'], deadline: 3 } } : {}),
    ...(answer === undefined ? {} : { answer }),
  }
}

function answerOf({ stage }: OpenCase, came: number, granted: Answer['granted']): Answer | undefined {
  const answers: Partial<Record<OpenStage, Answer>> = {
    COUNTERED: { on: came, result: 'COUNTERED', granted, note: '对方可以接受一部分，要求两天内答复。' },
    CONFIRMING: { on: came, result: 'ACCEPTED', note: '客服口头同意，书面确认稍后寄出。' },
    MONITORING: { on: came - 4, result: 'ACCEPTED' },
    FALLBACK: {
      on: came,
      result: 'REJECTED',
      reasons: ['POLICY', 'EVIDENCE_INSUFFICIENT'],
      note: '建议补充近六个月流水后再申请。',
    },
  }
  return answers[stage]
}

const noticeOf = (on: number): Contact => ({
  ...{ on: Math.min(on, 0), channel: 'PHONE', purpose: 'HARDSHIP_NOTICE' },
  summary: '说明收入下降的情况和继续还款的意愿，询问可以申请的安排和所需材料。',
})

function talksOf({ stage, overdueDays = 0 }: OpenCase, sent: number): Contact[] {
  const collection: Contact = {
    ...{ on: Math.min(sent - 6, 0), channel: 'PHONE', purpose: 'COLLECTION', with: 'COLLECTOR', incoming: true },
    summary: '催收来电，已说明正在协商，请其在工作日白天联系本机构。',
  }
  const followUp: Contact = {
    ...{ on: sent + 2, channel: 'PHONE', purpose: 'FOLLOW_UP', promisedWorkingDays: 3 },
    summary: '客服说材料已转审核，三个工作日内回复。',
  }
  return [...(overdueDays > 0 ? [collection] : []), ...(stage === 'SUBMITTED' && sent + 2 <= 0 ? [followUp] : [])]
}

/** While evidence comes in some of it is unread, turned down or out of date; later the file is mostly complete. */
function papersOf(chance: Chance, { stage, cause }: OpenCase, sent: number): Paper[] {
  const on = (day: number) => Math.min(sent - 7 + day, 0)
  const proof = { ...chance.pick(proofOf[cause]), on: on(2) }
  if (stage === 'EVIDENCE') {
    return [
      { on: on(1), code: 'ID_CARD', fate: 'VERIFIED', isPicture: true },
      { ...proof, fate: chance.pick(['RECEIVED', 'REJECTED', 'EXPIRED']), isPicture: true },
      { on: on(2), code: 'BILL_SNAPSHOT', fate: 'RECEIVED', isPicture: true },
    ]
  }
  const usual = ['ID_CARD', 'AUTHORITY_LETTER', 'EXPENSE_DETAIL', 'BILL_SNAPSHOT', 'ASSET_PROOF'].slice(0, chance.whole(3, 5))
  return [
    { ...proof, fate: 'VERIFIED' },
    ...usual.map((code) => ({ on: on(3), code, fate: 'VERIFIED' as const, isPicture: code === 'BILL_SNAPSHOT' })),
  ]
}

const requestsOf = ({ stage }: OpenCase, sent: number): Course['requests'] =>
  stage === 'EVIDENCE'
    ? [
        { on: sent - 8, code: 'ASSET_PROOF', from: 'COUNSELLOR', deadline: 4, note: '存款或房产情况说明即可' },
        { on: sent - 8, code: 'BANK_STATEMENT', from: 'COUNSELLOR', deadline: 6, note: '近六个月，银行 App 可以导出' },
      ]
    : []
