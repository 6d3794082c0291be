import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { debts } from '@/db/schema'
import { aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation } from '@/db/testing/negotiation'
import { refusalOf } from '@/db/testing/traces'
import { caseFacts } from '@/lib/cases/facts.queries'
import { execute } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { getProposal } from './queries'
import { presentProposal } from './review.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const longer = [{ type: 'TERM_EXTENSION' as const, toPeriods: 12 }]
async function aDraftBeside(other: Parameters<typeof aDebt>[2]) {
  const negotiation = await aNegotiation(office)
  const beside = await aDebt(office, negotiation.kase, { contractNumber: 'JB2025110999', ...other })
  const { versionId, version } = await aDraft(office, negotiation, longer)
  const complete = () =>
    office.within(async (tx) => (await caseFacts({ tx, now: clock, actor: office.counsellor }, negotiation.kase)).versionComplete)
  const lacking = async () => (await getProposal(office.counsellor, { versionId }, clock)).lacking
  const present = () => execute(presentProposal, office.counsellor, { versionId, version }, { now: clock })
  return { beside, complete, lacking, present }
}

test('a version is not complete while an overdue loan note of the case is left out', async () => {
  const { beside, complete, lacking, present } = await aDraftBeside({
    overduePrincipal: money('500.00'),
    nextDueOn: '2026-12-05',
  })
  expect(await lacking()).toContain('leftOut')
  expect(await complete()).toBe(false)
  expect((await refusalOf(present())).details).toMatchObject({ missing: ['version'] })
  await office.within((tx) => tx.update(debts).set({ disputed: true }).where(eq(debts.id, beside.id)))
  expect(await complete()).toBe(true)
})

test('a loan note that is paid as agreed may stay as it is', async () => {
  const { complete, lacking } = await aDraftBeside({ nextDueOn: '2026-12-05' })
  expect(await lacking()).not.toContain('leftOut')
  expect(await complete()).toBe(true)
})
