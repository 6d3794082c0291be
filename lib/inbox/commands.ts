import { and, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { cases, members, notices } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { command, type Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'

/** Marks one line of one's own inbox as read, and says what it tells of. @throws Refusal `not_found` */
export const readNotice = command({
  name: 'inbox.read',
  input: z.strictObject({ noticeId: z.uuid() }),
  async run({ actor, tx, now, audit }, { noticeId }) {
    const mine = and(eq(notices.orgId, actor.organisationId), eq(notices.userId, actor.id), eq(notices.id, noticeId))
    const [notice] = await tx.update(notices).set({ readAt: now }).where(mine).returning()
    audit({ type: 'inbox.read', notices: 1 })
    const { id, reason, caseId } = found(notice)
    return { noticeId: id, reason, caseId, clientId: await clientOf({ actor, tx }, caseId) }
  },
})

async function clientOf({ actor, tx }: Pick<Work, 'actor' | 'tx'>, caseId: string | null) {
  if (caseId === null) return null
  const one = and(eq(cases.orgId, actor.organisationId), eq(cases.id, caseId), visibleTo(actor))
  const [kase] = await tx.select({ clientId: cases.clientId }).from(cases).where(one)
  return kase?.clientId ?? null
}

/** Marks as read what was there at a moment: what came while somebody was looking stays. */
export const readAllNotices = command({
  name: 'inbox.readAll',
  input: z.strictObject({ until: z.iso.datetime().max(40) }),
  async run({ actor, tx, now, audit }, { until }) {
    const mine = and(eq(notices.orgId, actor.organisationId), eq(notices.userId, actor.id), isNull(notices.readAt))
    const read = await tx
      .update(notices)
      .set({ readAt: now })
      .where(and(mine, lte(notices.at, new Date(until))))
      .returning({ id: notices.id })
    audit({ type: 'inbox.read', notices: read.length })
    return { read: read.length }
  },
})

/** Whether one gets a mail in the morning when something waits in one's inbox. */
export const setDigest = command({
  name: 'inbox.setDigest',
  input: z.strictObject({ isOn: z.boolean() }),
  async run({ actor, tx, audit }, { isOn }) {
    const mine = and(eq(members.orgId, actor.organisationId), eq(members.userId, actor.id))
    await tx.update(members).set({ noDigest: !isOn }).where(mine)
    audit({ type: 'inbox.digestSet', isOn })
    return { isOn }
  },
})
