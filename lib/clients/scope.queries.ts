import { and, eq } from 'drizzle-orm'
import { clients } from '@/db/schema'
import type { Actor } from '@/lib/core/actor'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { clientsInReach } from '@/lib/core/reach'
import { found } from '@/lib/core/refusal'
import { noteOnce } from '@/lib/core/view-note.queries'

export type Client = typeof clients.$inferSelect

const within = (actor: Actor, clientId: string) =>
  and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId), clientsInReach(actor))

/** @throws Refusal `not_found` also where the client exists outside the actor's scope */
export async function visibleClient(reading: Pick<Reading, 'actor' | 'tx'>, clientId: string): Promise<Client> {
  const [client] = await reading.tx.select().from(clients).where(within(reading.actor, clientId))
  return found(client)
}

/** Which of a client’s papers somebody reads, as the access log calls it. */
type Papers = 'statements' | 'evidence' | 'debts'

/** The client whose papers are read, and a line that they were. @throws Refusal `not_found` as above */
export async function readClient(reading: Reading, clientId: string, papers: Papers): Promise<Client> {
  const client = await visibleClient(reading, clientId)
  await noteOnce(reading, { what: `client.${papers}`, object: clientId, clientId })
  return client
}

/** The client, locked until the command ends. @throws Refusal `not_found` as above */
export async function lockClient(work: Pick<Work, 'actor' | 'tx'>, clientId: string): Promise<Client> {
  const [client] = await work.tx.select().from(clients).where(within(work.actor, clientId)).for('update')
  return found(client)
}
