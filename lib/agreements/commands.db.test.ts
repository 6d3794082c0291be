import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { agreements, authorisations, cases, evidence, instalments } from '@/db/schema'
import { clientActor, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { moveCase } from '@/lib/cases/commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { logContact } from '@/lib/contacts/commands'
import { listContacts } from '@/lib/contacts/queries'
import { contextOf } from '@/lib/core/actor'
import { command, execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { toText } from '@/lib/platform/money'
import { tellCircumstance } from '@/lib/portal/circumstance.commands'
import { breakAgreement } from './break.commands'
import { confirmAgreement, overrideAgreement } from './confirm.commands'
import { recordPayment, verifyPayment } from './payment.commands'
import { listAgreements } from './queries'
import { openReceipt, recordReceipt, signReceipt } from './receipt.commands'
import { asTyped } from './typed-plan'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
  other = await openOffice({ name: '另一家' })
})

const on = (day: string) => new Date(`${day}T04:00:00Z`)
const agreementOf = async (id: string) => {
  const [row] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.id, id)))
  if (row === undefined) throw new Error('no agreement')
  return row
}
const stageOf = async ({ kase }: Negotiation) => {
  const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
  return row
}
/** 12,000.00 granted over six months from 2026-12-05; nothing signed yet. */
async function agreed() {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-24', channel: 'PHONE' }
  const { agreementId } = await execute(recordDecision, office.counsellor, yes, { now: on('2026-11-24') })
  return { negotiation, agreementId: agreementId ?? '' }
}
type Agreed = Awaited<ReturnType<typeof agreed>>

async function confirm({ negotiation, agreementId }: Agreed, values: object = {}) {
  const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
  const { version } = await agreementOf(agreementId)
  const given = { agreementId, version, evidenceId, confirmedOn: '2026-11-25', ...values }
  return execute(confirmAgreement, office.counsellor, given, { now: on('2026-11-25') })
}
async function sign({ negotiation, agreementId }: Agreed, values: object = {}) {
  const evidenceId = await aPaper(office, negotiation, 'SIGNED_RECEIPT')
  const { version } = await agreementOf(agreementId)
  const given = { agreementId, version, evidenceId, signedOn: '2026-11-26', name: '李小明', clientHasRead: true, ...values }
  return execute(recordReceipt, office.counsellor, given, { now: on('2026-11-26') })
}
async function active(paper: object = {}) {
  const made = await agreed()
  await confirm(made, paper)
  await sign(made)
  return made
}
const pay = ({ agreementId }: Agreed, amount: string, day: string) =>
  execute(recordPayment, office.counsellor, { agreementId, amount, paidOn: day }, { now: on(day) })
const verify = (paymentId: string, day: string, isReceived = true) =>
  execute(
    verifyPayment,
    office.counsellor,
    { paymentId, isReceived, reason: isReceived ? undefined : 'NOT_ARRIVED' },
    { now: on(day) },
  )
const listed = async ({ negotiation }: Agreed, day: string) => {
  const { agreements: all } = await listAgreements(office.counsellor, { caseId: negotiation.kase.id }, on(day))
  const [first] = all
  if (first === undefined) throw new Error('no agreement')
  return first
}

