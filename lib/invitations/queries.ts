import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, signingCodes } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { newestFirst } from './signing.commands'

/**
 * A client's ways in, newest first, and the code for signing while it can be used; without link and codes, which the
 * command `invitation.show` shows one at a time.
 */
export const listInvitations = query({
  name: 'invitation.list',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await visibleClient(reading, clientId)
    return { invitations: await invitationsOf(reading, clientId), signingCode: await openSigningCode(reading, clientId) }
  },
})

async function invitationsOf({ actor, tx, now }: Reading, clientId: string) {
  const rows = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.orgId, actor.organisationId), eq(invitations.clientId, clientId)))
    .orderBy(desc(invitations.createdAt))
    .limit(20)
  return rows.map(({ id, delegationId, createdAt, expiresAt, usedAt, revokedAt, renewalAskedAt }) => {
    const isOpen = usedAt === null && revokedAt === null && expiresAt > now
    return {
      ...{ id, delegationId, isOpen, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
      ...{ usedAt: textOf(usedAt), revokedAt: textOf(revokedAt), renewalAskedAt: textOf(renewalAskedAt) },
    }
  })
}

const textOf = (instant: Date | null) => instant?.toISOString() ?? null

/** The newest signing code while it can be used. */
async function openSigningCode({ actor, tx, now }: Reading, clientId: string) {
  const [row] = await tx
    .select()
    .from(signingCodes)
    .where(and(eq(signingCodes.orgId, actor.organisationId), eq(signingCodes.clientId, clientId)))
    .orderBy(...newestFirst)
    .limit(1)
  if (row === undefined || row.usedAt !== null || row.expiresAt <= now) return null
  return { id: row.id, expiresAt: row.expiresAt.toISOString() }
}
