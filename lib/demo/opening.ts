import { moveCase, triageCase } from '@/lib/cases/commands'
import { openCase } from '@/lib/cases/open.commands'
import { createClient } from '@/lib/clients/commands'
import { giveConsent } from '@/lib/clients/consent.commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { isMedicalStory } from '@/lib/clients/medical'
import { logContact } from '@/lib/contacts/commands'
import { localOf } from '@/lib/contacts/local-instant'
import { addDebt } from '@/lib/debts/commands'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { demoZone } from './calendar'
import type { Contact, Loan } from './course'
import type { Step } from './story'
import { caseNow, doAs, openingHour, step, type Told } from './told'

/** From the door to the first assessment: client, cause, case; then loan note, first word to the creditor, triage. */
export function openingSteps(told: Told): Step[] {
  const { opened, noted, assessed, firstContact, contacts = [] } = told.course
  return [
    step(told, opened, openingHour, (now) => takeIn(told, now)),
    ...(noted === undefined ? [] : [step(told, noted, openingHour, (now) => noteDown(told, now))]),
    ...(assessed === undefined ? [] : [step(told, assessed, 10, (now) => assess(told, now))]),
    ...[...(firstContact === undefined ? [] : [firstContact]), ...contacts].map((contact) =>
      step(told, Math.max(contact.on, assessed ?? opened), 11, (now) => talk(told, now, contact)),
    ),
  ]
}

async function takeIn(told: Told, now: Date) {
  const { place, course, owner } = told
  const { client, hardship, brand, goal = '' } = course
  const by = { actor: owner, now }
  const isNew = client.known.id === undefined
  if (isNew) await register(told, now)
  told.clientId = client.known.id ?? ''
  if (isNew) {
    await doAs(by, recordHardship, {
      ...{ clientId: told.clientId, type: hardship.type, startedOn: place.calendar.on(hardship.began) },
      ...{ narrative: hardship.narrative, incomeBefore: hardship.incomeBefore, incomeVerified: hardship.verified },
      expectedEndOn: hardship.endsOn === undefined ? null : place.calendar.on(hardship.endsOn),
    })
    if (isMedicalStory({ ...hardship, tellsHealth: false }))
      await doAs(by, giveConsent, { clientId: told.clientId, purpose: 'SENSITIVE', channel: 'PAPER' })
  }
  const { creditorId, productId } = place.product(brand)
  const opened = await told.inTurn(() => doAs(by, openCase, { clientId: told.clientId, creditorId, productId, goal }))
  told.caseId = opened.id
}

async function register(told: Told, now: Date) {
  const { known, email, ...facts } = told.course.client
  const { id } = await doAs({ actor: told.owner, now }, createClient, { ...facts, processingConsent: 'PAPER' })
  known.id = id
  if (email !== undefined) told.account = await told.place.invite({ id, name: facts.name }, email, now)
}

async function noteDown(told: Told, now: Date) {
  const { course, owner, caseId } = told
  const { id } = await doAs({ actor: owner, now }, addDebt, { caseId, ...debtOf(told, course.loan) })
  told.debtId = id
}

async function assess(told: Told, now: Date) {
  const by = { actor: told.owner, now }
  const { loan } = told.course
  if (told.debtId === '') await noteDown(told, now)
  if (loan.billSeen === true) await doAs(by, recordSnapshot, { debtId: told.debtId, ...bucketsOf(loan) })
  await doAs(by, triageCase, {
    ...(await caseNow(told)),
    result: 'NEGOTIATE',
    reason: '有还款意愿，收入与支出之间仍有余额，适合协商。',
  })
  await doAs(by, moveCase, { ...(await caseNow(told)), to: 'EVIDENCE' })
}

const nothing = '0.00'

const bucketsOf = (loan: Loan) => ({
  ...{ principal: loan.principal, overduePrincipal: loan.overduePrincipal ?? nothing, interest: loan.interest ?? nothing },
  ...{ overdueInterest: loan.overdueInterest ?? nothing, penaltyPrincipal: loan.penaltyPrincipal ?? nothing },
  ...{ penaltyInterest: loan.penaltyInterest ?? nothing, fees: loan.fees ?? nothing },
})

function debtOf({ place, course }: Told, loan: Loan) {
  const { on } = place.calendar
  return {
    ...bucketsOf(loan),
    ...{ contractNumber: loan.contractNumber, contractLender: place.product(course.brand).lender },
    ...{ fundingMode: course.brand === '借呗' ? ('OWN' as const) : ('UNKNOWN' as const), rateSource: 'CONTRACT' as const },
    ...{ method: loan.method ?? 'EQUAL_INSTALMENT', dailyPercent: loan.dailyPercent, originalAmount: loan.originalAmount },
    ...{ totalPeriods: loan.totalPeriods, remainingPeriods: loan.remainingPeriods, nextDueOn: on(loan.nextDue) },
    oldestUnpaidDueOn: loan.overdueSince === undefined ? null : on(loan.overdueSince),
    creditStatus: loan.overdueSince === undefined ? ('CURRENT' as const) : ('OVERDUE_REPORTED' as const),
    ...{ holderStage: loan.holderStage ?? 'IN_HOUSE', disputed: loan.disputed ?? false },
    ...{
      overdueEpisodes: loan.episodes ?? 0,
      onTimePercent: loan.onTimePercent,
      earlierRestructures: loan.earlierRestructures ?? 0,
    },
  }
}

function talk(told: Told, now: Date, contact: Contact) {
  const at = told.place.calendar.at(contact.on, '11:00')
  return doAs({ actor: told.owner, now }, logContact, {
    ...{ caseId: told.caseId, channel: contact.channel, purpose: contact.purpose, summary: contact.summary },
    at: localOf(at < now ? at : now, demoZone),
    direction: contact.incoming === true ? 'IN' : 'OUT',
    counterpart: contact.with ?? 'CREDITOR',
    ...(contact.channel === 'PHONE' && contact.with === undefined ? { numberDialled: '95188' } : {}),
    promisedWorkingDays: contact.promisedWorkingDays,
    clientVisible: contact.purpose !== 'OTHER',
  })
}

/** The loan note as the builder sees it. */
export const sheetOf = ({ debtId, place, course: { loan } }: Told): DebtSheet => ({
  ...{ debtId, version: 1, contractTail: '', lender: '', owed: '', endsOn: null, buckets: bucketsOf(loan) },
  ...{ dailyPercent: loan.dailyPercent, method: loan.method ?? 'EQUAL_INSTALMENT' },
  ...{ remainingPeriods: loan.remainingPeriods, nextDueOn: place.calendar.on(loan.nextDue) },
})
