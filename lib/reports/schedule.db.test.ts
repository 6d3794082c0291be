import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { jobs, members, outbox, reportSchedules } from '@/db/schema'
import { aCase, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { inbox } from '@/lib/inbox/queries'
import { jobFile } from '@/lib/jobs/queries'
import { workOff } from '@/lib/jobs/work.job'
import type { Carrier, OutgoingMail } from '@/lib/mail/carrier'
import { deliverDueMails } from '@/lib/mail/deliver.job'
import { addSchedule, pauseSchedule, removeSchedule } from './schedule.commands'
import { queueScheduledReports } from './schedule.job'
import { listSchedules } from './schedule.queries'

let office: Office
/** A moment by the clocks of Shanghai. */
const at = (local: string) => new Date(`${local}:00+08:00`)
const friday = at('2026-11-20T15:00')
const monday = at('2026-11-23T08:30')

const asked = { report: 'caseload', period: 'LAST_WEEK', rhythm: 'WEEKLY', day: 1, format: 'csv', locale: 'zh-CN' }
const add = (over: Record<string, unknown> = {}, actor: Actor = office.supervisor, now = friday) =>
  execute(addSchedule, actor, { ...asked, recipients: [office.supervisor.id], ...over }, { now })
const madeFor = () =>
  office.within(async (tx) =>
    (await tx.select().from(jobs).where(isNotNull(jobs.scheduleId)).orderBy(jobs.scheduledOn)).map(({ by, scheduledOn }) => ({
      by,
      scheduledOn,
    })),
  )
const mails = () => office.within((tx) => tx.select().from(outbox).where(isNotNull(outbox.userId)))

/** An account with an address for somebody of a test office. */
const withAccount = (actor: Actor, email: string) =>
  office.within((tx) =>
    tx.execute(sql`select auth_create_user(${actor.id}, ${email}, ${actor.name}, 'x', null, false, ${friday.toISOString()})`),
  )

/** Takes every mail, and keeps what was in it. */
function mailbox() {
  const taken: OutgoingMail[] = []
  const carry = async (mail: OutgoingMail) => {
    taken.push(mail)
    return 'taken' as const
  }
  const carrier: Carrier = { carry, isReady: async () => true, close: () => {} }
  return { taken, carrier }
}

beforeEach(async () => {
  office = await openOffice()
})

describe('a scheduled report', () => {
  test('is queued on its day from half past eight, once for each recipient, for the week before', async () => {
    const { supervisor, analyst } = office
    await add({ recipients: [supervisor.id, analyst.id] })
    await queueScheduledReports(at('2026-11-23T08:29'))
    expect(await madeFor()).toEqual([])
    await queueScheduledReports(monday)
    await queueScheduledReports(at('2026-11-23T11:00'))
    const both = [supervisor.id, analyst.id].toSorted()
    expect((await madeFor()).map(({ by }) => by).toSorted()).toEqual(both)
    const [job] = await office.within((tx) => tx.select().from(jobs).where(eq(jobs.by, analyst.id)))
    expect(job).toMatchObject({ scheduledOn: '2026-11-23', spec: { from: '2026-11-16', to: '2026-11-22', report: 'caseload' } })
    await queueScheduledReports(at('2026-11-30T09:00'))
    expect(await madeFor()).toHaveLength(4)
  })

  test('is queued once by many instances at the same moment', async () => {
    await add()
    await Promise.all([1, 2, 3, 4].map(() => queueScheduledReports(monday)))
    expect(await madeFor()).toHaveLength(1)
    const traces = (await auditOf(office)).filter((event) => event['type'] === 'report.scheduled')
    expect(traces).toEqual([expect.objectContaining({ report: 'caseload', day: '2026-11-23', recipients: 1 })])
  })

  test('waits on a holiday for the next working day', async () => {
    await add({}, office.supervisor, at('2026-09-30T15:00'))
    await queueScheduledReports(at('2026-10-07T10:00'))
    expect(await madeFor()).toEqual([])
    await queueScheduledReports(at('2026-10-08T08:30'))
    expect(await madeFor()).toEqual([{ by: office.supervisor.id, scheduledOn: '2026-10-05' }])
  })

  test('is not made for the time before it was set up, and made up for where no server ran', async () => {
    await add({}, office.supervisor, at('2026-11-23T10:00'))
    await queueScheduledReports(at('2026-11-23T11:00'))
    expect(await madeFor()).toEqual([])
    await queueScheduledReports(at('2026-12-03T11:00'))
    expect(await madeFor()).toEqual([{ by: office.supervisor.id, scheduledOn: '2026-11-30' }])
  })

  test('comes to each with what they may see, in their own inbox', async () => {
    for (let n = 0; n < 12; n += 1) await aCase(office)
    await add({ recipients: [office.supervisor.id, office.colleague.id] })
    await queueScheduledReports(monday)
    await workOff(monday)
    const told = async (actor: Actor) => (await inbox(actor, {}, monday)).notices[0]?.jobId ?? ''
    const text = async (actor: Actor) =>
      Buffer.from((await jobFile(actor, { jobId: await told(actor) }, monday)).bytes).toString('utf8')
    expect(await text(office.supervisor)).toContain('接案')
    expect(await text(office.colleague)).not.toContain('接案')
  })
})

describe('its mail', () => {
  const ready = async () => {
    await queueScheduledReports(monday)
    await workOff(monday)
  }
  const email = `${randomUUID()}@office.test`

  test('says that it is there and where, and nothing of what is in it', async () => {
    await withAccount(office.supervisor, `s-${email}`)
    for (let n = 0; n < 12; n += 1) await aCase(office)
    await add()
    await ready()
    const { taken, carrier } = mailbox()
    await deliverDueMails(monday, carrier)
    await deliverDueMails(at('2026-11-23T10:00'), carrier)
    expect(taken).toEqual([expect.objectContaining({ address: `s-${email}`, subject: '定期报告已生成' })])
    const body = taken[0]?.body ?? ''
    expect(body).toContain('/reports/prepared')
    expect(body.replaceAll(/http\S+/g, '').replace('7 天', '')).not.toMatch(/\d|张|XS-|在办案件|¥|接案/)
  })

  test('goes to nobody who lost the role or left by the time it is sent', async () => {
    await withAccount(office.supervisor, `t-${email}`)
    await withAccount(office.analyst, `a-${email}`)
    await add({ recipients: [office.supervisor.id, office.analyst.id] })
    await ready()
    const become = (actor: Actor, changes: Partial<typeof members.$inferInsert>) =>
      office.within((tx) => tx.update(members).set(changes).where(eq(members.userId, actor.id)))
    await become(office.supervisor, { roles: ['ASSISTANT'] })
    await become(office.analyst, { disabledAt: monday })
    const { taken, carrier } = mailbox()
    await deliverDueMails(monday, carrier)
    expect(taken).toEqual([])
    expect((await mails()).map(({ failure, sentAt }) => [failure, sentAt])).toEqual([
      ['LAPSED', null],
      ['LAPSED', null],
    ])
  })

  test('waits for working time where it was made late', async () => {
    await add()
    const evening = at('2026-11-23T19:00')
    await queueScheduledReports(evening)
    await workOff(evening)
    expect((await mails()).map(({ notBefore }) => notBefore)).toEqual([at('2026-11-24T08:30')])
  })

  test('that comes back is over by itself, and the next one tries again', async () => {
    await withAccount(office.supervisor, `u-${email}`)
    await add()
    await ready()
    const { carrier } = mailbox()
    await deliverDueMails(monday, { ...carrier, carry: async () => 'refused' })
    expect((await mails()).map(({ failure }) => failure)).toEqual(['BOUNCED'])
  })
})

describe('setting it up', () => {
  test('is noted, and listed with the day of the next one', async () => {
    const { scheduleId } = await add()
    expect(await auditOf(office)).toContainEqual({
      type: 'reportSchedule.added',
      scheduleId,
      report: 'caseload',
      recipients: 1,
    })
    const { schedules, readers } = await listSchedules(office.admin, {}, friday)
    expect(schedules).toEqual([expect.objectContaining({ scheduleId, nextOn: '2026-11-23', recipients: ['王督导'] })])
    expect(readers.map(({ name }) => name).toSorted()).toEqual(['分析员', '李文静', '王督导', '陈思远'].toSorted())
  })

  test('is refused for days there are not, and for recipients who are not of the office or may not take reports along', async () => {
    const stranger = await openOffice({ name: '别处' })
    expect(await refusalOf(add({ day: 8 }))).toMatchObject({ code: 'invalid', details: { fields: { day: ['choice'] } } })
    expect((await refusalOf(add({ recipients: [] }))).code).toBe('invalid')
    for (const one of [office.assistant.id, office.auditor.id, stranger.supervisor.id, randomUUID()])
      expect(await refusalOf(add({ recipients: [office.supervisor.id, one] }))).toMatchObject({
        details: { why: 'not_a_reader' },
      })
    expect((await refusalOf(add({}, office.counsellor))).code).toBe('forbidden')
    expect(await office.within((tx) => tx.$count(reportSchedules))).toBe(0)
  })

  test('can be paused and let go on; what fell due meanwhile is not made up for', async () => {
    const { scheduleId } = await add()
    const pause = (isPaused: boolean, version: number, now: Date) =>
      execute(pauseSchedule, office.admin, { scheduleId, version, isPaused }, { now })
    await pause(true, 1, at('2026-11-21T10:00'))
    await queueScheduledReports(monday)
    expect((await listSchedules(office.supervisor, {}, monday)).schedules[0]).toMatchObject({ isPaused: true, nextOn: null })
    expect((await refusalOf(pause(false, 1, monday))).code).toBe('conflict')
    await pause(false, 2, at('2026-11-24T10:00'))
    await queueScheduledReports(at('2026-11-24T11:00'))
    expect(await madeFor()).toEqual([])
    await queueScheduledReports(at('2026-11-30T09:00'))
    expect((await madeFor()).map(({ scheduledOn }) => scheduledOn)).toEqual(['2026-11-30'])
    expect((await auditOf(office)).filter((event) => event['type'] === 'reportSchedule.paused')).toHaveLength(2)
  })

  test('can be removed; what was made stays', async () => {
    const { scheduleId } = await add()
    await queueScheduledReports(monday)
    await execute(removeSchedule, office.supervisor, { scheduleId }, { now: monday })
    await queueScheduledReports(at('2026-11-30T09:00'))
    expect(await madeFor()).toHaveLength(1)
    expect(await auditOf(office)).toContainEqual({ type: 'reportSchedule.removed', scheduleId, report: 'caseload' })
  })

  test('is nothing another office can reach', async () => {
    const { scheduleId } = await add()
    const stranger = await openOffice({ name: '别处' })
    const of = { scheduleId, version: 1, isPaused: true }
    expect((await refusalOf(execute(pauseSchedule, stranger.supervisor, of, { now: friday }))).code).toBe('not_found')
    expect((await refusalOf(execute(removeSchedule, stranger.admin, { scheduleId }, { now: friday }))).code).toBe('not_found')
    expect((await refusalOf(execute(removeSchedule, office.counsellor, { scheduleId }, { now: friday }))).code).toBe('forbidden')
    expect((await listSchedules(stranger.supervisor, {}, friday)).schedules).toEqual([])
    const within = and(eq(reportSchedules.id, scheduleId), isNotNull(reportSchedules.since))
    expect(await office.within((tx) => tx.$count(reportSchedules, within))).toBe(1)
  })
})
