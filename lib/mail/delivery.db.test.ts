import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clients, outbox } from '@/db/schema'
import { aClient, type Office, openOffice, type TestClient } from '@/db/testing/factories'
import { updateClient } from '@/lib/clients/commands'
import { execute } from '@/lib/core/command'
import type { OutgoingMail } from './carrier'
import { deliverDueMails } from './deliver.job'
import { queueMail } from './outbox.commands'
import { smtpCarrier } from './smtp-carrier'
import { stuckMails } from './stuck.queries'

/** Ten in the morning of a working day in Shanghai. */
const now = new Date('2026-11-23T02:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

type Received = { to: string; raw: string }
type Answering = Partial<Pick<SMTPServerOptions, 'onRcptTo' | 'onData' | 'onAuth' | 'onMailFrom'>>

/** A real mail server on a port of its own; what it accepts is kept. */
let answering: Answering = {}
const received: Received[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: (auth, _, done) => (auth.password === 'right' ? done(null, { user: 'relay' }) : done(refusal(535, 'no'))),
  onRcptTo: (address, session, done) => (answering.onRcptTo ?? ((_a, _s, ok) => ok()))(address, session, done),
  onData: (stream, session, done) => (answering.onData ?? keep)(stream, session, done),
  logger: false,
})
server.on('error', () => {})