describe('SE-15 written confirmation', () => {
  test('the agreement starts with the paper and the receipt, not with one of them', async () => {
    const made = await agreed()
    expect((await confirm(made)).status).toBe('DRAFT')
    expect((await stageOf(made.negotiation))?.stage).toBe('CONFIRMING')
    expect((await sign(made)).status).toBe('ACTIVE')
    expect(await stageOf(made.negotiation)).toMatchObject({
      stage: 'MONITORING',
      nextAction: 'CHECK_PAYMENT',
      dueOn: '2026-12-05',
    })
    const due = await office.within((tx) => tx.select().from(instalments).where(eq(instalments.agreementId, made.agreementId)))
    expect(due.map(({ amount }) => toText(amount)).toSorted()).toEqual([...Array.from({ length: 5 }, () => '2084.83'), '2084.86'])
  })

  test('or by a supervisor who says why, and that is audited', async () => {
    const { negotiation, agreementId } = await agreed()
    const values = { agreementId, version: 1, reason: '债权方只作电话答复，通话已录音' }
    expect((await refusalOf(execute(overrideAgreement, office.counsellor, values))).code).toBe('forbidden')
    expect((await refusalOf(execute(overrideAgreement, office.supervisor, { ...values, reason: ' ' }))).code).toBe('invalid')
    await execute(overrideAgreement, office.supervisor, values, { now: on('2026-11-25') })
    expect((await stageOf(negotiation))?.stage).toBe('MONITORING')
    const started = { type: 'agreement.activated', caseId: negotiation.kase.id, agreementId, overridden: true }
    expect(await auditOf(office)).toContainEqual(started)
    expect(await agreementOf(agreementId)).toMatchObject({ overrideBy: office.supervisor.id, overrideReason: values.reason })
  })

  test('a paper of somebody else, or none, is refused', async () => {
    const [mine, theirs] = [await agreed(), await agreed()]
    const foreign = await aPaper(office, theirs.negotiation, 'WRITTEN_CONFIRMATION')
    expect((await refusalOf(confirm(mine, { evidenceId: foreign }))).details).toEqual({ fields: { evidenceId: ['choice'] } })
    expect((await refusalOf(confirm(mine, { confirmedOn: '2026-11-27' }))).details).toEqual({
      fields: { confirmedOn: ['in_future'] },
    })
    expect((await agreementOf(mine.agreementId)).writtenConfirmationId).toBeNull()
  })

  test('an identity card is neither the paper nor the receipt', async () => {
    const made = await agreed()
    const card = await aPaper(office, made.negotiation, 'IDENTITY')
    for (const attempt of [confirm(made, { evidenceId: card }), sign(made, { evidenceId: card })])
      expect((await refusalOf(attempt)).details).toEqual({ fields: { evidenceId: ['paper_kind'] } })
    expect(await agreementOf(made.agreementId)).toMatchObject({ writtenConfirmationId: null, receiptSignedAt: null })
  })

  test.each(['REQUESTED', 'REJECTED', 'EXPIRED'] as const)('a paper that is %s is not in hand', async (status) => {
    const made = await agreed()
    const evidenceId = await aPaper(office, made.negotiation, 'WRITTEN_CONFIRMATION')
    await office.within((tx) => tx.update(evidence).set({ status }).where(eq(evidence.id, evidenceId)))
    expect((await refusalOf(confirm(made, { evidenceId }))).details).toEqual({ fields: { evidenceId: ['not_current'] } })
  })

  test('a receipt bears the client’s name, or that of somebody with an authority letter in force', async () => {
    const made = await agreed()
    await confirm(made)
    expect((await refusalOf(sign(made, { name: '别的名字' }))).details).toEqual({ fields: { name: ['signer'] } })
    expect(await agreementOf(made.agreementId)).toMatchObject({ status: 'DRAFT', receiptSignedAt: null })
    const [letter] = await office.within((tx) =>
      tx.select().from(authorisations).where(eq(authorisations.clientId, made.negotiation.client.id)),
    )
    expect((await sign(made, { name: letter?.agent })).status).toBe('ACTIVE')
  })

  test('strangers and readers cannot', async () => {
    const { agreementId } = await agreed()
    const values = { agreementId, version: 1, evidenceId: crypto.randomUUID(), confirmedOn: '2026-11-25' }
    expect((await refusalOf(execute(confirmAgreement, other.supervisor, values))).code).toBe('not_found')
    expect((await refusalOf(execute(confirmAgreement, office.colleague, values))).code).toBe('not_found')
    expect((await refusalOf(execute(confirmAgreement, office.auditor, values))).code).toBe('forbidden')
  })
})

