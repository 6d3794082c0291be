import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { hasRole, seesWholeOffice } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { listParam } from '@/lib/core/reach'

/** From so many cases a report is not worked out while somebody waits for the file. */
export const longFrom = 20_000

/** Whether the cases a report would go through for this reader are too many to wait for: counted without going through them. */
export async function isLong({ actor, tx }: Pick<Reading, 'actor' | 'tx'>): Promise<boolean> {
  const all = seesWholeOffice(actor) || hasRole(actor, 'ANALYST')
  const mine = sql`owner_id = any(${listParam(actor.owners)}::uuid[]) or team_id = any(${listParam(actor.teams)}::uuid[])`
  const { rows } = await tx.execute(sql`
    select coalesce(sum(count), 0)::int as many from board_counters
    where org_id = ${actor.organisationId} and (${all ? sql`true` : mine})`)
  const [cases] = z.array(z.object({ many: z.number() })).parse(rows)
  return (cases?.many ?? 0) >= longFrom
}
