import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { chosenViews, members, savedViews } from '@/db/schema'
import type { Actor } from '@/lib/core/actor'
import type { Work } from '@/lib/core/command'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'

const reachedBy = (actor: Actor) =>
  and(eq(savedViews.orgId, actor.organisationId), or(eq(savedViews.ownerId, actor.id), eq(savedViews.isShared, true)))

/**
 * The views one person has: their own, and those colleagues share, each with its owner's name; and which their board opens
 * with (`chosen`, or null).
 */
export const listViews = query({
  name: 'view.list',
  input: z.strictObject({}),
  async run({ tx, actor }) {
    const rows = await tx
      .select({ view: savedViews, owner: members.name, chosen: chosenViews.viewId })
      .from(savedViews)
      .innerJoin(members, and(eq(members.orgId, savedViews.orgId), eq(members.userId, savedViews.ownerId)))
      .leftJoin(chosenViews, chosenBy(actor))
      .where(reachedBy(actor))
      .orderBy(savedViews.name, savedViews.createdAt)
    return {
      chosen: rows.find(({ chosen }) => chosen !== null)?.chosen ?? null,
      views: rows.map(({ view: { orgId, ownerId, createdAt, ...view }, owner }) => ({
        ...{ ...view, owner, isMine: ownerId === actor.id },
      })),
    }
  },
})

const chosenBy = (actor: Actor) =>
  and(
    eq(chosenViews.orgId, actor.organisationId),
    eq(chosenViews.userId, actor.id),
    eq(chosenViews.orgId, savedViews.orgId),
    eq(chosenViews.viewId, savedViews.id),
  )

/** A view one may look at. @throws Refusal `not_found` for one that is private to somebody else */
export async function reachedView({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, viewId: string) {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(and(reachedBy(actor), eq(savedViews.id, viewId)))
  return found(view)
}

/** A view of one's own, locked. @throws Refusal `not_found` · `rule` {why: 'not_yours'} for one a colleague shares */
export async function ownView(work: Work, viewId: string) {
  const view = await reachedView(work, viewId)
  if (view.ownerId !== work.actor.id) throw new Refusal('rule', { why: 'not_yours' })
  const [locked] = await work.tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.orgId, view.orgId), eq(savedViews.id, viewId)))
    .for('update')
  return found(locked)
}
