import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { jobs } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { prepareReport } from '@/lib/reports/prepare.commands'
import { readAllNotices, readNotice } from './commands'
import { inbox, inboxCount } from './queries'
import { tell } from './tell.commands'

let office: Office
const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
const call = { now: later(60) }

beforeEach(async () => {
  office = await openOffice()
})

/** Somebody is told that what they asked for is done. */
async function told(actor: Actor, at = clock) {
  const { jobId } = await execute(prepareReport, actor, { report: 'caseload', format: 'csv' }, { now: clock })
  await tellOf(actor, jobId, at)
  return jobId
}
const tellOf = (actor: Actor, jobId: string, now: Date) =>
  office.within((tx) => tell({ tx, now }, { organisationId: office.organisationId, userId: actor.id, reason: 'JOB_DONE', jobId }))
const seen = async (actor: Actor = office.supervisor) => (await inbox(actor, {}, clock)).notices

describe('an inbox', () => {
  test('shows one’s own lines, newest first, with how many are unread', async () => {
    const [first, second] = [await told(office.supervisor), await told(office.supervisor, later(5))]
    await told(office.analyst)
    expect((await seen()).map(({ jobId }) => jobId)).toEqual([second, first])
    expect(await inboxCount(office.supervisor, {}, clock)).toEqual({ unread: 2 })
    expect(await seen(office.counsellor)).toEqual([])
  })

  test('tells of the same thing once; when it happens again it is on top and unread again', async () => {
    const [first, second] = [await told(office.supervisor), await told(office.supervisor, later(5))]
    await execute(readAllNotices, office.supervisor, { until: later(5).toISOString() }, call)
    await tellOf(office.supervisor, first, later(9))
    expect((await seen()).map(({ jobId, isRead }) => [jobId, isRead])).toEqual([
      [first, false],
      [second, true],
    ])
  })

  test('goes with what it was about', async () => {
    const jobId = await told(office.supervisor)
    await office.within((tx) => tx.delete(jobs).where(eq(jobs.id, jobId)))
    expect(await seen()).toEqual([])
  })
})

describe('reading', () => {
  test('marks one line, which is noted', async () => {
    await told(office.supervisor)
    const [line] = await seen()
    const { noticeId } = line ?? {}
    const opened = await execute(readNotice, office.supervisor, { noticeId }, call)
    expect(opened).toEqual({ noticeId, reason: 'JOB_DONE', caseId: null, clientId: null })
    expect((await seen())[0]?.isRead).toBe(true)
    expect(await auditOf(office)).toContainEqual({ type: 'inbox.read', notices: 1 })
  })

  test('marks all that was there, and not what came while somebody looked', async () => {
    for (const minutes of [0, 1, 30]) await told(office.supervisor, later(minutes))
    const until = later(1).toISOString()
    expect(await execute(readAllNotices, office.supervisor, { until }, call)).toEqual({ read: 2 })
    expect((await seen()).map(({ isRead }) => isRead)).toEqual([false, true, true])
    expect(await inboxCount(office.supervisor, {}, clock)).toEqual({ unread: 1 })
  })

  test('is refused for what is no moment', async () => {
    const answer = refusalOf(execute(readAllNotices, office.supervisor, { until: 'now' }, call))
    expect((await answer).code).toBe('invalid')
  })

  test('leaves other people’s lines alone', async () => {
    await told(office.supervisor)
    const [line] = await seen()
    const stranger = await openOffice({ name: '别处' })
    for (const actor of [office.admin, stranger.supervisor])
      expect((await refusalOf(execute(readNotice, actor, { noticeId: line?.noticeId }, call))).code).toBe('not_found')
    await execute(readAllNotices, office.admin, { until: later(30).toISOString() }, call)
    expect((await seen())[0]?.isRead).toBe(false)
  })
})
