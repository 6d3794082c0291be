import { randomUUID } from 'node:crypto'
import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { cases, members, notices, outbox } from '@/db/schema'
import { aCase, type Office, openOffice, type TestCase } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { setDigest } from './commands'
import { queueDigests } from './digest.job'
import { inbox } from './queries'

let office: Office
/** A moment by the clocks of Shanghai. */
const at = (local: string) => new Date(`${local}:00+08:00`)
const monday = at('2026-11-23T08:30')

const tell = (kase: TestCase, over: Partial<typeof notices.$inferInsert> = {}) =>
  office.within((tx) =>
    tx.insert(notices).values({
      ...{ orgId: kase.orgId, id: randomUUID(), userId: office.counsellor.id, reason: 'CLIENT_MESSAGE', caseId: kase.id },
      ...{ at: at('2026-11-20T15:00'), ...over },
    }),
  )
const mails = () =>
  office.within((tx) => tx.select().from(outbox).where(isNotNull(outbox.userId)).orderBy(outbox.createdAt, outbox.id))
const set = (isOn: boolean, actor: Actor = office.counsellor) => execute(setDigest, actor, { isOn }, { now: monday })

beforeEach(async () => {
  office = await openOffice()
})

describe('a mail in the morning', () => {
  test('counts what is unread and gives no number of a case, once a day, at half past eight', async () => {
    const [one, other] = [await aCase(office), await aCase(office)]
    await tell(one)
    await tell(one, { reason: 'CLIENT_SENT' })
    await tell(other, { reason: 'OUTCOME' })
    await queueDigests(at('2026-11-23T08:29'))
    expect(await mails()).toEqual([])
    for (const time of ['08:30', '08:31', '11:00']) await queueDigests(at(`2026-11-23T${time}`))
    expect(await mails()).toEqual([
      expect.objectContaining({ userId: office.counsellor.id, subject: '有 3 件事等您看', notBefore: monday }),
    ])
    const [mail] = await mails()
    for (const { number } of [one, other]) expect(`${mail?.subject}${mail?.body}`).not.toContain(number)
    expect(`${mail?.subject}${mail?.body}`).not.toMatch(/张|伟|¥|借呗/)
    await queueDigests(at('2026-11-24T08:30'))
    expect(await mails()).toHaveLength(2)
  })

  test('is one, however many instances think of it', async () => {
    await tell(await aCase(office))
    await Promise.all([1, 2, 3].map(() => queueDigests(monday)))
    expect(await mails()).toHaveLength(1)
  })

  test.each([
    ['on a Saturday', '2026-11-21T09:00'],
    ['on a holiday', '2026-10-05T09:00'],
    ['in the afternoon, where no server ran in the morning', '2026-11-23T12:00'],
  ])('is not sent %s', async (_, time) => {
    await tell(await aCase(office), { at: at('2026-09-01T10:00') })
    await queueDigests(at(time))
    expect(await mails()).toEqual([])
  })

  test.each([
    ['is read', { readAt: monday }],
    ['came after half past eight', { at: at('2026-11-23T08:45') }],
  ])('leaves out what %s', async (_, over) => {
    await tell(await aCase(office), over)
    await queueDigests(at('2026-11-23T09:00'))
    expect(await mails()).toEqual([])
  })

  test('leaves out cases that are somebody else’s by now, and who has left', async () => {
    const kase = await aCase(office)
    await tell(kase)
    await office.within((tx) => tx.update(cases).set({ ownerId: office.colleague.id }).where(eq(cases.id, kase.id)))
    await queueDigests(monday)
    expect(await mails()).toEqual([])
    await tell(await aCase(office), { reason: 'OUTCOME' })
    await office.within((tx) => tx.update(members).set({ disabledAt: monday }).where(eq(members.userId, office.counsellor.id)))
    await queueDigests(monday)
    expect(await mails()).toEqual([])
  })
})

describe('the switch', () => {
  test('turns it off and on for oneself, which is noted', async () => {
    await tell(await aCase(office))
    await set(false)
    expect((await inbox(office.counsellor, {}, monday)).hasDigest).toBe(false)
    await queueDigests(monday)
    expect(await mails()).toEqual([])
    await set(true)
    await queueDigests(monday)
    expect(await mails()).toHaveLength(1)
    expect(await auditOf(office)).toEqual(
      expect.arrayContaining([
        { type: 'inbox.digestSet', isOn: false },
        { type: 'inbox.digestSet', isOn: true },
      ]),
    )
  })

  test('turns off nobody else’s', async () => {
    await tell(await aCase(office))
    await set(false, office.supervisor)
    await queueDigests(monday)
    expect(await mails()).toHaveLength(1)
  })

  test('takes yes or no and nothing else', async () => {
    expect((await refusalOf(execute(setDigest, office.counsellor, { isOn: 'maybe' }, { now: monday }))).code).toBe('invalid')
  })
})
