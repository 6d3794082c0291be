import type { ReliefLine } from '@/db/schema/proposals'
import { moveCase } from '@/lib/cases/commands'
import { recordDecision } from '@/lib/decisions/record.commands'
import { acceptCounter } from '@/lib/decisions/settle.commands'
import { requestEvidence } from '@/lib/evidence/commands'
import { writeMessage } from '@/lib/messages/commands'
import { approveMine } from '@/lib/portal/commands'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { getProposal } from '@/lib/proposals/queries'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal, withdrawProposal } from '@/lib/proposals/send.commands'
import { surplusOf } from '@/lib/proposals/surplus'
import { workOut } from '@/lib/proposals/work-out'
import { dayOf } from './calendar'
import type { Answer, Round } from './course'
import { handIn } from './file'
import { sheetOf } from './opening'
import { planSteps } from './plan'
import { signatureOf } from './signature'
import type { Step } from './story'
import { caseNow, doAs, step, type Told } from './told'

/** Each version from its first draft to the creditor's answer; the plan follows from the answer that grants one. */
export const roundSteps = (told: Told): Step[] => (told.course.rounds ?? []).flatMap((round) => stepsOf(told, round))

function stepsOf(told: Told, round: Round): Step[] {
  const { presented, approved, sent, asked, answer, withdrawn } = round
  const on = (day: number | undefined, hour: number, act: Step['act']) => (day === undefined ? [] : [step(told, day, hour, act)])
  return [
    ...on(round.drafted, 15, (now) => draft(told, now, round)),
    ...on(presented, 16, (now) => present(told, now, round)),
    ...on(approved, 17, (now) => approve(told, now, round)),
    ...on(sent?.on, 18, (now) => send(told, now, round)),
    ...on(asked?.on, 11, (now) => askForMore(told, now, round)),
    ...on(asked?.given, 13, (now) => giveMore(told, now, round)),
    ...(answer === undefined ? [] : answerSteps(told, answer)),
    ...on(withdrawn, 11, (now) => goOn(told, now, withdrawProposal)),
  ]
}

async function draft(told: Told, now: Date, round: Round) {
  const by = { actor: told.owner, now }
  const { whatChanged = '' } = round
  told.version = await doAs(by, draftProposal, { caseId: told.caseId, whatChanged })
  await write(told, now, { round, isTight: !(await fits(told, now, round.asks)) })
}

type Writing = { round: Round; isTight: boolean }

async function write(told: Told, now: Date, { round, isTight }: Writing) {
  const { asks, treatment = 'FIRST_INSTALMENT', willingness } = round
  told.version = await doAs({ actor: told.owner, now }, saveProposal, {
    ...{ ...versionOf(told), lines: [{ debtId: told.debtId, reliefs: asks, treatment }] },
    ...{ limitationAnswer: 'NOT_NEAR', truthDeclared: true, sourceOfFunds: '工资收入', ratedWillingness: willingness },
    ...(isTight ? { overAffordableReason: '家人每月固定补贴一部分，已附书面说明。' } : {}),
  })
}

/** Where another creditor’s plan has begun meanwhile, the letter says less than is true: it is written anew. */
async function rewritten(told: Told, now: Date, round: Round): Promise<boolean> {
  const { factsChanged } = await getProposal(told.owner, { versionId: told.version.versionId }, now)
  if (factsChanged) await write(told, now, { round, isTight: true })
  return factsChanged
}

/** Whether the month leaves room for what is asked, as the builder would show it. */
async function fits(told: Told, now: Date, reliefs: ReliefLine[]) {
  const { source } = await getProposal(told.owner, { versionId: told.version.versionId }, now)
  const asked = { debtId: told.debtId, reliefs, treatment: 'FIRST_INSTALMENT' as const }
  const { affordability } = workOut([sheetOf(told)], [asked], { surplus: surplusOf(source), from: dayOf(now) })
  return affordability?.fits === true
}

async function goOn(told: Told, now: Date, command: typeof presentProposal | typeof withdrawProposal) {
  told.version = await doAs({ actor: told.owner, now }, command, versionOf(told))
}

/** Puts a version before the client; one who has the portal is told there. */
async function present(told: Told, now: Date, round: Round) {
  await rewritten(told, now, round)
  await goOn(told, now, presentProposal)
  if (told.account === undefined) return
  const body = '您好，方案已经放到您的页面上了。请慢慢看，有不明白的地方直接在这里问我，想清楚了再确认。'
  await doAs({ actor: told.owner, now }, writeMessage, { caseId: told.caseId, body })
}

/** Ids and versions only: a command takes nothing it does not know. */
const versionOf = ({ version: { versionId, version } }: Told) => ({ versionId, version })

async function approve(told: Told, now: Date, round: Round) {
  await rewritten(told, now, round)
  const { account, owner } = told
  told.version =
    account === undefined
      ? await doAs({ actor: owner, now }, recordApproval, { ...versionOf(told), channel: 'PAPER' })
      : await doAs({ actor: account, now }, approveMine, { ...versionOf(told), ...(await signatureOf(told, now)) })
}

async function send(told: Told, now: Date, round: Round) {
  const { sent } = round
  if (sent === undefined) return
  if (await rewritten(told, now, round)) await approve(told, now, round)
  told.version = await doAs({ actor: told.owner, now }, sendProposal, {
    ...{ ...versionOf(told), channel: sent.channel, expectedReplyBy: told.place.calendar.on(sent.replyBy) },
    proof: proofs[sent.channel] ?? '发送记录已存档',
  })
}

const proofs: Record<string, string> = {
  APP_CHAT: '在线客服会话截图，会话编号已记录',
  LETTER: '邮政挂号信回执',
  EMAIL: '邮件已读回执',
}

async function askForMore(told: Told, now: Date, { asked }: Round) {
  const { caseId, owner, place } = told
  for (const code of asked?.codes ?? []) {
    const deadline = place.calendar.on(asked?.deadline ?? 0)
    await doAs({ actor: owner, now }, requestEvidence, { caseId, code, from: 'CREDITOR', note: '对方客服要求补充', deadline })
  }
  await doAs({ actor: owner, now }, moveCase, { ...(await caseNow(told)), to: 'INFO_REQUESTED', reason: '对方要求补充材料' })
}

async function giveMore(told: Told, now: Date, { asked }: Round) {
  for (const code of asked?.codes ?? []) await handIn(told, now, { code, fate: 'VERIFIED' })
  await doAs({ actor: told.owner, now }, moveCase, { ...(await caseNow(told)), to: 'SUBMITTED', reason: '材料已交给对方' })
}

function answerSteps(told: Told, answer: Answer): Step[] {
  let decisionId = ''
  const record = step(told, answer.on, 11, async (now) => {
    const { on, granted, reasons, note } = answer
    const given = { versionId: told.version.versionId, result: answer.result, granted, reasons, note }
    const by = { actor: told.owner, now }
    const done = await doAs(by, recordDecision, { ...given, decidedOn: told.place.calendar.on(on), channel: 'PHONE' })
    decisionId = done.decisionId
    told.agreement = { agreementId: done.agreementId ?? '', version: 1 }
  })
  if (answer.counterAccepted === undefined) return [{ ...record, leadsTo: async () => planSteps(told) }]
  const accept = step(told, answer.counterAccepted, 12, async (now) => {
    const { agreementId } = await doAs({ actor: told.owner, now }, acceptCounter, { decisionId })
    told.agreement = { agreementId: agreementId ?? '', version: 1 }
  })
  return [record, { ...accept, leadsTo: async () => planSteps(told) }]
}
