import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { clients } from '@/db/schema'
import { aCase, aClient, aDebt, aDecision, aVersion, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { home } from './queries'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

/** Somebody whose proposal was answered after so many days. */
async function answeredAfter(here: Office, days: number) {
  const sentAt = new Date('2026-10-01T02:00:00Z')
  const version = await aVersion(here, await aDebt(here, await aCase(here, { stage: 'CLOSED' })), { sent: true, sentAt })
  await aDecision(here, version, { decidedOn: new Date(sentAt.getTime() + days * 86_400_000).toISOString().slice(0, 10) })
}

async function waiting(here: Office) {
  const client = await aClient(here)
  const kase = await aCase(here, { client, stage: 'SUBMITTED' })
  await aVersion(here, await aDebt(here, kase), { sent: true, sentAt: clock })
  return clientActor(here, client)
}

const waitOf = async (here: Office) => (await home(await waiting(here), {}, clock)).cases[0]?.wait

test('who waits for a creditor is told how long eight in ten of this office’s answers took, once twenty people stand behind it', async () => {
  for (let days = 1; days <= 19; days += 1) await answeredAfter(office, days)
  expect(await waitOf(office)).toBeNull()
  await answeredAfter(office, 20)
  // Of 1 to 20 the second and the eighteenth: a tenth lies at or below each end, counted from outside.
  expect(await waitOf(office)).toEqual({ low: 2, high: 18 })
})

test('another office’s answers are not in it, and the client’s own view stays their own', async () => {
  const elsewhere = await openOffice()
  await waiting(elsewhere)
  const portal = await waiting(elsewhere)
  const { cases } = await home(portal, {}, clock)
  const seen = await inTransaction({ organisationId: elsewhere.organisationId, clientId: portal.clientId }, async (tx) => {
    await tx.execute(sql`select * from usual_answer_days(${elsewhere.creditorId}, 20)`)
    return (await tx.select().from(clients)).map(({ id }) => id)
  })
  expect(seen).toEqual([portal.clientId])
  expect(cases).toHaveLength(1)
  expect(cases[0]?.wait).toBeNull()
})
