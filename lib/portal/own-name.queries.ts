import { and, eq } from 'drizzle-orm'
import { clients } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { isNameOf } from './signature'

/** @throws Refusal `invalid` {name: name_mismatch} unless the typed name is the client's own */
export async function expectOwnName({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, typed: string) {
  const mine = and(eq(clients.orgId, actor.organisationId), eq(clients.id, found(actor.clientId)))
  const [client] = await tx.select({ name: clients.name }).from(clients).where(mine)
  if (!isNameOf(typed, found(client).name)) throw new Refusal('invalid', { fields: { name: ['name_mismatch'] } })
}
