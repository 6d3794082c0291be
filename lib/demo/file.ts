import { grantSensitive, moveCase } from '@/lib/cases/commands'
import { recordAuthorisation } from '@/lib/clients/authorisation.commands'
import { giveConsent } from '@/lib/clients/consent.commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { requestEvidence, reviewEvidence, uploadEvidence } from '@/lib/evidence/commands'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { addDays, addMonths } from '@/lib/platform/dates'
import { dayOf } from './calendar'
import type { Household, Paper, Request } from './course'
import type { Step } from './story'
import { caseNow, doAs, step, type Told } from './told'

/** How the client's file comes together: documents asked for and handed in, then statement and authority. */
export function fileSteps(told: Told): Step[] {
  const { requests = [], papers = [], ready } = told.course
  return [
    ...requests.map((request) => step(told, request.on, 12, (now) => ask(told, now, request))),
    ...papers.map((paper) => step(told, paper.on, 13, (now) => handIn(told, now, paper))),
    ...(ready === undefined ? [] : [step(told, ready, 14, (now) => makeReady(told, now))]),
  ]
}

const ask = (told: Told, now: Date, { code, from, deadline, note = '' }: Request) =>
  doAs({ actor: told.owner, now }, requestEvidence, {
    ...{ caseId: told.caseId, code, from, note, deadline: told.place.calendar.on(deadline) },
  })

/** Takes a document in and, unless it is still to be looked at, says what it is worth. */
export async function handIn(told: Told, now: Date, paper: Omit<Paper, 'on'>): Promise<string> {
  const { clientId, caseId, owner } = told
  const type = startingEvidenceTypes.find(({ code }) => code === paper.code)
  const { id, version } = await doAs({ actor: owner, now }, uploadEvidence, {
    ...{ clientId, caseId, code: paper.code, issuer: paper.issuer ?? 'CLIENT', ...coverage(now, paper) },
    ...(await told.papers.file(paper.code, paper.isPicture)),
    ...(type?.sensitive === 'NONE' ? {} : { sensitiveConsent: 'PAPER' as const }),
  })
  if (paper.fate === 'RECEIVED') return id
  if (type?.sensitive === 'MEDICAL') await letOpen(told, now)
  const reason = paper.fate === 'REJECTED' ? '照片模糊，看不清日期和盖章，请重新拍一张。' : ''
  await doAs({ actor: owner, now }, reviewEvidence, { evidenceId: id, version, status: paper.fate, reason })
  return id
}

/** The time such a paper usually covers: what the checklist an office starts with asks for. */
const usualMonths: Readonly<Record<string, number>> = { INCOME_PROOF: 6, BANK_STATEMENT: 6 }

function coverage(now: Date, { code, months = usualMonths[code] }: Omit<Paper, 'on'>) {
  if (months === undefined) return {}
  const firstOfMonth = `${dayOf(now).slice(0, 7)}-01`
  return { coversFrom: addMonths(firstOfMonth, -months), coversTo: addDays(firstOfMonth, -1) }
}

/** Medical papers take a supervisor's grant, case by case. */
const letOpen = (told: Told, now: Date) =>
  doAs({ actor: told.place.staff('supervisor'), now }, grantSensitive, {
    ...{ caseId: told.caseId, userId: told.owner.id, reason: '需核对诊断证明以拟定方案' },
  })

async function makeReady(told: Told, now: Date) {
  const { clientId, owner, place, course } = told
  const by = { actor: owner, now }
  const today = dayOf(now)
  if (course.client.known.isFiled !== true) {
    await doAs(by, saveStatement, { clientId, asOf: today, lines: linesOf(course.household), reserve: course.household.reserve })
    await doAs(by, recordAuthorisation, {
      ...{
        clientId,
        agent: place.office.name,
        matters: '就本人借款与债权方协商还款安排，提交并领取相关文件',
        validFrom: today,
        signedOn: today,
      },
    })
    await doAs(by, giveConsent, { clientId, purpose: 'CONTACT_CREDITOR', channel: 'PAPER' })
    await doAs(by, giveConsent, { clientId, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER' })
    // Clients with a page of their own decide there.
    if (course.client.email === undefined) await doAs(by, giveConsent, { clientId, purpose: 'STATISTICS', channel: 'PAPER' })
    course.client.known.isFiled = true
  }
  await doAs(by, moveCase, { ...(await caseNow(told)), to: 'DRAFTING' })
}

export const linesOf = ({ income, fixed, flexible }: Household) => [
  { kind: 'income' as const, category: 'EARNINGS', amount: income },
  { kind: 'fixed' as const, category: 'HOUSING', amount: fixed },
  { kind: 'flexible' as const, category: 'FOOD', amount: flexible },
]
