import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, civilDate, instant, organisationId, version } from '../columns'
import { locales } from '../vocabulary'
import { jobFailures, jobKinds, jobStates, noticeReasons, reportPeriods, rhythms } from '../vocabulary-jobs'
import { cases } from './cases'
import { members } from './organisations'

/** Work that goes on after the page is left, for the one who asked. Whoever took it up has it until `leasedUntil`. */
export const jobs = pgTable(
  'jobs',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    kind: text({ enum: jobKinds }).notNull(),
    /** What was asked for, as the runner of its kind reads it: ids, codes and dates. */
    spec: jsonb().$type<unknown>().notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
    state: text({ enum: jobStates }).notNull().default('WAITING'),
    /** How many of its steps are done. */
    step: integer().notNull().default(0),
    steps: integer().notNull(),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    endedAt: instant(),
    failure: text({ enum: jobFailures }),
    /** Whose cases could be seen when the file was made. */
    reach: jsonb().$type<unknown>(),
    fileName: text().notNull().default(''),
    fileType: text().notNull().default(''),
    /** SHA-256 of the file; empty where there is none, or not any more. */
    fileHash: text().notNull().default(''),
    /** Of a report that is made by itself: by which schedule, and for which of its days. */
    scheduleId: uuid(),
    scheduledOn: civilDate(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('jobs_scheduled').on(t.orgId, t.scheduleId, t.scheduledOn, t.by),
    index('jobs_by').on(t.orgId, t.by, t.at),
    index('jobs_state').on(t.orgId, t.state, t.at),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
  ],
)

/** What a job made, for a few days. */
export const jobFiles = pgTable(
  'job_files',
  { orgId: organisationId(), jobId: uuid().notNull(), bytes: bytes().notNull() },
  (t) => [
    primaryKey({ columns: [t.orgId, t.jobId] }),
    foreignKey({ columns: [t.orgId, t.jobId], foreignColumns: [jobs.orgId, jobs.id] }).onDelete('cascade'),
  ],
)

/**
 * What a colleague is told of: why, and about which case or job. One for each of both: what happens again comes to the top
 * again. The words are made when it is read, for whom may read them then.
 */
export const notices = pgTable(
  'notices',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    userId: uuid().notNull(),
    reason: text({ enum: noticeReasons }).notNull(),
    caseId: uuid(),
    jobId: uuid(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('notices_case').on(t.orgId, t.caseId, t.userId, t.reason),
    uniqueIndex('notices_job').on(t.orgId, t.jobId, t.userId, t.reason),
    index('notices_user').on(t.orgId, t.userId, t.at),
    foreignKey({ columns: [t.orgId, t.userId], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.jobId], foreignColumns: [jobs.orgId, jobs.id] }).onDelete('cascade'),
  ],
)

/** A report that is made by itself for colleagues, each with what they may see. A mail says that it is there, and no more. */
export const reportSchedules = pgTable(
  'report_schedules',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    report: text().notNull(),
    period: text({ enum: reportPeriods }).notNull(),
    rhythm: text({ enum: rhythms }).notNull(),
    /** Of a week: Monday is 1. Of a month: 31 is its last. 0 for every working day. */
    day: integer().notNull(),
    format: text().notNull(),
    locale: text({ enum: locales }).notNull(),
    recipients: uuid().array().notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
    /** What fell due before this is not made up for: it was not there yet, or was paused. */
    since: instant().notNull(),
    pausedAt: instant(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
)
