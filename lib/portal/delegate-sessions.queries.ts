import { sql } from 'drizzle-orm'
import type { Reading } from '@/lib/core/query'

/** Ends every session of an account in this organisation. */
export const closeSessionsOf = ({ actor, tx, now }: Pick<Reading, 'actor' | 'tx' | 'now'>, userId: string) =>
  tx.execute(sql`select auth_close_sessions_of(${actor.organisationId}, ${userId}, ${now.toISOString()}::timestamptz)`)
