import { and, eq, getTableColumns, is, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import * as schema from '@/db/schema'
import { type Group, register } from './register'

export type OwnTable = {
  name: string
  table: PgTable
  group: Group
  columns: Record<string, PgColumn>
  /** Its columns of plain text, withheld or not. */
  texts: PgColumn[]
  owner: PgColumn
  org: PgColumn
}

const tables: readonly PgTable[] = Object.values(schema).flatMap((value) => (is(value, PgTable) ? [value] : []))

/** Every table of the schema by its name. */
export const tableNames = () => tables.map((table) => getTableConfig(table).name)

/** Names of tables with a column that says whose a row is. */
export const tablesOfClients = () => ownTables().map(({ name }) => name)

/** Every table whose rows belong to one client, with the columns that may be told. */
export const ownTables = (): OwnTable[] => tables.flatMap((table) => ownTable(table) ?? [])

function ownTable(table: PgTable): OwnTable | undefined {
  const { name } = getTableConfig(table)
  const all: Record<string, PgColumn> = getTableColumns(table)
  const [owner, org, mark] = [name === 'clients' ? all['id'] : all['clientId'], all['orgId'], register[name]]
  if (owner === undefined || org === undefined || name === 'members') return undefined
  const withheld = mark !== undefined && 'group' in mark ? (mark.withheld ?? {}) : {}
  const columns = Object.fromEntries(Object.entries(all).filter(([column]) => !(column in withheld)))
  const texts = Object.values(all).filter(({ columnType }) => columnType === 'PgText')
  return { name, table, group: mark !== undefined && 'group' in mark ? mark.group : 'case', columns, texts, owner, org }
}

export const rowsOf = ({ org, owner }: OwnTable, organisationId: string, clientId: string): SQL | undefined =>
  and(eq(org, organisationId), eq(owner, clientId))
