import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, signingCodes } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { installationKey } from '@/lib/platform/env'
import { codeOf, secretOf } from './secrets'

/**
 * A client's ways in, newest first. Link and code of one that is still open are shown, so that they can be told by two
 * different channels; of one that is used or over they are not.
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
      path: isOpen ? `/invitations/${secretOf('link', id, installationKey())}` : null,
      code: isOpen ? codeOf('code', id, installationKey()) : null,
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
    .orderBy(desc(signingCodes.createdAt))
    .limit(1)
  if (row === undefined || row.usedAt !== null || row.expiresAt <= now) return null
  return { code: codeOf('sign', row.id, installationKey()), expiresAt: row.expiresAt.toISOString() }
}
