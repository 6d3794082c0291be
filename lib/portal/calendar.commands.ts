import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { calendarFeeds } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { secretOf } from '@/lib/invitations/secrets'
import { installationKey } from '@/lib/platform/env'
import { sha256 } from '@/lib/platform/hash'
import { ownFeed } from './calendar.queries'
import { expectMay } from './delegated.queries'

/** A new secret address for a phone's calendar; the one before it ends. */
export const openCalendar = command({
  name: 'portal.openCalendar',
  input: z.strictObject({}),
  async run(work) {
    await expectMay(work, 'READ')
    const { actor, tx, now, audit } = work
    await closeFeeds(work)
    const [id, clientId] = [randomUUID(), found(actor.clientId)]
    await tx.insert(calendarFeeds).values({
      ...{ orgId: actor.organisationId, id, clientId, userId: actor.id, createdAt: now },
      tokenHash: sha256(secretOf('calendar', id, installationKey())),
    })
    audit({ type: 'calendar.opened', clientId })
    return { id }
  },
})

/** From now on the address leads nowhere. */
export const closeCalendar = command({
  name: 'portal.closeCalendar',
  input: z.strictObject({}),
  async run(work) {
    await closeFeeds(work)
    work.audit({ type: 'calendar.closed', clientId: found(work.actor.clientId) })
    return { closed: true }
  },
})

const closeFeeds = ({ actor, tx, now }: Work) => tx.update(calendarFeeds).set({ revokedAt: now }).where(ownFeed(actor))