describe('SE-13 the lender’s plan', () => {
  const typed = ['2026-12-10 2100.00', '2027-01-10 2100.00', '2027-02-10 8309.01'].join('\n')

  test('as typed becomes the plan of the agreement, and is shown line by line beside what was negotiated', async () => {
    const made = await agreed()
    await confirm(made, { lenderPlan: typed })
    const view = await listed(made, '2026-11-25')
    expect(view.total).toBe('12509.01')
    expect(view.differences[0]).toEqual({
      n: 1,
      ours: { due: '2026-12-05', payment: '2084.83' },
      theirs: { due: '2026-12-10', payment: '2100.00' },
      difference: '15.17',
      isSame: false,
    })
    expect(view.differences).toHaveLength(6)
    await sign(made)
    expect((await listed(made, '2026-12-01')).summary.next).toEqual({ n: 1, dueOn: '2026-12-10', amount: '2100.00' })
  })

  test('stands when only the order of payments is put right, is typed again as it was, and gives way where it is emptied', async () => {
    const made = await agreed()
    await confirm(made, { lenderPlan: typed })
    await confirm(made, { paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
    const view = await listed(made, '2026-11-25')
    expect(view).toMatchObject({ isTyped: true, paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
    expect(asTyped(view.schedule)).toBe(typed)
    await confirm(made, { lenderPlan: '' })
    expect(await listed(made, '2026-11-25')).toMatchObject({ isTyped: false, total: '12509.01' })
  })

  test('the audit tells which order of payments was confirmed, also where it was left as it is', async () => {
    const made = await agreed()
    await confirm(made)
    await confirm(made, { paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
    await confirm(made)
    const told = (await auditOf(office)).flatMap((event) =>
      event.type === 'agreement.confirmed' && event.agreementId === made.agreementId ? [event.paymentOrder] : [],
    )
    expect(told).toEqual(['COSTS_INTEREST_PRINCIPAL', 'PRINCIPAL_INTEREST_COSTS', 'PRINCIPAL_INTEREST_COSTS'])
  })

  test('a line that cannot be read is named', async () => {
    const made = await agreed()
    const refusal = await refusalOf(confirm(made, { lenderPlan: '2026-12-10 2100\n2026-13-10 2100' }))
    expect(refusal.details).toEqual({ fields: { lenderPlan: ['date:2'] } })
  })
})

describe('SE-14 SS-09 the client’s receipt', () => {
  const signing = command({
    name: 'portal.sign',
    input: z.strictObject({ agreementId: z.uuid(), version: z.int(), name: z.string() }),
    run: (work, given) => signReceipt(work, given),
  })
  const opening = command({
    name: 'portal.sign',
    input: z.strictObject({ agreementId: z.uuid() }),
    run: (work, { agreementId }) => openReceipt(work, agreementId),
  })

  test('cannot be signed before the paper is here, nor before the plan was opened; then it starts the agreement', async () => {
    const made = await agreed()
    const { agreementId, negotiation } = made
    const signs = async () => {
      const { version } = await agreementOf(agreementId)
      return execute(signing, negotiation.portal, { agreementId, version, name: '李小明' }, { now: on('2026-11-26') })
    }
    expect((await refusalOf(signs())).details).toEqual({ why: 'no_paper' })
    await confirm(made)
    expect((await refusalOf(signs())).details).toEqual({ why: 'not_opened' })
    await execute(opening, negotiation.portal, { agreementId }, { now: on('2026-11-26') })
    expect((await signs()).status).toBe('ACTIVE')
    expect((await stageOf(negotiation))?.stage).toBe('MONITORING')
    expect((await refusalOf(signs())).details).toEqual({ why: 'not_a_draft' })
  })

  test('on paper only with the word of the counsellor that the client has read it', async () => {
    const made = await agreed()
    await confirm(made)
    expect((await refusalOf(sign(made, { clientHasRead: false }))).code).toBe('invalid')
  })

  test('another client cannot open it', async () => {
    const { agreementId } = await agreed()
    const stranger = clientActor(office, (await aNegotiation(office)).client)
    expect((await refusalOf(execute(opening, stranger, { agreementId }))).code).toBe('not_found')
    const seen = await inTransaction(contextOf(stranger), (tx) =>
      tx.select().from(agreements).where(eq(agreements.id, agreementId)),
    )
    expect(seen).toEqual([])
  })
})

describe('payments', () => {
  test('a payment counts once it is verified, oldest instalment first', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '3000.00', '2026-12-04')
    expect((await listed(made, '2026-12-04')).ledger.slice(0, 2)).toMatchObject([
      { status: 'REPORTED', paid: '0.00', reported: '2084.83' },
      { status: 'DUE', paid: '0.00', reported: '915.17' },
    ])
    await verify(paymentId, '2026-12-04')
    expect((await listed(made, '2026-12-04')).ledger.slice(0, 2)).toMatchObject([
      { status: 'PAID', paid: '2084.83', paidOn: '2026-12-04' },
      // What is left over of the first settles the second: interest of 120.71 before principal.
      { status: 'PARTLY', paid: '915.17', paidParts: { costs: '0.00', interest: '120.71', principal: '794.46' } },
    ])
    expect((await stageOf(made.negotiation))?.dueOn).toBe('2027-01-05')
    const events = (await auditOf(office)).filter((event) => 'paymentId' in event && event.paymentId === paymentId)
    expect(events.map((event) => event.type)).toEqual(['payment.recorded', 'payment.verified'])
  })

  test('a verified payment keeps what a client promised, and puts off no call of ours and no answer of the creditor’s', async () => {
    const next = async (promise: object) => {
      const made = await active()
      const { id: caseId } = made.negotiation.kase
      const said = { caseId, channel: 'PHONE', purpose: 'OTHER', summary: '周五前', promisedReplyBy: '2026-12-08', ...promise }
      await execute(logContact, office.counsellor, said, { now: on('2026-12-04') })
      await verify((await pay(made, '2084.83', '2026-12-05')).paymentId, '2026-12-05')
      const kase = await stageOf(made.negotiation)
      return [kase?.whoseMove, kase?.nextAction, kase?.dueOn]
    }
    expect(await next({ counterpart: 'CLIENT', direction: 'IN' })).toEqual(['client', 'CHECK_PAYMENT', '2027-01-05'])
    expect(await next({ counterpart: 'CREDITOR', purpose: 'FOLLOW_UP' })).toEqual(['creditor', 'AWAIT_REPLY', '2026-12-08'])
    expect(await next({ counterpart: 'OTHER' })).toEqual(['us', 'CALL_BACK', '2026-12-08'])
  })

  test('where the contract agrees on another order, payments settle in that order', async () => {
    const made = await active({ paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
    await verify((await pay(made, '3000.00', '2026-12-04')).paymentId, '2026-12-04')
    const { paymentOrder, ledger } = await listed(made, '2026-12-04')
    expect(paymentOrder).toBe('PRINCIPAL_INTEREST_COSTS')
    expect(ledger[1]?.paidParts).toEqual({ costs: '0.00', interest: '0.00', principal: '915.17' })
    const order = { paymentOrder: 'PRINCIPAL' }
    expect((await refusalOf(confirm(await agreed(), order))).details).toEqual({ fields: { paymentOrder: ['choice'] } })
  })

  test('a payment that never came is struck out', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '2084.83', '2026-12-04')
    await verify(paymentId, '2026-12-06', false)
    expect((await listed(made, '2026-12-06')).ledger[0]).toMatchObject({ status: 'LATE', paid: '0.00', reported: '0.00' })
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'payment.struckOut', paymentId }))
  })

  test('of two who each say they paid all that is left only one is verified', async () => {
    const made = await active()
    const [first, second] = [await pay(made, '12509.01', '2026-12-04'), await pay(made, '12509.00', '2026-12-04')]
    await verify(second.paymentId, '2026-12-04')
    const refusal = await refusalOf(verify(first.paymentId, '2026-12-04'))
    expect([refusal.code, Object.keys(refusal.details['fields'] ?? {})]).toEqual(['invalid', ['amount']])
    expect((await listed(made, '2026-12-04')).summary).toMatchObject({ paid: '12509.00', left: '0.01', isComplete: false })
  })

  test.each<[string, object, string]>([
    ['nothing', { amount: '0' }, 'amount'],
    ['more than is left', { amount: '12509.02' }, 'amount'],
    ['a day to come', { amount: '1', paidOn: '2027-12-05' }, 'paidOn'],
    ['a day before there was a case', { amount: '1', paidOn: '1900-12-05' }, 'paidOn'],
  ])('%s is refused', async (_, values, field) => {
    const { agreementId } = await active()
    const given = { agreementId, paidOn: '2026-12-05', amount: '100.00', ...values }
    const refusal = await refusalOf(execute(recordPayment, office.counsellor, given, { now: on('2026-12-05') }))
    expect([refusal.code, Object.keys(refusal.details['fields'] ?? {})]).toEqual(['invalid', [field]])
  })

  test('before the agreement starts there is nothing to pay under it, and a stranger never pays', async () => {
    const { agreementId } = await agreed()
    const given = { agreementId, paidOn: '2026-11-25', amount: '100.00' }
    expect((await refusalOf(execute(recordPayment, office.counsellor, given, { now: on('2026-11-25') }))).details).toMatchObject({
      why: 'not_active',
    })
    expect((await refusalOf(execute(recordPayment, other.counsellor, given))).code).toBe('not_found')
  })

  test('the same payment is verified once', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '100.00', '2026-12-04')
    await verify(paymentId, '2026-12-04')
    expect((await refusalOf(verify(paymentId, '2026-12-04'))).details).toEqual({ why: 'already_verified' })
    expect((await refusalOf(execute(verifyPayment, office.assistant, { paymentId }))).code).toBe('forbidden')
  })
})

