import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type clients, messages, outbox, tasks } from '@/db/schema'
import { photo } from '@/db/testing/chain'
import { aCase, aClient, clientActor, clock, type Office, openOffice, type TestCase } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { requestEvidence, uploadEvidence } from '@/lib/evidence/commands'
import { listEvidence } from '@/lib/evidence/queries'
import { deliverDueMails } from '@/lib/mail/deliver.job'
import { frame } from '@/lib/portal/frame.queries'
import { refusalWord } from '@/lib/portal/refusal-word'
import { attachment } from './attachment.queries'
import { notifyClient, writeMessage, writeMyMessage } from './commands'
import { listMessages, myThread, myThreads } from './queries'

const now = clock
let office: Office
let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'parley-messages-'))
  process.env['DATA_DIR'] = data
  office = await openSeededOffice()
})

async function aThread(over: Partial<typeof clients.$inferInsert> = {}) {
  const client = await aClient(office, { email: 'someone@example.test', safePhrase: '青石小巷', ...over })
  const kase = await aCase(office, { client })
  return { client, kase, portal: clientActor(office, client) }
}

const waiting = (clientId: string) =>
  office.within((tx) =>
    tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.orgId, office.organisationId), eq(outbox.clientId, clientId))),
  )
const tasksOf = (kase: TestCase) => office.within((tx) => tx.select().from(tasks).where(eq(tasks.caseId, kase.id)))

