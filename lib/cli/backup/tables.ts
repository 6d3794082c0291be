import type pg from 'pg'
import { z } from 'zod'
import { leftOut } from './manifest'

/** A table with the columns that are written, and whether its rows belong to one organisation. */
export type Table = { name: string; columns: string[]; hasOrganisation: boolean }

/** Every table of the database that a backup holds, each after those it refers to: a table added later is in it by itself. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(`
    select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns,
      bool_or(c.column_name = 'org_id') as "hasOrganisation",
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.contype = 'f' and f.conrelid = format('public.%I', c.table_name)::regclass and f.confrelid <> f.conrelid) as needs
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by c.table_name order by c.table_name`)
  return inOrder(shape.parse(rows).filter(({ name }) => !leftOut.has(name)))
}

const shape = z.array(
  z.object({ name: z.string(), columns: z.array(z.string()), hasOrganisation: z.boolean(), needs: z.array(z.string()) }),
)

type Needing = z.output<typeof shape>[number]

function inOrder(tables: readonly Needing[]): Table[] {
  const [placed, ordered]: [Set<string>, Table[]] = [new Set(), []]
  const place = ({ needs, ...table }: Needing) => {
    if (placed.has(table.name)) return
    placed.add(table.name)
    for (const needed of tables) if (needs.includes(needed.name)) place(needed)
    ordered.push(table)
  }
  for (const table of tables) place(table)
  return ordered
}

/** The organisations there are, told to the owner of the tables. */
export async function organisationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query('select id from auth_organisations()')
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id)
}

/** From here on this transaction works in one organisation: its owner is under row-level security too. */
export const enter = (client: pg.Client, organisationId: string) =>
  client.query("select set_config('app.org', $1, true), set_config('app.client', '', true)", [organisationId])

/** The newest migration this database has seen, by how many there were and its hash. */
export async function migrationOf(client: pg.Client) {
  const { rows } = await client.query(
    'select count(*)::int as number, (array_agg(hash order by created_at desc))[1] as hash from drizzle.__drizzle_migrations',
  )
  return z.object({ number: z.number(), hash: z.string() }).parse(rows[0])
}
