import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, jobs, members, notices } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import type { Reading } from '@/lib/core/query'
import { query } from '@/lib/core/query'

/** The newest lines of the actor's own inbox. A case that is no longer theirs to see is not told of. */
export const inbox = query({
  name: 'inbox.list',
  input: z.strictObject({}),
  async run(reading) {
    const rows = await reading.tx
      .select({
        notice: notices,
        kase: { id: cases.id, clientId: cases.clientId, number: cases.number, name: clients.maskedName },
        job: { kind: jobs.kind, spec: jobs.spec },
      })
      .from(notices)
      .leftJoin(cases, and(eq(cases.orgId, notices.orgId), eq(cases.id, notices.caseId)))
      .leftJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
      .leftJoin(jobs, and(eq(jobs.orgId, notices.orgId), eq(jobs.id, notices.jobId)))
      .where(forReader(reading))
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(100)
    return {
      unread: await unread(reading),
      hasDigest: await hasDigest(reading),
      notices: rows.map(({ notice: { id, reason, at, readAt, jobId }, kase, job }) => ({
        ...{ noticeId: id, reason, at: at.toISOString(), isRead: readAt !== null },
        ...{ case: caseOf(kase), jobId, job },
      })),
    }
  },
})

type Joined = { id: string | null; clientId: string | null; number: string | null; name: string | null } | null

const caseOf = (kase: Joined) =>
  kase === null || kase.id === null
    ? null
    : { id: kase.id, clientId: kase.clientId, number: kase.number ?? '', name: kase.name ?? '' }

/** How many lines wait to be read: the number beside the link. */
export const inboxCount = query({
  name: 'inbox.count',
  input: z.strictObject({}),
  run: async (reading) => ({ unread: await unread(reading) }),
})

async function hasDigest({ actor, tx }: Reading): Promise<boolean> {
  const mine = and(eq(members.orgId, actor.organisationId), eq(members.userId, actor.id))
  const [member] = await tx.select({ noDigest: members.noDigest }).from(members).where(mine)
  return member?.noDigest === false
}

async function unread(reading: Reading): Promise<number> {
  const [row] = await reading.tx
    .select({ many: sql<number>`count(*)::int` })
    .from(notices)
    .leftJoin(cases, and(eq(cases.orgId, notices.orgId), eq(cases.id, notices.caseId)))
    .where(and(forReader(reading), isNull(notices.readAt)))
  return row?.many ?? 0
}

const forReader = ({ actor }: Reading) =>
  and(eq(notices.orgId, actor.organisationId), eq(notices.userId, actor.id), or(isNull(notices.caseId), visibleTo(actor)))
