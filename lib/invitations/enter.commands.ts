import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { clients, delegations, devices, invitations, members } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { hashPassword } from '@/lib/core/passwords'
import { found, Refusal } from '@/lib/core/refusal'
import { createAccount } from '@/lib/organisation/office.commands'
import { installationKey } from '@/lib/platform/env'
import { sha256 } from '@/lib/platform/hash'
import { secretOf } from './secrets'
import { deviceDays, mayAskAgain } from './tries'

type Row = typeof invitations.$inferSelect

/**
 * Uses a link once its code was right: makes the account on the first time, and remembers the device for thirty days. Only
 * the door itself calls this; no role may.
 */
export const enterPortal = command({
  name: 'portal.enter',
  input: z.strictObject({ invitationId: z.uuid(), userAgent: z.string().max(400).default('') }),
  async run(work, { invitationId, userAgent }) {
    const { actor, tx, now, audit } = work
    const mine = and(eq(invitations.orgId, actor.organisationId), eq(invitations.id, invitationId))
    const [row] = await tx.select().from(invitations).where(mine).for('update')
    const invitation = found(row)
    if (invitation.usedAt !== null || invitation.revokedAt !== null || invitation.expiresAt <= now)
      throw new Refusal('rule', { why: 'link_over' })
    const userId = await accountFor(work, invitation)
    await tx.update(invitations).set({ usedAt: now, userId }).where(mine)
    const deviceId = randomUUID()
    const { clientId } = invitation
    await tx.insert(devices).values({
      ...{ orgId: actor.organisationId, id: deviceId, clientId, userId, createdAt: now, userAgent: userAgent.slice(0, 200) },
      tokenHash: sha256(secretOf('device', deviceId, installationKey())),
      expiresAt: new Date(now.getTime() + deviceDays * 86_400_000),
    })
    audit({ type: 'invitation.used', clientId, invitationId })
    return { userId, deviceId }
  },
})

/**
 * Whoever opened a link that is over asks for a new one; the office is told, once.
 * @throws Refusal `rule` {why: 'already_asked'}
 */
export const askNewLink = command({
  name: 'invitation.askAgain',
  input: z.strictObject({ invitationId: z.uuid() }),
  async run({ actor, tx, now, audit }, { invitationId }) {
    const mine = and(eq(invitations.orgId, actor.organisationId), eq(invitations.id, invitationId))
    const [row] = await tx.select().from(invitations).where(mine).for('update')
    const { clientId, renewalAskedAt } = found(row)
    if (!mayAskAgain(renewalAskedAt, now)) throw new Refusal('rule', { why: 'already_asked' })
    await tx.update(invitations).set({ renewalAskedAt: now }).where(mine)
    audit({ type: 'invitation.askedAgain', clientId, invitationId })
    return { id: invitationId }
  },
})

/** The account behind a way in: the one there is, or a new one that nobody signs in to with a password. */
async function accountFor(work: Work, { clientId, delegationId }: Row): Promise<string> {
  return delegationId === null ? clientAccount(work, clientId) : delegateAccount(work, clientId, delegationId)
}

async function clientAccount(work: Work, clientId: string) {
  const { actor, tx } = work
  const [account] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.orgId, actor.organisationId),
        eq(members.clientId, clientId),
        sql`'CLIENT' = any(${members.roles})`,
        isNull(members.disabledAt),
      ),
    )
  if (account !== undefined) return account.userId
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId)))
  return newAccount(work, { name: found(client).name, clientId, role: 'CLIENT' })
}

async function delegateAccount(work: Work, clientId: string, delegationId: string) {
  const { actor, tx, now } = work
  const mine = and(eq(delegations.orgId, actor.organisationId), eq(delegations.id, delegationId))
  const [row] = await tx.select().from(delegations).where(mine).for('update')
  const delegation = found(row)
  if (delegation.revokedAt !== null || delegation.expiresAt <= now) throw new Refusal('rule', { why: 'link_over' })
  if (delegation.userId !== null) return delegation.userId
  const userId = await newAccount(work, { name: delegation.name, clientId, role: 'DELEGATE' })
  await tx.update(delegations).set({ userId }).where(mine)
  return userId
}

type NewPerson = { name: string; clientId: string; role: 'CLIENT' | 'DELEGATE' }

async function newAccount({ actor, tx, now, audit }: Work, { name, clientId, role }: NewPerson) {
  const userId = await createAccount(tx, {
    ...{ organisationId: actor.organisationId, name, clientId, roles: [role], isDemo: actor.isDemo, now },
    // No mailbox and no password: the way in is the link, the code and the remembered device.
    email: `${randomUUID()}@portal.invalid`,
    passwordHash: await hashPassword(randomBytes(32).toString('base64url')),
  })
  audit({ type: 'user.created', userId, roles: [role] })
  return userId
}