describe('what client and office write to each other', () => {
  test('the client reads what the counsellor wrote, and the counsellor sees that it was read', async () => {
    const { kase, portal } = await aThread()
    await execute(writeMessage, office.counsellor, { caseId: kase.id, body: '您好，请补一张工资单。' }, { now })
    expect((await frame(portal, {}, now)).unread).toBe(1)
    expect((await myThreads(portal, {}, now)).threads).toMatchObject([{ caseId: kase.id, unread: 1 }])
    const { messages: read } = await myThread(portal, { caseId: kase.id }, now)
    expect(read).toMatchObject([{ body: '您好，请补一张工资单。', fromClient: false, author: '李文静' }])
    expect((await frame(portal, {}, now)).unread).toBe(0)
    expect((await myThreads(portal, {}, now)).threads).toMatchObject([{ unread: 0 }])
    expect((await listMessages(office.counsellor, { caseId: kase.id }, now)).messages[0]?.isRead).toBe(true)
  })

  test('what the client writes becomes one task to answer, and is written down without the words', async () => {
    const { kase, portal } = await aThread()
    for (const body of ['我换工作了', '还有一件事'])
      await execute(writeMyMessage, portal, { caseId: kase.id, body, fileName: '', content: '' }, { now })
    expect(await tasksOf(kase)).toMatchObject([{ origin: 'rule:MESSAGE', dueOn: '2026-11-21', assigneeId: office.counsellor.id }])
    const told = (await auditOf(office)).filter((event) => 'caseId' in event && event.caseId === kase.id)
    expect(told).toContainEqual(expect.objectContaining({ type: 'message.written', from: 'client' }))
    expect(JSON.stringify(told)).not.toContain('换工作')
  })

  test('who taps twice says it once, also at the same moment; said again later, or with a photo, it stands again', async () => {
    const { kase, portal } = await aThread()
    const said = { caseId: kase.id, body: '好的' }
    const tap = (seconds: number) => execute(writeMyMessage, portal, said, { now: new Date(now.getTime() + seconds * 1000) })
    const both = await Promise.allSettled([tap(0), tap(0)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(tap(59))).details).toEqual({ why: 'already_said' })
    await tap(61)
    const file = { fileName: '说明.txt', content: Buffer.from('好的').toString('base64') }
    await execute(writeMyMessage, portal, { ...said, ...file }, { now: new Date(now.getTime() + 62_000) })
    expect((await listMessages(office.counsellor, { caseId: kase.id }, now)).messages).toHaveLength(3)
  })

  test('a photo that was not saved whole is told of, not left out in silence', async () => {
    const { kase, portal } = await aThread()
    const empty = execute(writeMyMessage, portal, { caseId: kase.id, body: '见图', fileName: '空.jpg', content: '' }, { now })
    expect((await refusalOf(empty)).details).toMatchObject({ problem: 'empty' })
  })

  test('a photo needs no words; where there is neither, the client is told what is missing', async () => {
    const { kase, portal } = await aThread()
    const say = (over: { fileName?: string; content?: string }) =>
      execute(writeMyMessage, portal, { caseId: kase.id, body: ' \r\n ', ...over }, { now })
    await say({ fileName: '截图.png', content: photo })
    expect((await myThread(portal, { caseId: kase.id }, now)).messages).toMatchObject([{ body: '', file: '截图.png' }])
    for (const nothing of [{}, { fileName: '', content: '' }]) {
      const refused = await execute(writeMyMessage, portal, { caseId: kase.id, body: ' ', ...nothing }, { now }).catch(
        (error) => error,
      )
      expect(refused).toMatchObject({ code: 'invalid', details: { fields: { body: ['required'] } } })
      expect(refusalWord(refused)).toBe('body')
    }
  })

  test('a photo that comes along is taken in as evidence, and a program is refused', async () => {
    const { client, kase, portal } = await aThread()
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const values = { caseId: kase.id, body: '见图', fileName: '截图.jpg' }
    await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'OTHER', note: '房屋租赁合同' }, { now })
    await execute(writeMyMessage, portal, { ...values, content: photo.toString('base64') }, { now })
    const { messages: said } = await listMessages(office.counsellor, { caseId: kase.id }, now)
    expect(said).toMatchObject([{ file: '截图.jpg' }])
    // What came along with words is no answer to what was asked for.
    const { requests } = await listEvidence(office.counsellor, { clientId: client.id }, now)
    expect(requests).toMatchObject([{ code: 'OTHER', fulfilledAt: null }])
    const content = Buffer.from('MZ this is a program').toString('base64')
    expect((await refusalOf(execute(writeMyMessage, portal, { ...values, content }, { now }))).code).toBe('unsupported_type')
  })

  test('the counsellor sends one of the client’s papers along, and the client takes it; nobody else’s, and nobody else', async () => {
    const [{ client, kase, portal }, other] = [await aThread(), await aThread()]
    const content = (
      await sharp({ create: { width: 20, height: 20, channels: 3, background: '#224488' } })
        .jpeg()
        .toBuffer()
    ).toString('base64')
    const received = { code: 'OTHER', label: '还款说明', fileName: '还款说明.jpg', content }
    const { id: evidenceId, hash } = await execute(
      uploadEvidence,
      office.counsellor,
      { ...received, clientId: client.id },
      { now },
    )
    const { id } = await execute(writeMessage, office.counsellor, { caseId: kase.id, body: '请看附件。', evidenceId }, { now })
    expect((await myThread(portal, { caseId: kase.id }, now)).messages).toMatchObject([{ id, file: '还款说明.jpg' }])
    expect(await attachment(portal, { messageId: id }, now)).toEqual({ hash, name: '还款说明.jpg', kind: 'JPEG' })
    expect(await accessOf(office)).toContainEqual(
      expect.objectContaining({ kind: 'download', what: 'message.file', object: evidenceId }),
    )
    expect((await refusalOf(attachment(other.portal, { messageId: id }, now))).code).toBe('not_found')
    expect((await refusalOf(attachment(office.counsellor, { messageId: id }, now))).code).toBe('forbidden')
    const strange = execute(writeMessage, office.counsellor, { caseId: other.kase.id, body: '请看附件。', evidenceId }, { now })
    expect((await refusalOf(strange)).code).toBe('not_found')
  })

  test('a promise, an insult and harmful advice never reach a client', async () => {
    const { kase } = await aThread()
    for (const body of ['这次保证成功', '您先停止还款', '不要当老赖']) {
      const refused = await refusalOf(execute(writeMessage, office.counsellor, { caseId: kase.id, body }, { now }))
      expect(refused.details).toMatchObject({ fields: { body: ['wording'] } })
    }
  })

  test('another client, another office and those without case work neither read nor write it', async () => {
    const { kase } = await aThread()
    const stranger = (await aThread()).portal
    const elsewhere = await openOffice()
    const values = { caseId: kase.id, body: '您好' }
    expect((await refusalOf(execute(writeMyMessage, stranger, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(myThread(stranger, { caseId: kase.id }, now))).code).toBe('not_found')
    expect((await refusalOf(execute(writeMessage, elsewhere.counsellor, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(writeMessage, office.colleague, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(writeMessage, office.auditor, values, { now }))).code).toBe('forbidden')
  })

  test('what was written stays as it was written, also for the database', async () => {
    const { kase } = await aThread()
    const { id } = await execute(writeMessage, office.counsellor, { caseId: kase.id, body: '原话' }, { now })
    const change = office.within((tx) => tx.update(messages).set({ body: '别的话' }).where(eq(messages.id, id)))
    await expect(change).rejects.toMatchObject({ cause: { message: 'a message is immutable' } })
  })
})

describe('the mail that tells of a message', () => {
  test('goes out once by day, as a file without name, amount or number', async () => {
    const { client, kase } = await aThread({ name: '古丽米热' })
    const values = { caseId: kase.id, body: '欠款 93,750.00 元已核对。' }
    await execute(writeMessage, office.counsellor, values, { now })
    await execute(writeMessage, office.counsellor, values, { now })
    const [mail, second] = await waiting(client.id)
    expect(second).toBeUndefined()
    expect(`${mail?.subject}${mail?.body.replace(/https?:\S+/, '')}`).not.toMatch(/古丽|93|XS-/)
    expect(mail?.body).toContain('青石小巷')
    await deliverDueMails(now)
    const files = await readdir(join(data, 'mail'))
    expect(files).toContain(`${mail?.id}.eml`)
    expect(await readFile(join(data, 'mail', `${mail?.id}.eml`), 'utf8')).toContain('To: someone@example.test')
    await deliverDueMails(now)
    expect((await waiting(client.id))[0]?.sentAt).toEqual(now)
  })

  test('written at night it waits for eight in the morning', async () => {
    const { client, kase } = await aThread()
    const night = new Date('2026-11-21T23:10:00+08:00')
    await execute(writeMessage, office.counsellor, { caseId: kase.id, body: '明天见' }, { now: night })
    expect((await waiting(client.id))[0]?.notBefore.toISOString()).toBe('2026-11-22T00:00:00.000Z')
    await deliverDueMails(night)
    expect((await waiting(client.id))[0]?.sentAt).toBeNull()
  })

  test('the counsellor’s button tells of news and nothing of what it is; others’ cases are not there', async () => {
    const { client, kase } = await aThread()
    await execute(notifyClient, office.counsellor, { caseId: kase.id }, { now })
    expect(await waiting(client.id)).toMatchObject([{ kind: 'NEWS', subject: '您的申请有新进展' }])
    expect(await auditOf(office)).toContainEqual({ type: 'client.notified', caseId: kase.id })
    expect((await refusalOf(execute(notifyClient, office.colleague, { caseId: kase.id }, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(notifyClient, office.assistant, { caseId: kase.id }, { now }))).code).toBe('forbidden')
  })

  test('where there is no address, or no safe hour, none is written', async () => {
    for (const over of [{ email: null }, { contactFromHour: 22, contactToHour: 23 }]) {
      const { client, kase } = await aThread(over)
      await execute(writeMessage, office.counsellor, { caseId: kase.id, body: '您好' }, { now })
      expect(await waiting(client.id)).toEqual([])
    }
  })
})
