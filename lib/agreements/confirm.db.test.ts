import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { authorisations, evidence, instalments } from '@/db/schema'
import { agreementSteps } from '@/db/testing/agreement-steps'
import { type Office, openOffice } from '@/db/testing/factories'
import { aPaper } from '@/db/testing/negotiation'
import { on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { toText } from '@/lib/platform/money'
import { confirmAgreement, overrideAgreement } from './confirm.commands'
import { asTyped } from './typed-plan'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
  other = await openOffice({ name: '另一家' })
})

const { agreementOf, stageOf, agreed, confirm, sign, listed } = agreementSteps(() => office)

describe('SE-15 written confirmation', () => {
  test('the agreement starts with the paper and the receipt, not with one of them', async () => {
    const made = await agreed()
    expect((await confirm(made)).status).toBe('DRAFT')
    expect((await stageOf(made.negotiation)).stage).toBe('CONFIRMING')
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
    expect((await stageOf(negotiation)).stage).toBe('MONITORING')
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
