import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { debts, proposalVersions } from '@/db/schema'
import { aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, sending } from '@/db/testing/negotiation'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { getProposal } from './queries'
import { presentProposal, recordApproval } from './review.commands'
import { saveProposal } from './save.commands'
import { sendProposal } from './send.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const call = { now: clock }
const later = { now: new Date(clock.getTime() + 3_600_000) }
const longer = (debtId: string, toPeriods: number) => ({ debtId, reliefs: [{ type: 'TERM_EXTENSION', toPeriods }] })
type Step = { versionId: string; version: number }
const save = ({ versionId, version }: Step, values: object, at = call) =>
  execute(saveProposal, office.counsellor, { versionId, version, ...values }, at)
async function standing({ versionId }: Step) {
  const [row] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
  return [row?.truthDeclaredAt ?? null, row?.clientApprovedAt ?? null]
}
const sixMonths = [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }]

describe('SE-16 a declaration of truth is about one content', () => {
  test('filling in what the creditor never reads leaves it standing, with the moment it was made', async () => {
    const approved = await anApproved(office, await aNegotiation(office), sixMonths)
    await save(approved, { ratedWillingness: 4, truthDeclared: true }, later)
    expect(await standing(approved)).toEqual([clock, clock])
  })

  test('other terms need a new declaration and a new approval before anything is sent', async () => {
    const negotiation = await aNegotiation(office)
    const approved = await anApproved(office, negotiation, sixMonths)
    const changed = await save(approved, { lines: [longer(negotiation.debt.id, 9)] })
    expect(changed).toMatchObject({ approvalLost: true, declarationLost: true })
    expect(await standing(approved)).toEqual([null, null])
    const shown = await execute(
      presentProposal,
      office.counsellor,
      { versionId: changed.versionId, version: changed.version },
      call,
    )
    const again = await execute(recordApproval, office.counsellor, { ...shown, channel: 'PHONE' }, call)
    const send = execute(
      sendProposal,
      office.counsellor,
      { versionId: again.versionId, version: again.version, ...sending },
      call,
    )
    expect((await refusalOf(send)).details).toMatchObject({ missing: ['truth'], to: 'SUBMITTED' })
  })

  test('a declaration made with the new terms is about them, and bears its own moment', async () => {
    const negotiation = await aNegotiation(office)
    const draft = await aDraft(office, negotiation, sixMonths)
    const changed = await save(draft, { lines: [longer(negotiation.debt.id, 9)], truthDeclared: true }, later)
    expect(changed.declarationLost).toBe(false)
    expect(await standing(draft)).toEqual([later.now, null])
  })

  test('facts that changed behind the letter are declared anew too', async () => {
    const negotiation = await aNegotiation(office)
    const draft = await aDraft(office, negotiation, sixMonths)
    const owes = { principal: money('11000.00') }
    await office.within((tx) => tx.update(debts).set(owes).where(eq(debts.id, negotiation.debt.id)))
    expect((await save(draft, {})).declarationLost).toBe(true)
  })

  test('what moves from one loan note to the other is another content, even where the letter adds them up', async () => {
    const negotiation = await aNegotiation(office)
    const second = await aDebt(office, negotiation.kase, { contractNumber: 'JB2025119902' })
    const lines = [longer(negotiation.debt.id, 6), longer(second.id, 9)]
    const draft = await save(await aDraft(office, negotiation, sixMonths), { lines, truthDeclared: true })
    expect((await save(draft, { lines: lines.toReversed() })).declarationLost).toBe(false)
    const moved = [longer(negotiation.debt.id, 9), longer(second.id, 6)]
    expect((await save({ ...draft, version: draft.version + 1 }, { lines: moved })).declarationLost).toBe(true)
  })
})

test('a draft tells when it was last kept, so that whoever opens it again sees that nothing was lost', async () => {
  const draft = await aDraft(office, await aNegotiation(office), sixMonths)
  await save(draft, { sourceOfFunds: '工资和家人补贴' }, later)
  const { savedAt, sourceOfFunds } = await getProposal(office.counsellor, { versionId: draft.versionId }, later.now)
  expect([savedAt, sourceOfFunds]).toEqual([later.now.toISOString(), '工资和家人补贴'])
})
