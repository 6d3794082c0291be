import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { clients } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { type Actor, seesWholeOffice } from '@/lib/core/actor'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

export type Client = typeof clients.$inferSelect

/** The condition over `clients` that keeps those with a case this actor may see, and those the actor registered. */
export const visibleClients = (actor: Actor): SQL | undefined =>
  seesWholeOffice(actor) || actor.kind === 'client'
    ? undefined
    : or(
        eq(clients.createdBy, actor.id),
        // Written out, because a query of one table names its columns without the table.
        sql`exists (select 1 from "cases" where "cases"."org_id" = "clients"."org_id" and "cases"."client_id" = "clients"."id" and ${visibleTo(actor)})`,
      )

const within = (actor: Actor, clientId: string) =>
  and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId), visibleClients(actor))

/** @throws Refusal `not_found` also where the client exists outside the actor's scope */
export async function visibleClient(reading: Pick<Reading, 'actor' | 'tx'>, clientId: string): Promise<Client> {
  const [client] = await reading.tx.select().from(clients).where(within(reading.actor, clientId))
  return found(client)
}

/** The client, locked until the command ends. @throws Refusal `not_found` as above */
export async function lockClient(work: Pick<Work, 'actor' | 'tx'>, clientId: string): Promise<Client> {
  const [client] = await work.tx.select().from(clients).where(within(work.actor, clientId)).for('update')
  return found(client)
}
