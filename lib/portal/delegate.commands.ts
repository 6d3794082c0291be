import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { delegations } from '@/db/schema'
import { delegateVerbs } from '@/db/vocabulary-portal'
import { command } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { shutOut } from '@/lib/invitations/commands'
import { line, requiredLine } from '@/lib/platform/fields'
import { expectSigned, signature } from './signed.commands'

const months = 6
const isOn = z.literal('on').optional()

/**
 * The client lets somebody of the family look or act in the portal: what exactly, until when, signed with name and code.
 * Reading is always part of it; signing and consenting never are.
 */
export const addDelegate = command({
  name: 'portal.addDelegate',
  input: z.strictObject({
    delegate: requiredLine(50),
    relation: line(30).default(''),
    ...{ UPLOAD: isOn, MESSAGE: isOn, REPORT_PAYMENT: isOn, BUDGET: isOn },
    ...signature,
    agree: z.literal('on', 'tick'),
  }),
  async run(work, { delegate, relation, name, code, agree: _, ...ticks }) {
    const { actor, tx, now, audit } = work
    const clientId = found(actor.clientId)
    await expectSigned(work, { name, code })
    const [id, expiresAt] = [randomUUID(), new Date(now)]
    expiresAt.setUTCMonth(expiresAt.getUTCMonth() + months)
    const verbs = delegateVerbs.filter((verb) => verb === 'READ' || ticks[verb] === 'on')
    await tx.insert(delegations).values({
      ...{ orgId: actor.organisationId, id, clientId, name: delegate, relation, verbs, createdAt: now, expiresAt },
    })
    audit({ type: 'delegation.given', clientId, delegationId: id, verbs: [...verbs] })
    return { id }
  },
})

/** Takes it back at once: sessions and remembered devices of the delegate end with it. */
export const revokeDelegate = command({
  name: 'portal.revokeDelegate',
  input: z.strictObject({ delegationId: z.uuid() }),
  async run(work, { delegationId }) {
    const { actor, tx, now, audit } = work
    const [row] = await tx
      .update(delegations)
      .set({ revokedAt: now })
      .where(and(eq(delegations.orgId, actor.organisationId), eq(delegations.id, delegationId), isNull(delegations.revokedAt)))
      .returning()
    const { clientId, userId } = found(row)
    if (userId !== null) await shutOut(work, userId)
    audit({ type: 'delegation.revoked', clientId, delegationId })
    return { id: delegationId }
  },
})
