import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jobFiles, jobs, members, notices } from '@/db/schema'
import { aCase, clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { inbox } from '@/lib/inbox/queries'
import { prepareReport } from '@/lib/reports/prepare.commands'
import { cancelJob, retryJob } from './commands'
import { jobFile, listJobs } from './queries'
import { JobOver } from './runner'
import { advance, finish } from './settle.job'
import { sweepJobs } from './sweep.job'
import { takeUp } from './take-up.job'
import { workOff } from './work.job'

let office: Office
let other: Office
const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
const days = (many: number) => later(many * 24 * 60)
const prepare = async (actor: Actor = office.supervisor, over = {}) =>
  (await execute(prepareReport, actor, { report: 'caseload', format: 'csv', ...over }, { now: clock })).jobId
const jobOf = (jobId: string) => office.within(async (tx) => (await tx.select().from(jobs).where(eq(jobs.id, jobId)))[0])
const told = async (actor: Actor) => (await inbox(actor, {}, clock)).notices.map(({ reason, jobId }) => ({ reason, jobId }))
const held = async (now = clock) => {
  const job = await takeUp(office.organisationId, now)
  if (job === undefined) throw new Error('nothing was left to take up')
  return job
}

beforeAll(async () => {
  other = await openOffice({ name: '别处' })
})
beforeEach(async () => {
  office = await openOffice()
})

describe('a report in the background', () => {
  test('is made in the name of who asked, kept for them, and told of in their inbox', async () => {
    for (let n = 0; n < 15; n += 1) await aCase(office)
    const jobId = await prepare()
    expect(await jobOf(jobId)).toMatchObject({ state: 'WAITING', step: 0, steps: 2, by: office.supervisor.id })
    await workOff(clock)
    expect(await jobOf(jobId)).toMatchObject({ state: 'DONE', step: 2, attempts: 1, leasedUntil: null })
    expect(await told(office.supervisor)).toEqual([{ reason: 'JOB_DONE', jobId }])
    const file = await jobFile(office.supervisor, { jobId }, clock)
    expect(file).toMatchObject({ name: '在办案件-2026-11-21.csv', type: 'text/csv; charset=utf-8' })
    expect(Buffer.from(file.bytes).toString('utf8')).toMatch(/15/)
  })

  test('is noted when it is asked for, when its figures are read, and when the file is taken', async () => {
    const jobId = await prepare()
    await workOff(clock)
    await jobFile(office.supervisor, { jobId }, clock)
    expect(await auditOf(office)).toContainEqual({ type: 'report.prepared', jobId, report: 'caseload', format: 'csv' })
    const actor = `staff:${office.supervisor.id}`
    expect(await accessOf(office)).toEqual(
      expect.arrayContaining([
        { kind: 'export', what: 'report.caseload', object: '', actor },
        { kind: 'download', what: 'job.download', object: jobId, actor },
      ]),
    )
  })

  test.each([
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ])('comes as %s too', async (format, begins) => {
    const jobId = await prepare(office.analyst, { format, locale: 'en' })
    await workOff(clock)
    const { bytes, name } = await jobFile(office.analyst, { jobId }, clock)
    expect(Buffer.from(bytes.slice(0, begins.length)).toString('latin1')).toBe(begins)
    expect(name).toBe(`Open cases-2026-11-21.${format}`)
  })

  test('is refused to who may not take reports along, and where five are not done yet', async () => {
    expect((await refusalOf(prepare(office.auditor))).code).toBe('forbidden')
    expect((await refusalOf(prepare(office.assistant))).code).toBe('forbidden')
    expect((await refusalOf(prepare(office.supervisor, { report: 'names' }))).code).toBe('invalid')
    for (let n = 0; n < 5; n += 1) await prepare()
    expect(await refusalOf(prepare())).toMatchObject({ code: 'rule', details: { why: 'too_many_jobs' } })
    await expect(prepare(office.counsellor)).resolves.toBeDefined()
  })

  test('is nobody else’s to see, stop, begin anew or take', async () => {
    const jobId = await prepare()
    await workOff(clock)
    for (const stranger of [office.counsellor, office.analyst, other.supervisor]) {
      expect((await refusalOf(jobFile(stranger, { jobId }, clock))).code).toBe('not_found')
      expect((await refusalOf(execute(cancelJob, stranger, { jobId }, { now: clock }))).code).toBe('not_found')
      expect((await refusalOf(execute(retryJob, stranger, { jobId }, { now: clock }))).code).toBe('not_found')
      expect((await listJobs(stranger, {}, clock)).jobs).toEqual([])
    }
  })
})

describe('who has changed places meanwhile', () => {
  const become = (actor: Actor, changes: Partial<typeof members.$inferInsert>) =>
    office.within((tx) => tx.update(members).set(changes).where(eq(members.userId, actor.id)))

  test.each([
    ['lost the role', { roles: ['ASSISTANT' as const] }],
    ['was deactivated', { disabledAt: clock }],
  ])('gets nothing who %s before it was made', async (_, changes) => {
    const jobId = await prepare(office.counsellor)
    await become(office.counsellor, changes)
    await workOff(clock)
    expect(await jobOf(jobId)).toMatchObject({ state: 'FAILED', failure: 'FORBIDDEN', fileHash: '' })
  })

  test('gets nothing who may see less by the time of taking it', async () => {
    const jobId = await prepare(office.supervisor)
    await workOff(clock)
    const { supervisor, counsellor } = office
    await office.within((tx) => tx.update(jobs).set({ by: counsellor.id }).where(eq(jobs.id, jobId)))
    expect(await refusalOf(jobFile(counsellor, { jobId }, clock))).toMatchObject({ details: { why: 'job_reach' } })
    expect((await accessOf(office)).some(({ kind }) => kind === 'download')).toBe(false)
    expect((await refusalOf(jobFile(supervisor, { jobId }, clock))).code).toBe('not_found')
  })
})

describe('a job that is stopped', () => {
  test('before it began is never begun; begun anew it is done', async () => {
    const jobId = await prepare()
    await execute(cancelJob, office.supervisor, { jobId }, { now: clock })
    expect(await workOff(clock)).toBe(0)
    expect(await jobOf(jobId)).toMatchObject({ state: 'CANCELLED' })
    await execute(retryJob, office.supervisor, { jobId }, { now: clock })
    await workOff(clock)
    expect((await jobOf(jobId))?.state).toBe('DONE')
    expect(await auditOf(office)).toEqual(
      expect.arrayContaining([
        { type: 'job.cancelled', jobId, kind: 'REPORT' },
        { type: 'job.retried', jobId, kind: 'REPORT' },
      ]),
    )
  })

  test('while it runs ends at its next step, and keeps no file', async () => {
    const jobId = await prepare()
    const job = await held()
    await advance(job)
    expect((await listJobs(office.supervisor, {}, clock)).jobs[0]).toMatchObject({ state: 'RUNNING', step: 1, steps: 2 })
    await execute(cancelJob, office.supervisor, { jobId }, { now: clock })
    await expect(advance(job)).rejects.toThrow(JobOver)
    const made = { name: 'a.csv', type: 'text/csv', bytes: Buffer.from('a'), locale: 'en' as const, reach: {} }
    await expect(finish(job, made, clock)).rejects.toThrow(JobOver)
    expect(await office.within((tx) => tx.$count(jobFiles, eq(jobFiles.jobId, jobId)))).toBe(0)
  })

  test('cannot be stopped or begun anew once it is done', async () => {
    const jobId = await prepare()
    await workOff(clock)
    for (const command of [cancelJob, retryJob])
      expect(await refusalOf(execute(command, office.supervisor, { jobId }, { now: clock }))).toMatchObject({
        code: 'rule',
        details: { why: 'job_over' },
      })
  })
})

describe('a process that dies', () => {
  test('leaves its job to the next after five minutes, and not before; what it still says is not heard', async () => {
    const jobId = await prepare()
    const dead = await held()
    expect(await takeUp(office.organisationId, later(4))).toBeUndefined()
    await workOff(later(5))
    expect(await jobOf(jobId)).toMatchObject({ state: 'DONE', attempts: 2 })
    await expect(advance(dead)).rejects.toThrow(JobOver)
  })

  test('three times over the same job is given up with a reason, told of, and can be begun anew', async () => {
    const jobId = await prepare()
    for (const minutes of [0, 5, 10]) await held(later(minutes))
    await workOff(later(15))
    expect(await jobOf(jobId)).toMatchObject({ state: 'FAILED', failure: 'INTERRUPTED' })
    expect(await told(office.supervisor)).toEqual([{ reason: 'JOB_FAILED', jobId }])
    await execute(retryJob, office.supervisor, { jobId }, { now: later(16) })
    await workOff(later(16))
    expect((await jobOf(jobId))?.state).toBe('DONE')
  })

  test('two rounds at once do a job once', async () => {
    const jobId = await prepare()
    await Promise.all([workOff(clock), workOff(clock), workOff(clock)])
    expect(await jobOf(jobId)).toMatchObject({ state: 'DONE', attempts: 1 })
  })
})

describe('what a job made', () => {
  test('is deleted after a week, and its line after a month', async () => {
    const jobId = await prepare()
    await workOff(clock)
    await sweepJobs(days(6))
    expect((await listJobs(office.supervisor, {}, clock)).jobs[0]).toMatchObject({
      hasFile: true,
      keptUntil: days(7).toISOString(),
    })
    await sweepJobs(days(7.1))
    expect(await refusalOf(jobFile(office.supervisor, { jobId }, days(8)))).toMatchObject({ details: { why: 'job_no_file' } })
    expect(await office.within((tx) => tx.$count(jobFiles))).toBe(0)
    await sweepJobs(days(30.1))
    expect((await listJobs(office.supervisor, {}, clock)).jobs).toEqual([])
    expect(await office.within((tx) => tx.$count(notices))).toBe(0)
  })
})