describe('SS-10 SS-11 a plan that is not kept', () => {
  test('a missed instalment shows the next day without anybody’s doing', async () => {
    const made = await active()
    expect((await listed(made, '2026-12-05')).summary).toMatchObject({ lateCount: 0, isBroken: false })
    expect((await listed(made, '2026-12-06')).summary).toMatchObject({
      lateCount: 1,
      lateAmount: '2084.83',
      breaksOn: '2027-01-05',
    })
  })

  test('ends as broken once the organisation’s days are over, and opens the fallback', async () => {
    const made = await active()
    const { agreementId, negotiation } = made
    const { version } = await agreementOf(agreementId)
    const ending = { agreementId, version, cause: 'RULE', reason: '再次失业，无力支付', isSure: true }
    const unsure = execute(breakAgreement, office.counsellor, { ...ending, isSure: false }, { now: on('2027-01-05') })
    expect((await refusalOf(unsure)).details).toEqual({ fields: { isSure: ['sure'] } })
    const early = execute(breakAgreement, office.counsellor, ending, { now: on('2027-01-04') })
    expect((await refusalOf(early)).details).toEqual({ why: 'not_broken', breaksOn: '2027-01-05' })
    await execute(breakAgreement, office.counsellor, ending, { now: on('2027-01-05') })
    expect((await agreementOf(agreementId)).status).toBe('BROKEN')
    expect(await stageOf(negotiation)).toMatchObject({ stage: 'FALLBACK', fallbackReason: 'BROKEN' })
    expect(await auditOf(office)).toContainEqual({
      type: 'agreement.ended',
      caseId: negotiation.kase.id,
      agreementId,
      status: 'BROKEN',
    })
  })

  test('or at once when the creditor says so; a stranger ends nothing', async () => {
    const { agreementId } = await active()
    const { version } = await agreementOf(agreementId)
    const ending = { agreementId, version, cause: 'CREDITOR_NOTICE', reason: '债权方来函解除', isSure: true }
    expect((await refusalOf(execute(breakAgreement, other.supervisor, ending))).code).toBe('not_found')
    expect((await execute(breakAgreement, office.counsellor, ending, { now: on('2026-12-01') })).status).toBe('BROKEN')
  })
})

