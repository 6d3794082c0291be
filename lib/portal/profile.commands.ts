import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import { lockClient } from '@/lib/clients/scope.queries'
import { command } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { requiredLine } from '@/lib/platform/fields'
import { tellsTooMuch } from './safe-phrase'

/**
 * The words only the client and the office know: on every page and in every mail, so that impostors are told apart.
 * @throws Refusal `invalid` {phrase: phrase_tells} where it says who the client is, or an amount or number
 */
export const setSafePhrase = command({
  name: 'portal.setSafePhrase',
  input: z.strictObject({ phrase: requiredLine(30) }),
  async run(work, { phrase }) {
    const { actor, tx, audit } = work
    const client = await lockClient(work, found(actor.clientId))
    if (tellsTooMuch(phrase, client)) throw new Refusal('invalid', { fields: { phrase: ['phrase_tells'] } })
    await tx
      .update(clients)
      .set({ safePhrase: phrase, version: client.version + 1 })
      .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, client.id)))
    audit({ type: 'client.updated', clientId: client.id, fields: ['safePhrase'] })
    return { clientId: client.id }
  },
})
