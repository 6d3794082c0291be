import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import { locales, type Role, roles } from '@/db/vocabulary'
import { failuresSince, recordFailure } from '@/lib/core/accounts.queries'
import { command, type Work } from '@/lib/core/command'
import { hashPassword } from '@/lib/core/passwords'
import { found, Refusal } from '@/lib/core/refusal'
import { emailField, passwordField, personName } from './fields'
import { createAccount } from './office.commands'
import { passwordFault } from './password-rule'

/** Gives somebody an account with roles in this office. A client's account is linked to one client record. */
export const createUser = command({
  name: 'user.create',
  input: z.strictObject({
    email: emailField,
    name: personName,
    roles: z.array(z.enum(roles), 'required').min(1, 'required').max(roles.length),
    password: passwordField,
    locale: z.enum(locales).optional(),
    clientId: z.uuid().optional(),
  }),
  async run(work, { password, clientId, ...person }) {
    const { actor, tx, now, audit } = work
    const fault = passwordFault(password, person.email)
    if (fault !== undefined) throw new Refusal('invalid', { fields: { password: [fault] } })
    await expectFitting(work, person.roles, clientId)
    const passwordHash = await hashPassword(password)
    const userId = await guarded(work, () =>
      createAccount(tx, {
        ...{ ...person, clientId: clientId ?? null, organisationId: actor.organisationId },
        ...{ passwordHash, now },
      }),
    )
    audit({ type: 'user.created', userId, roles: person.roles })
    return { userId }
  },
})

const refusalsADay = 20

/** An e-mail of another office is refused like one of ours, and so few a day that nobody learns who has an account. */
async function guarded({ actor, now }: Work, create: () => Promise<string>): Promise<string> {
  const key = `accounts:${actor.organisationId}`
  const { failures } = await failuresSince(key, new Date(now.getTime() - 86_400_000))
  if (failures >= refusalsADay) throw new Refusal('too_many', { seconds: 86_400 })
  try {
    return await create()
  } catch (error) {
    if (error instanceof Refusal) await recordFailure(randomUUID(), key, now)
    throw error
  }
}

const portalRoles: readonly Role[] = ['CLIENT', 'DELEGATE']

/** Nobody is staff and client at once, and a client's account is somebody's. */
async function expectFitting({ actor, tx }: Work, wanted: readonly Role[], clientId: string | undefined) {
  if (wanted.includes('DELEGATE')) throw new Refusal('invalid', { fields: { roles: ['by_authority_only'] } })
  const portal = wanted.filter((role) => portalRoles.includes(role))
  const isMixed = portal.length > 0 && (wanted.length > 1 || clientId === undefined)
  if (isMixed || (portal.length === 0 && clientId !== undefined))
    throw new Refusal('invalid', { fields: { roles: ['mixed_roles'] } })
  if (clientId === undefined) return
  const [client] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId)))
  found(client)
}
