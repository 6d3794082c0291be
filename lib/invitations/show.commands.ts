import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, signingCodes } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { logAccess } from '@/lib/core/access-log'
import { command, type Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { installationKey } from '@/lib/platform/env'
import { codeOf, secretOf } from './secrets'

/** What there is to tell of a way in: its link, the code that belongs to it, or the code for signing. */
export const secretParts = ['link', 'code', 'signingCode'] as const
type Part = (typeof secretParts)[number]
type Asked = { clientId: string; id: string; part: Part }

/**
 * Shows one secret of a way in that is still open, so that link and code are told by two channels. Whoever holds both is the
 * client to us: each look is audited and a line in the access log, and a key that may only read sees none.
 * @throws Refusal `not_found` also for one that is used or over
 */
export const showInvitation = command({
  name: 'invitation.show',
  answersSecret: true,
  input: z.strictObject({ clientId: z.uuid(), id: z.uuid(), part: z.enum(secretParts) }),
  async run(work, asked) {
    const { clientId, id, part } = asked
    await visibleClient(work, clientId)
    await (part === 'signingCode' ? expectSigningCode(work, asked) : expectInvitation(work, asked))
    work.audit({ type: 'invitation.shown', clientId, invitationId: id, field: part })
    await logAccess(work.tx, work, { kind: 'reveal', what: `client.${part}`, object: id, clientId })
    return { value: secrets[part](id, installationKey()) }
  },
})

const secrets: Record<Part, (id: string, key: string) => string> = {
  link: (id, key) => `/invitations/${secretOf('link', id, key)}`,
  code: (id, key) => codeOf('code', id, key),
  signingCode: (id, key) => codeOf('sign', id, key),
}

async function expectInvitation({ actor, tx, now }: Work, { clientId, id }: Asked) {
  const mine = and(eq(invitations.orgId, actor.organisationId), eq(invitations.clientId, clientId), eq(invitations.id, id))
  const isOpen = and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))
  const [row] = await tx.select({ id: invitations.id }).from(invitations).where(and(mine, isOpen))
  found(row)
}

async function expectSigningCode({ actor, tx, now }: Work, { clientId, id }: Asked) {
  const mine = and(eq(signingCodes.orgId, actor.organisationId), eq(signingCodes.clientId, clientId), eq(signingCodes.id, id))
  const isOpen = and(isNull(signingCodes.usedAt), gt(signingCodes.expiresAt, now))
  const [row] = await tx.select({ id: signingCodes.id }).from(signingCodes).where(and(mine, isOpen))
  found(row)
}
