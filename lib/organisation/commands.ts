import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import { locales, type Role, roles } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { hashPassword } from '@/lib/core/passwords'
import { found, Refusal } from '@/lib/core/refusal'
import { emailField, passwordField, personName } from './fields'
import { createAccount } from './office.commands'
import { passwordFault } from './password-rule'

/** Gives somebody an account with roles in this office. Client and delegate accounts are linked to one client record. */
export const createUser = command({
  name: 'user.create',
  input: z.strictObject({
    email: emailField,
    name: personName,
    roles: z.array(z.enum(roles)).min(1, 'required').max(roles.length),
    password: passwordField,
    locale: z.enum(locales).optional(),
    clientId: z.uuid().optional(),
  }),
  async run(work, { password, clientId, ...person }) {
    const { actor, tx, now, audit } = work
    const fault = passwordFault(password, person.email)
    if (fault !== undefined) throw new Refusal('invalid', { fields: { password: [fault] } })
    await expectFitting(work, person.roles, clientId)
    const userId = await createAccount(tx, {
      ...{ ...person, clientId: clientId ?? null, organisationId: actor.organisationId },
      ...{ passwordHash: await hashPassword(password), now },
    })
    audit({ type: 'user.created', userId, roles: person.roles })
    return { userId }
  },
})

const portalRoles: readonly Role[] = ['CLIENT', 'DELEGATE']

/** Nobody is staff and client at once, and a client's account is somebody's. */
async function expectFitting({ actor, tx }: Work, wanted: readonly Role[], clientId: string | undefined) {
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
