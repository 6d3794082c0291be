import { and, eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { agreements, circumstances, clients, instalments, outbox, payments } from '@/db/schema'
import { aChain } from '@/db/testing/chain'
import { clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { remindOfDueDays } from './remind.job'

let office: Office
/** Ten in the morning in Shanghai, three days before the instalment of 5 December. */
const threeDaysBefore = new Date('2026-12-02T02:00:00Z')

beforeAll(async () => {
  office = await openSeededOffice()
})

async function someone(over: Partial<typeof clients.$inferInsert> = {}) {
  const { ids } = await aChain(office, office.counsellor, '李小明')
  const email = 'someone@example.test'
  await office.within(async (tx) => {
    await tx
      .update(clients)
      .set({ email, ...over })
      .where(eq(clients.id, ids.clientId))
    await tx.update(circumstances).set({ handledAt: clock }).where(eq(circumstances.clientId, ids.clientId))
  })
  return ids.clientId
}

const mailsTo = (clientId: string) =>
  office.within((tx) =>
    tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.clientId, clientId), eq(outbox.kind, 'PAYMENT_SOON'))),
  )

test('a client is told once, three days before an instalment is due, without the amount', async () => {
  const clientId = await someone()
  await remindOfDueDays(new Date('2026-12-01T02:00:00Z'))
  expect(await mailsTo(clientId)).toEqual([])
  await remindOfDueDays(threeDaysBefore)
  await remindOfDueDays(threeDaysBefore)
  const mails = await mailsTo(clientId)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body).not.toMatch(/1,?000|¥/)
})

test('a reminder that nobody made on its day is made up for, once', async () => {
  const clientId = await someone()
  for (const day of ['03', '04', '05']) await remindOfDueDays(new Date(`2026-12-${day}T02:00:00Z`))
  const mails = await mailsTo(clientId)
  expect(mails.map(({ createdAt }) => createdAt.toISOString())).toEqual(['2026-12-03T02:00:00.000Z'])
})

test('a client who needs care is not reminded by itself', async () => {
  const clientId = await someone({ needsCare: true })
  await remindOfDueDays(threeDaysBefore)
  expect(await mailsTo(clientId)).toEqual([])
})

test('who was told and got the mail is not told again on the days that are left', async () => {
  const clientId = await someone()
  await remindOfDueDays(threeDaysBefore)
  await office.within((tx) => tx.update(outbox).set({ sentAt: threeDaysBefore }).where(eq(outbox.clientId, clientId)))
  for (const day of ['03', '04']) await remindOfDueDays(new Date(`2026-12-${day}T02:00:00Z`))
  expect(await mailsTo(clientId)).toHaveLength(1)
})

test('nobody is reminded of what they say is paid, nor who has said that they cannot pay until that was talked through', async () => {
  const [first, second] = [await aChain(office, office.counsellor, '李小明'), await aChain(office, office.counsellor, '李小明')]
  const [told, cannot] = [first.ids, second.ids]
  await office.within(async (tx) => {
    await tx
      .update(clients)
      .set({ email: 'someone@example.test' })
      .where(inArray(clients.id, [told.clientId, cannot.clientId]))
    await tx.update(circumstances).set({ handledAt: threeDaysBefore })
    await tx.update(circumstances).set({ handledAt: null }).where(eq(circumstances.id, cannot.circumstanceId))
    const whole = {
      amount: sql`(select sum(amount) from instalments where agreement_id = ${told.agreementId})`,
      verifiedAt: null,
    }
    await tx.update(payments).set(whole).where(eq(payments.id, told.paymentId))
  })
  await remindOfDueDays(threeDaysBefore)
  expect([await mailsTo(told.clientId), await mailsTo(cannot.clientId)]).toEqual([[], []])
  await office.within((tx) => tx.update(circumstances).set({ handledAt: threeDaysBefore }))
  await office.within((tx) => tx.delete(payments).where(eq(payments.id, told.paymentId)))
  await remindOfDueDays(threeDaysBefore)
  expect([await mailsTo(told.clientId), await mailsTo(cannot.clientId)]).toMatchObject([[{}], [{}]])
})

test('nobody is reminded of what is paid, of a plan that is not in force, or on the day itself', async () => {
  const [paid, over, late] = [await someone(), await someone(), await someone()]
  await office.within(async (tx) => {
    await tx.update(instalments).set({ paid: sql`amount` }).where(eq(instalments.clientId, paid))
    await tx.update(agreements).set({ status: 'BROKEN' }).where(eq(agreements.clientId, over))
  })
  await remindOfDueDays(new Date('2026-12-05T02:00:00Z'))
  expect(await mailsTo(late)).toEqual([])
  await remindOfDueDays(threeDaysBefore)
  expect([await mailsTo(paid), await mailsTo(over)]).toEqual([[], []])
  expect(await mailsTo(late)).toHaveLength(1)
})
