import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { chosenViews, savedViews } from '@/db/schema'
import { command } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { keptFilters, viewParts } from './view'
import { ownView, reachedView } from './view.queries'

/** So many views one person may keep: more than a menu can hold. */
const mostViews = 50

/** Keeps a way of looking at cases under a name: one's own, or for the whole office. @throws Refusal `rule` {why: 'too_many'} */
export const saveView = command({
  name: 'view.save',
  input: z.strictObject({
    ...viewParts,
    layout: viewParts.layout.default('board'),
    density: viewParts.density.default('comfortable'),
    isShared: viewParts.isShared.default(false),
  }),
  async run({ actor, tx, now, audit }, { filters, ...view }) {
    const mine = { orgId: actor.organisationId, ownerId: actor.id }
    const kept = await tx.$count(savedViews, and(eq(savedViews.orgId, mine.orgId), eq(savedViews.ownerId, mine.ownerId)))
    if (kept >= mostViews) throw new Refusal('rule', { why: 'too_many' })
    const id = randomUUID()
    await tx.insert(savedViews).values({ ...mine, id, ...view, filters: keptFilters(filters), createdAt: now })
    audit({ type: 'view.saved', viewId: id, isShared: view.isShared })
    return { viewId: id }
  },
})

/** Renames one's own view, changes what it shows, shares it or stops sharing. @throws Refusal `rule` {why: 'not_yours'} · `conflict` */
export const changeView = command({
  name: 'view.change',
  input: z.strictObject({ viewId: z.uuid(), version: z.int().positive(), ...z.strictObject(viewParts).partial().shape }),
  async run(work, { viewId, version, filters, ...changes }) {
    const view = await ownView(work, viewId)
    expectVersion(view, version)
    await work.tx
      .update(savedViews)
      .set({ ...changes, ...(filters && { filters: keptFilters(filters) }), version: sql`${savedViews.version} + 1` })
      .where(and(eq(savedViews.orgId, view.orgId), eq(savedViews.id, viewId)))
    work.audit({ type: 'view.saved', viewId, isShared: changes.isShared ?? view.isShared })
    return { viewId, version: version + 1 }
  },
})

/** Removes one's own view; whoever opened their board with it starts with the plain board again. @throws as `view.change` */
export const removeView = command({
  name: 'view.remove',
  input: z.strictObject({ viewId: z.uuid() }),
  async run(work, { viewId }) {
    const view = await ownView(work, viewId)
    await work.tx.delete(savedViews).where(and(eq(savedViews.orgId, view.orgId), eq(savedViews.id, viewId)))
    work.audit({ type: 'view.removed', viewId })
    return { viewId }
  },
})

/** The view one's own board opens with; null for the plain board. @throws Refusal `not_found` for a view one may not look at */
export const chooseView = command({
  name: 'view.choose',
  input: z.strictObject({ viewId: z.uuid().nullable() }),
  async run(work, { viewId }) {
    const { actor, tx, audit } = work
    const mine = { orgId: actor.organisationId, userId: actor.id }
    if (viewId !== null) await reachedView(work, viewId)
    await tx.delete(chosenViews).where(and(eq(chosenViews.orgId, mine.orgId), eq(chosenViews.userId, mine.userId)))
    if (viewId !== null) await tx.insert(chosenViews).values({ ...mine, viewId })
    audit({ type: 'view.chosen', viewId })
    return { viewId }
  },
})