describe('SS-11 a change of circumstances', () => {
  const tasksOf = async ({ negotiation }: Agreed) => {
    const { tasks } = await listContacts(office.counsellor, { caseId: negotiation.kase.id })
    return tasks.map(({ origin, assigneeId, dueOn }) => ({ origin, assigneeId, dueOn }))
  }
  const loseWork = ({ negotiation }: Agreed) => {
    const cause = { clientId: negotiation.client.id, type: 'UNEMPLOYMENT', startedOn: '2026-12-01' }
    return execute(recordHardship, office.counsellor, cause, { now: on('2026-12-02') })
  }

  test('SS-11 new hardship during a running plan asks its owner for a review, once', async () => {
    const made = await active()
    await loseWork(made)
    await loseWork(made)
    expect(await tasksOf(made)).toEqual([{ origin: 'rule:CIRCUMSTANCES', assigneeId: office.counsellor.id, dueOn: '2026-12-09' }])
    // 2,200.00 are left for 2,084.83: less than a tenth to spare.
    const { warning } = await listed(made, '2026-12-02')
    expect(warning?.reasons.map(({ reason }) => reason)).toEqual(['NEW_HARDSHIP', 'BUDGET_TIGHT'])
  })
  test('SS-11 a client who says that they cannot pay is worried about at once, before anybody has recorded why', async () => {
    const made = await active()
    const said = { agreementId: made.agreementId, kind: 'ILLNESS' }
    await execute(tellCircumstance, made.negotiation.portal, said, { now: on('2026-12-02') })
    const { warning } = await listed(made, '2026-12-02')
    expect(warning).toMatchObject({ level: 'WATCH', reasons: [{ reason: 'NEW_HARDSHIP' }, { reason: 'BUDGET_TIGHT' }] })
    expect((await listed(await active(), '2026-12-02')).warning).toMatchObject({ reasons: [{ reason: 'BUDGET_TIGHT' }] })
  })
  test('SS-11 so does a new statement; the score follows what it leaves', async () => {
    const made = await active()
    expect((await listed(made, '2026-11-27')).warning).toMatchObject({ level: 'CALM', points: 1 })
    const lines = [{ kind: 'income', category: 'EARNINGS', amount: '2000' }]
    const statement = { clientId: made.negotiation.client.id, asOf: '2026-12-02', reserve: '200', lines }
    await execute(saveStatement, office.counsellor, statement, { now: on('2026-12-02') })
    expect(await tasksOf(made)).toHaveLength(1)
    // 1,800.00 is less than the 2,084.83 due, but not less than four fifths of the 2,200.00 the plan was made on.
    expect((await listed(made, '2026-12-02')).warning).toEqual({
      ...{ points: 3, level: 'WATCH', reasons: [{ reason: 'BUDGET_SHORT', points: 3 }] },
    })
  })
  test('SS-11 without a running plan nobody is asked', async () => {
    const made = await agreed()
    await loseWork(made)
    expect(await tasksOf(made)).toEqual([])
    expect((await listed(made, '2026-12-02')).warning).toBeNull()
  })
})

