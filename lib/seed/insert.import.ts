import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Row, Table } from './rows'

type Ground = 'members' | 'teams' | 'team_members'

/** Inserts rows of one shape in one statement with one parameter, however many they are. */
export async function insertRows(tx: Tx, table: Table | Ground, rows: readonly Row[]) {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.raw(
    Object.keys(first)
      .map((name) => `"${name}"`)
      .join(', '),
  )
  const target = sql.identifier(table)
  await tx.execute(
    sql`insert into ${target} (${columns}) select ${columns} from json_populate_recordset(null::${target}, ${JSON.stringify(rows)}::json)`,
  )
}
