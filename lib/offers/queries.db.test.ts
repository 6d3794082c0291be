import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreements, debts } from '@/db/schema'
import { aCase, aClient, aCreditor, aDebt, clock, type Office, openOffice, today } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { caseGet } from '@/lib/cases/queries'
import { saveStatement } from '@/lib/clients/statement.commands'
import { execute } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { getProposal } from '@/lib/proposals/queries'
import { saveProposal } from '@/lib/proposals/save.commands'
import { listOffers } from './queries'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

const terms = { dailyPercent: money('0.04'), remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' }

/** 小李 as in domain.md 4.2, V11: 24,000.00 owed, 2,200.00 left a month. */
async function aFile() {
  const client = await aClient(office)
  const kase = await aCase(office, { client })
  await aDebt(office, kase, { ...terms, principal: money('24000') })
  const line = (kind: string, category: string, amount: string) => ({ kind, category, amount })
  await execute(
    saveStatement,
    office.counsellor,
    {
      ...{ clientId: client.id, asOf: today, reserve: '200' },
      lines: [line('income', 'EARNINGS', '5200'), line('fixed', 'HOUSING', '1900'), line('flexible', 'FOOD', '900')],
    },
    { now: clock },
  )
  return { client, kase }
}
const offersOf = (caseId: string, values: object = {}) => listOffers(office.counsellor, { caseId, ...values }, clock)

describe('offers for a case', () => {
  test('SD-06 SX-01 come from what is recorded, three or more, with the extension 小李 asked for among them', async () => {
    const { kase } = await aFile()
    const { offers, budget, reserve, why } = await offersOf(kase.id)
    expect([budget, reserve, why, offers.length >= 3]).toEqual(['2200.00', '200.00', null, true])
    expect(offers.find(({ kind }) => kind === 'EXTEND')).toMatchObject({
      lines: [{ reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }] }],
      ...{ instalment: '2159.41', total: '25912.94' },
    })
  })

  test('money at hand makes a settlement one of them', async () => {
    const { kase } = await aFile()
    const { offers } = await offersOf(kase.id, { funds: '20,000' })
    expect(offers[0]).toMatchObject({ kind: 'LUMP_SUM', total: '20000.00' })
    expect((await refusalOf(offersOf(kase.id, { funds: '-1' }))).details).toEqual({ fields: { funds: ['negative'] } })
  })

  test('another creditor’s share stays theirs, in proportion to what they are owed', async () => {
    const { kase, client } = await aFile()
    const other = await aCase(office, { client, ...(await aCreditor(office)), owed: money('12000') })
    const shared = await offersOf(kase.id)
    expect(shared.elsewhere).toEqual({ creditors: 1, owed: '12000.00', paying: '0.00' })
    expect(shared.budget).toBe('1466.67')
    expect((await caseGet(office.counsellor, { caseId: kase.id }, clock)).paidElsewhere).toBe('0.00')
    await planInForce(other, '700.00')
    expect((await caseGet(office.counsellor, { caseId: kase.id }, clock)).paidElsewhere).toBe('700.00')
    expect(await offersOf(kase.id)).toMatchObject({ budget: '1500.00', elsewhere: { owed: '0.00', paying: '700.00' } })
  })

  test('what is paid to another creditor by agreement is out of what a proposal can take, too', async () => {
    const { kase, client } = await aFile()
    const { versionId, version: drafted } = await execute(draftProposal, office.counsellor, { caseId: kase.id }, { now: clock })
    const [debt] = await office.within((tx) => tx.select().from(debts).where(eq(debts.caseId, kase.id)))
    const lines = [{ debtId: debt?.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }] }]
    const { version } = await execute(saveProposal, office.counsellor, { versionId, version: drafted, lines }, { now: clock })
    const affordable = async () => (await getProposal(office.counsellor, { versionId }, clock)).affordability
    expect(await affordable()).toMatchObject({ surplus: '2200.00', buffer: '40.59', fits: true })
    const other = await aCase(office, { client, ...(await aCreditor(office)), owed: money('12000') })
    await planInForce(other, '700.00')
    await execute(saveProposal, office.counsellor, { versionId, version, lines }, { now: clock })
    expect(await affordable()).toMatchObject({ surplus: '1500.00', buffer: '-659.43', fits: false })
  })

  test('without a statement there is none, and it says why', async () => {
    const kase = await aCase(office)
    await aDebt(office, kase, terms)
    expect(await offersOf(kase.id)).toMatchObject({ offers: [], why: 'no_statement', surplus: null })
  })

  test('are for those who may read the case, and nobody else', async () => {
    const { kase } = await aFile()
    const elsewhere = await openOffice({ name: '别处' })
    for (const stranger of [office.colleague, elsewhere.supervisor])
      expect((await refusalOf(listOffers(stranger, { caseId: kase.id }))).code).toBe('not_found')
    for (const role of [office.admin, office.analyst])
      expect((await refusalOf(listOffers(role, { caseId: kase.id }))).code).toBe('forbidden')
  })
})

async function planInForce(kase: { id: string; clientId: string; orgId: string }, payment: string) {
  const row = { n: 1, principal: payment, interest: '0.00', fees: '0.00', payment, balance: '0.00' }
  const rows = [
    { ...row, due: '2026-11-05', payment: '9999.00' },
    { ...row, n: 2, due: '2026-12-05' },
  ]
  const id = kase.id
  await office.within((tx) =>
    tx.insert(agreements).values({
      ...{ orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId, versionId: id, decisionId: id, status: 'ACTIVE' },
      ...{ schedule: { rows, total: payment, interest: '0.00', last: '2026-12-05' }, total: money(payment), createdAt: clock },
    }),
  )
}