describe('a running agreement and the board', () => {
  const fallBack = async ({ negotiation }: Agreed, by = office.counsellor, values: object = {}) => {
    const { id: caseId, version } = (await stageOf(negotiation)) ?? negotiation.kase
    const move = { caseId, version, to: 'FALLBACK', fallback: 'BROKEN', reason: '客户失业', ...values }
    return execute(moveCase, by, move, { now: on('2026-12-02') })
  }

  test('a case with a running agreement does not fall back by a move alone: the agreement is ended first', async () => {
    const made = await active()
    const refusal = await refusalOf(fallBack(made))
    expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['agreementEnded'], canOverride: false } })
    expect((await stageOf(made.negotiation))?.stage).toBe('MONITORING')
    expect((await agreementOf(made.agreementId)).status).toBe('ACTIVE')
  })
  test('not even a supervisor leaves a running agreement behind', async () => {
    const made = await active()
    const waved = fallBack(made, office.supervisor, { override: true })
    expect((await refusalOf(waved)).code).toBe('guard_missing')
  })
  test('ending it with a reason moves the case in the same breath', async () => {
    const made = await active()
    const { version } = await agreementOf(made.agreementId)
    const end = { agreementId: made.agreementId, version, cause: 'CREDITOR_NOTICE', reason: '债权方书面通知解除', isSure: true }
    await execute(breakAgreement, office.counsellor, end, { now: on('2026-12-02') })
    expect((await stageOf(made.negotiation))?.stage).toBe('FALLBACK')
    expect((await agreementOf(made.agreementId)).status).toBe('BROKEN')
  })
})
