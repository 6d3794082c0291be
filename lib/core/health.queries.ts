import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'

/** Throws unless the database answers. */
export const pingDatabase = () => inTransaction({}, (tx) => tx.execute(sql`select 1`))
