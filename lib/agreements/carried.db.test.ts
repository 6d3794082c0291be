import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { agreements, instalments } from '@/db/schema'
import { aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { listDebts } from '@/lib/debts/queries'
import { recordDecision } from '@/lib/decisions/record.commands'
import { money, toText } from '@/lib/platform/money'
import { caseFactsOf } from '@/lib/proposals/case-facts.queries'
import { overrideAgreement } from './confirm.commands'
import { recordPayment, verifyPayment } from './payment.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const call = { now: clock }

/** The creditor grants a version, and its agreement starts. */
async function started(versionId: string) {
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
  const { agreementId } = await execute(recordDecision, office.counsellor, yes, call)
  await execute(overrideAgreement, office.supervisor, { agreementId, version: 1, reason: '书面件在途' }, call)
  return agreementId ?? ''
}

async function pay(paid: { agreementId: string; paidOn: string; amount: string }) {
  const { paymentId } = await execute(recordPayment, office.counsellor, paid, call)
  await execute(verifyPayment, office.counsellor, { paymentId }, call)
}

const dueUnder = (agreementId: string) =>
  office.within((tx) =>
    tx
      .select()
      .from(instalments)
      .where(and(eq(instalments.orgId, office.organisationId), eq(instalments.agreementId, agreementId)))
      .orderBy(asc(instalments.n)),
  )

test('what an agreement still asks for on a loan note goes on when another note of the case is agreed anew', async () => {
  const negotiation = await aNegotiation(office, { debt: { overduePrincipal: money('200.00'), oldestUnpaidDueOn: '2026-11-05' } })
  const { kase, debt } = negotiation
  const first = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const agreementId = await started(first.versionId)
  const before = await dueUnder(agreementId)
  const paid = { agreementId, paidOn: '2026-11-21', amount: toText(before[0]?.amount ?? money('0')) }
  await pay(paid)

  // The note recorded as overdue is under the agreement: a version that asks nothing of it is complete.
  const beside = await aDebt(office, kase, { contractNumber: 'JB2025110999', principal: money('3000.00') })
  const { version } = await caseGet(office.counsellor, { caseId: kase.id }, clock)
  await execute(moveCase, office.counsellor, { caseId: kase.id, to: 'DRAFTING', version, reason: '另一笔也要调整' }, call)
  const second = await aSentProposal(office, { ...negotiation, debt: beside }, [{ type: 'TERM_EXTENSION', toPeriods: 5 }], {
    whatChanged: '新增一笔借款',
  })
  const now = await dueUnder(await started(second.versionId))

  const open = before.slice(1)
  expect(now.map(({ dueOn }) => dueOn)).toEqual(['2026-12-05', ...open.map(({ dueOn }) => dueOn)])
  const added = now.map(({ dueOn, amount }) =>
    toText(amount.minus(open.find((row) => row.dueOn === dueOn)?.amount ?? money('0'))),
  )
  const [plan] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.versionId, second.versionId)))
  const ofBeside = plan?.notes.find(({ debtId }) => debtId === beside.id)?.plan.rows.map(({ payment }) => payment)
  expect(added).toEqual([...(ofBeside ?? []), '0.00'])
  expect(toText(plan?.total ?? money('0'))).toBe(plan?.schedule.total)
  expect(plan?.notes.map(({ debtId }) => debtId).toSorted()).toEqual([debt.id, beside.id].toSorted())
  // Each counts its days past due from its own first instalment that is not paid.
  const { debts } = await listDebts(office.counsellor, { caseId: kase.id }, new Date('2026-12-15T04:00:00Z'))
  const dueOf = (id: string) => debts.flatMap((note) => (note.id === id ? [note.daysPastDue, note.dueOn] : []))
  expect([dueOf(debt.id), dueOf(beside.id)]).toEqual([
    [-21, '2027-01-05'],
    [10, '2026-12-05'],
  ])
  // A letter tells of all of them, whatever the last version asked for.
  const told = await office.within((tx) => caseFactsOf({ tx, actor: office.counsellor, now: clock }, kase, 'zh-CN'))
  expect(told.debt.contractNumbers).toHaveLength(2)
})

test('what was paid before its day on a note goes along with it', async () => {
  const negotiation = await aNegotiation(office)
  const { kase, debt } = negotiation
  const first = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const agreementId = await started(first.versionId)
  const [next] = await dueUnder(agreementId)
  await pay({ agreementId, paidOn: '2026-11-21', amount: '300.00' })
  const beside = await aDebt(office, kase, { contractNumber: 'JB2025110998', principal: money('3000.00') })
  const { version } = await caseGet(office.counsellor, { caseId: kase.id }, clock)
  await execute(moveCase, office.counsellor, { caseId: kase.id, to: 'DRAFTING', version, reason: '另一笔也要调整' }, call)
  const second = await aSentProposal(office, { ...negotiation, debt: beside }, [{ type: 'TERM_EXTENSION', toPeriods: 5 }], {
    whatChanged: '新增一笔借款',
  })
  await started(second.versionId)
  const [plan] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.versionId, second.versionId)))
  const early = plan?.notes.find(({ debtId }) => debtId === debt.id)?.paidEarly ?? []
  // Interest first, the rest principal.
  const interest = next?.interest ?? money('0')
  expect(early).toEqual([{ due: next?.dueOn, interest: toText(interest), principal: toText(money('300.00').minus(interest)) }])
})