const keep: NonNullable<SMTPServerOptions['onData']> = (stream, { envelope }, done) => {
  let raw = ''
  stream.on('data', (chunk) => {
    raw += String(chunk)
  })
  stream.on('end', () => {
    for (const { address } of envelope.rcptTo) received.push({ to: address, raw })
    done()
  })
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

let office: Office
let port: number

beforeAll(async () => {
  office = await openOffice()
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
afterEach(() => {
  answering = {}
  received.length = 0
})

const carrier = (over: { port?: number; user?: string; password?: string } = {}) =>
  smtpCarrier({ host: '127.0.0.1', isSecure: false, port, user: '', password: '', ...over }, 'no-reply@parley.test')
const deliver = (at = now, way = carrier()) => deliverDueMails(at, way)

/** Somebody with one mail waiting. */
async function someone(over: Partial<typeof clients.$inferInsert> = {}) {
  const client = await aClient(office, { email: `${randomUUID()}@client.test`, safePhrase: '青石小巷', ...over })
  await queue(client)
  return client
}
const queue = (client: TestClient, kind: 'NEWS' | 'NEW_MESSAGE' = 'NEWS', at = now) =>
  office.within((tx) => queueMail({ tx, now: at, actor: office.counsellor }, { clientId: client.id, kind }))
const mailsOf = (client: TestClient) => office.within((tx) => tx.select().from(outbox).where(eq(outbox.clientId, client.id)))
const mailOf = async (client: TestClient) => (await mailsOf(client))[0]
const arrived = (client: TestClient) => received.filter(({ to }) => to === client.email)
const idsOf = (mails: Received[]) => mails.map(({ raw }) => /^Message-ID: (.+?)\r?$/im.exec(raw)?.[1])

describe('a mail handed to a mail server', () => {
  test('arrives once, as text and as HTML, from an address without a name', async () => {
    const client = await someone({ safePhrase: '青<石>' })
    await deliver()
    await deliver(later(1))
    const [mail, ...more] = arrived(client)
    expect(more).toEqual([])
    expect(mail?.raw).toMatch(/^From: no-reply@parley\.test\r?$/m)
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
    const parts = [
      ...(mail?.raw ?? '').matchAll(/Content-Type: text\/(\w+).*\r?\nContent-Transfer-Encoding: base64\r?\n\r?\n([\w+/=\r\n]+)/g),
    ]
    const [text, html] = parts.map(([, , body]) => Buffer.from(body ?? '', 'base64').toString('utf8'))
    expect(text).toContain('青<石>')
    expect(html).toContain('青&lt;石&gt;')
    expect(html).not.toContain('<石>')
    expect(await mailOf(client)).toMatchObject({ sentAt: now, attempts: 1, leasedUntil: null })
  })

  test('put off with 451, it goes to its mailbox later, after a pause that grows', async () => {
    const client = await someone()
    answering.onRcptTo = ({ address }, _, done) => done(address === client.email ? refusal(451, 'greylisted') : null)
    await deliver()
    expect(await mailOf(client)).toMatchObject({ sentAt: null, attempts: 1, notBefore: later(5), leasedUntil: null })
    await deliver(later(4))
    expect((await mailOf(client))?.attempts).toBe(1)
    await deliver(later(5))
    expect((await mailOf(client))?.notBefore).toEqual(later(15))
    answering = {}
    await deliver(later(15))
    expect(arrived(client)).toHaveLength(1)
  })

  test('refused with 550, it is not tried again, nor is anything else sent there until the address is entered anew', async () => {
    const client = await someone()
    answering.onRcptTo = ({ address }, _, done) => done(address === client.email ? refusal(550, 'no such user') : null)
    await deliver()
    expect(await mailOf(client)).toMatchObject({ sentAt: null, failure: 'BOUNCED', failedAt: now })
    expect(await stuckMails(later(-1))).toContain('1 mail came back')
    await queue(client, 'NEW_MESSAGE', later(120))
    expect(await mailsOf(client)).toHaveLength(1)
    const change = { clientId: client.id, version: client.version, email: 'anew@client.test' }
    await execute(updateClient, office.counsellor, change, { now: later(120) })
    await queue(client, 'NEW_MESSAGE', later(121))
    answering = {}
    await deliver(later(121))
    expect(received.map(({ to }) => to)).toContain('anew@client.test')
  })

  test('whose server dies before it answers is handed over again with the same Message-ID', async () => {
    const client = await someone()
    let isDying = true
    answering.onData = (stream, session, done) => {
      const dies = isDying && session.envelope.rcptTo.some(({ address }) => address === client.email)
      // It has read the whole mail, and may have kept it: nobody can know.
      keep(stream, session, (error) => {
        if (!dies) return done(error)
        isDying = false
        for (const connection of server.connections) connection.close()
      })
    }
    await deliver()
    expect(await mailOf(client)).toMatchObject({ sentAt: null, attempts: 1 })
    await deliver(later(6))
    const ids = idsOf(arrived(client))
    expect(ids).toEqual([`<${(await mailOf(client))?.id}@parley.test>`, `<${(await mailOf(client))?.id}@parley.test>`])
    expect((await mailOf(client))?.sentAt).toEqual(later(6))
  })

  test('whose sender dies before it is marked is taken up by the next after a minute, and not before', async () => {
    const client = await someone()
    const real = carrier()
    await new Promise<void>((handedOver) => {
      // Whoever is killed neither marks it nor says anything.
      const carry = async (mail: OutgoingMail) => {
        await real.carry(mail)
        handedOver()
        return new Promise<never>(() => {})
      }
      void deliver(now, { ...real, carry })
    })
    await deliver(later(0.5))
    expect(arrived(client)).toHaveLength(1)
    await deliver(later(1))
    expect(new Set(idsOf(arrived(client))).size).toBe(1)
    expect((await mailOf(client))?.sentAt).toEqual(later(1))
  })

  test('that cannot even be written is put off and told of, and keeps no other from going out', async () => {
    const [first, second] = [await someone(), await someone()]
    const real = carrier()
    const carry = async (mail: OutgoingMail) => {
      if (mail.address === first.email) throw new Error('no space left on device')
      return real.carry(mail)
    }
    const broken = { ...real, carry }
    for (const _ of [1, 2]) await deliver(now, broken).catch(({ message }) => expect(message).toContain('no space'))
    expect(await mailOf(first)).toMatchObject({ attempts: 1, notBefore: later(5), leasedUntil: null, failure: null })
    expect(arrived(second)).toHaveLength(1)
  })

  test('refused at an address the client has left meanwhile says nothing of the new one', async () => {
    const client = await someone()
    const real = carrier()
    const carry = async () => {
      await office.within((tx) => tx.update(clients).set({ email: 'moved@client.test' }).where(eq(clients.id, client.id)))
      return 'refused' as const
    }
    await deliver(now, { ...real, carry })
    expect(await mailOf(client)).toMatchObject({ attempts: 1, failure: null, notBefore: later(5) })
    await deliver(later(5))
    expect(received.map(({ to }) => to)).toContain('moved@client.test')
  })

  test('taken up by two at once goes out once', async () => {
    const client = await someone()
    await Promise.all([deliver(), deliver(), deliver()])
    expect(arrived(client)).toHaveLength(1)
  })

  test('that somebody else is taking up at this moment is left to them', async () => {
    const client = await someone()
    await office.within(async (tx) => {
      await tx.select().from(outbox).where(eq(outbox.clientId, client.id)).for('update')
      await deliver()
    })
    expect(arrived(client)).toEqual([])
    expect(await mailOf(client)).toMatchObject({ attempts: 0, leasedUntil: null })
  })

  test('taken up anew after its minute was over, it is no longer marked by the first', async () => {
    const client = await someone()
    const real = carrier()
    const carry = async (mail: OutgoingMail) => {
      if (mail.address !== client.email) return real.carry(mail)
      await deliver(later(1))
      return 'put_off' as const
    }
    await deliver(now, { ...real, carry })
    expect(await mailOf(client)).toMatchObject({ attempts: 2, sentAt: later(1), notBefore: now, failure: null })
  })

  test('that arrived before the address gave one back has arrived', async () => {
    const client = await someone()
    await deliver()
    await queue(client, 'NEW_MESSAGE', later(120))
    answering.onRcptTo = ({ address }, _, done) => done(address === client.email ? refusal(550, 'no such user') : null)
    await deliver(later(120))
    const mails = (await mailsOf(client)).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    expect(mails).toMatchObject([
      { sentAt: now, failedAt: null, failure: null },
      { sentAt: null, failure: 'BOUNCED' },
    ])
  })

  test('tried ten times it is given up, and the doctor hears of it', async () => {
    const client = await someone()
    answering.onRcptTo = ({ address }, _, done) => done(address === client.email ? refusal(452, 'full') : null)
    let at = now
    for (let tries = 0; tries < 12; tries += 1) {
      await deliver(at)
      at = (await mailOf(client))?.notBefore ?? at
    }
    expect(await mailOf(client)).toMatchObject({ attempts: 10, failure: 'GAVE_UP', sentAt: null })
    expect(await stuckMails(now)).toContain('1 mail could not be sent')
  })
})

describe('the mail server itself', () => {
  test('that does not answer stops the round after one mail, and blames no address', async () => {
    const [first, second] = [await someone(), await someone()]
    await deliver(now, carrier({ port: 9 }))
    const tried = [await mailOf(first), await mailOf(second)].map((mail) => mail?.attempts)
    expect(tried.toSorted()).toEqual([0, 1])
    expect([(await mailOf(first))?.failure, (await mailOf(second))?.failure]).toEqual([null, null])
    await deliver(later(6))
    expect([...arrived(first), ...arrived(second)]).toHaveLength(2)
  })

  test('says whether it works: with the right password, with a wrong one, and where nobody listens', async () => {
    const ready = (over: Parameters<typeof carrier>[0]) => carrier(over).isReady()
    expect(await ready({ user: 'relay', password: 'right' })).toBe(true)
    expect(await ready({ user: 'relay', password: 'wrong' })).toBe(false)
    expect(await ready({ port: 9 })).toBe(false)
  })
})

describe('when a mail goes out', () => {
  test('one that was due in the evening and was not sent waits for the morning', async () => {
    const client = await someone()
    const night = new Date('2026-11-23T22:00:00+08:00')
    await deliver(night)
    expect(arrived(client)).toEqual([])
    expect(await mailOf(client)).toMatchObject({ attempts: 0, notBefore: new Date('2026-11-24T08:00:00+08:00') })
  })

  test('it goes to the address of today, and nowhere once there is none', async () => {
    const [moved, left] = [await someone(), await someone()]
    const set = (client: TestClient, email: string | null) =>
      office.within((tx) => tx.update(clients).set({ email }).where(eq(clients.id, client.id)))
    await set(moved, 'new@client.test')
    await set(left, null)
    await deliver()
    expect(received.map(({ to }) => to)).toContain('new@client.test')
    expect(arrived(moved)).toEqual([])
    expect(await mailOf(left)).toMatchObject({ sentAt: null, failure: 'GAVE_UP' })
  })

  test('what comes up while one waits goes together, and a client gets one mail an hour at most', async () => {
    const client = await someone()
    await queue(client, 'NEW_MESSAGE')
    expect(await mailsOf(client)).toMatchObject([
      { kind: 'DIGEST', covers: ['NEWS', 'NEW_MESSAGE'], subject: '有几件事等您看看' },
    ])
    await deliver()
    await queue(client, 'NEWS', later(10))
    await deliver(later(30))
    expect(arrived(client)).toHaveLength(1)
    await deliver(later(60))
    expect(arrived(client)).toHaveLength(2)
  })

  test('what comes up again while the same waits changes nothing', async () => {
    const client = await someone()
    await queue(client, 'NEWS', later(1))
    expect(await mailsOf(client)).toMatchObject([{ kind: 'NEWS', covers: ['NEWS'], createdAt: now }])
  })

  test('what comes up at the same moment goes together too', async () => {
    const client = await someone()
    await deliver()
    const second = await office.within(async (tx) => {
      const work = { tx, now: later(120), actor: office.counsellor }
      await queueMail(work, { clientId: client.id, kind: 'NEWS' })
      const waiting = queue(client, 'NEW_MESSAGE', later(120))
      await sleep(200)
      return [waiting]
    })
    await Promise.all(second)
    expect((await mailsOf(client)).filter(({ sentAt }) => sentAt === null)).toMatchObject([{ kind: 'DIGEST' }])
  })

  test('what comes up while one is on its way waits for the next hour', async () => {
    const client = await someone()
    const real = carrier()
    const carry = async (mail: OutgoingMail) => {
      await queue(client, 'NEW_MESSAGE')
      return real.carry(mail)
    }
    await deliver(now, { ...real, carry })
    await deliver(later(30))
    expect(arrived(client)).toHaveLength(1)
    await deliver(later(62))
    expect(arrived(client)).toHaveLength(2)
  })
})
