import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clients, outbox } from '@/db/schema'
import { aCase, aClient, clock as now, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { retryMails, settleMails } from './undelivered.commands'
import { undeliveredMails } from './undelivered.queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

/** A client with two mails that did not arrive. */
async function unreached(failure: 'GAVE_UP' | 'BOUNCED' = 'GAVE_UP') {
  const client = await aClient(office, { name: '欧阳小明' })
  await aCase(office, { client })
  const emailBouncedAt = failure === 'BOUNCED' ? now : null
  const mail = {
    kind: 'NEWS' as const,
    covers: [],
    address: 'a@client.test',
    locale: 'zh-CN' as const,
    subject: '有进展',
    body: '…',
  }
  await office.within(async (tx) => {
    await tx.update(clients).set({ email: 'a@client.test', emailBouncedAt }).where(eq(clients.id, client.id))
    for (let n = 0; n < 2; n += 1)
      await tx.insert(outbox).values({
        ...{ orgId: office.organisationId, id: randomUUID(), clientId: client.id, ...mail },
        ...{ createdAt: now, notBefore: now, attempts: 9, failedAt: now, failure },
      })
  })
  return client.id
}
const seen = async (clientId: string, actor = office.counsellor) =>
  (await undeliveredMails(actor, {}, now)).clients.find((one) => one.clientId === clientId)
const mailsOf = (clientId: string) => office.within((tx) => tx.select().from(outbox).where(eq(outbox.clientId, clientId)))

test('whoever works with a client sees that mails did not arrive, without the whole name, and others do not', async () => {
  const clientId = await unreached()
  expect(await seen(clientId)).toMatchObject({ name: '欧阳**', many: 2, canRetry: true, lastAt: now.toISOString() })
  expect(await seen(clientId, office.supervisor)).toBeDefined()
  expect(await seen(clientId, office.colleague)).toBeUndefined()
  expect((await refusalOf(execute(settleMails, office.colleague, { clientId }, { now }))).code).toBe('not_found')
  expect((await refusalOf(execute(retryMails, office.auditor, { clientId }, { now }))).code).toBe('forbidden')
})

test('sent again, they wait in the outbox like new ones, and leave the list', async () => {
  const clientId = await unreached()
  const later = new Date(now.getTime() + 86_400_000)
  expect(await execute(retryMails, office.counsellor, { clientId }, { now: later })).toEqual({ mails: 2 })
  expect(await mailsOf(clientId)).toMatchObject(
    [1, 2].map(() => ({ attempts: 0, failedAt: null, failure: null, sentAt: null, notBefore: later })),
  )
  expect(await seen(clientId)).toBeUndefined()
  expect(await auditOf(office)).toContainEqual({ type: 'mail.retried', clientId, mails: 2 })
  expect((await refusalOf(execute(retryMails, office.counsellor, { clientId }, { now }))).details).toEqual({
    why: 'already_done',
  })
})

test('an address that gave a mail back is not tried again: a telephone call settles it, and nothing is sent', async () => {
  const clientId = await unreached('BOUNCED')
  expect(await seen(clientId)).toMatchObject({ hasBounced: true, canRetry: false })
  expect((await refusalOf(execute(retryMails, office.counsellor, { clientId }, { now }))).details).toEqual({
    why: 'mail_bounced',
  })
  await execute(settleMails, office.counsellor, { clientId }, { now })
  expect(await seen(clientId)).toBeUndefined()
  expect(await mailsOf(clientId)).toMatchObject([1, 2].map(() => ({ failedAt: now, failure: null, sentAt: null })))
  expect(await auditOf(office)).toContainEqual({ type: 'mail.settled', clientId, mails: 2 })
})
