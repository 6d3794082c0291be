import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { calendarFeeds, delegations, devices, invitations, signingCodes } from '@/db/schema'
import { lockClient, visibleClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { installationKey } from '@/lib/platform/env'
import { sha256 } from '@/lib/platform/hash'
import { codeHashOf, codeOf, secretOf } from './secrets'
import { linkDays, signingMinutes } from './tries'

/**
 * Makes a way in for a client, or for somebody they authorised: a link for one channel, a six-digit code for another, both
 * good for seven days and once. Earlier links that were not used end.
 */
export const inviteClient = command({
  name: 'invitation.create',
  input: z.strictObject({ clientId: z.uuid(), delegationId: z.uuid().optional() }),
  async run(work, { clientId, delegationId }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    if (delegationId !== undefined) await expectDelegation(work, clientId, delegationId)
    await endOpenLinks(work, clientId, delegationId)
    const [id, key] = [randomUUID(), installationKey()]
    await tx.insert(invitations).values({
      ...{ orgId: actor.organisationId, id, clientId, delegationId: delegationId ?? null, createdBy: actor.id, createdAt: now },
      linkHash: sha256(secretOf('link', id, key)),
      codeHash: codeHashOf(id, codeOf('code', id, key), key),
      expiresAt: new Date(now.getTime() + linkDays * 86_400_000),
    })
    audit({ type: 'invitation.created', clientId, invitationId: id })
    return { id }
  },
})

/** Takes a link back, and with it whoever it let in: nobody stays signed in, and no device is remembered. */
export const revokeInvitation = command({
  name: 'invitation.revoke',
  input: z.strictObject({ invitationId: z.uuid() }),
  async run(work, { invitationId }) {
    const { actor, tx, now, audit } = work
    const mine = and(eq(invitations.orgId, actor.organisationId), eq(invitations.id, invitationId))
    const [invitation] = await tx.select().from(invitations).where(mine).for('update')
    const { clientId, userId, revokedAt } = found(invitation)
    await visibleClient(work, clientId)
    if (revokedAt !== null) throw new Refusal('rule', { why: 'already_revoked' })
    await tx.update(invitations).set({ revokedAt: now }).where(mine)
    if (userId !== null) await shutOut(work, userId)
    audit({ type: 'invitation.revoked', clientId, invitationId })
    return { id: invitationId }
  },
})

/** A code for signing, told to the client by telephone: it says that the one who signs is the one we know. */
export const issueSigningCode = command({
  name: 'signingCode.issue',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(work, { clientId }) {
    await lockClient(work, clientId)
    return writeSigningCode(work, clientId)
  },
})

/** As `signingCode.issue`, for callers that have checked the scope. */
export async function writeSigningCode({ actor, tx, now, audit }: Work, clientId: string) {
  const [id, key] = [randomUUID(), installationKey()]
  await tx.insert(signingCodes).values({
    ...{ orgId: actor.organisationId, id, clientId, createdBy: actor.id, createdAt: now },
    codeHash: codeHashOf(id, codeOf('sign', id, key), key),
    expiresAt: new Date(now.getTime() + signingMinutes * 60_000),
  })
  audit({ type: 'signingCode.issued', clientId })
  return { id }
}

async function expectDelegation({ actor, tx, now }: Work, clientId: string, id: string) {
  const mine = and(eq(delegations.orgId, actor.organisationId), eq(delegations.id, id), eq(delegations.clientId, clientId))
  const [row] = await tx.select().from(delegations).where(mine)
  const { revokedAt, expiresAt } = found(row)
  if (revokedAt !== null) throw new Refusal('rule', { why: 'already_revoked' })
  if (expiresAt <= now) throw new Refusal('rule', { why: 'delegation_over' })
}

const endOpenLinks = ({ actor, tx, now }: Work, clientId: string, delegationId: string | undefined) =>
  tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.orgId, actor.organisationId),
        eq(invitations.clientId, clientId),
        delegationId === undefined ? isNull(invitations.delegationId) : eq(invitations.delegationId, delegationId),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
      ),
    )

/** Ends every session and calendar address of this account in the organisation, and remembers no device of it any longer. */
export async function shutOut({ actor, tx, now }: Pick<Work, 'actor' | 'tx' | 'now'>, userId: string) {
  for (const door of [devices, calendarFeeds])
    await tx
      .update(door)
      .set({ revokedAt: now })
      .where(and(eq(door.orgId, actor.organisationId), eq(door.userId, userId), isNull(door.revokedAt)))
  await tx.execute(sql`select auth_close_sessions_of(${actor.organisationId}, ${userId}, ${now.toISOString()}::timestamptz)`)
}
