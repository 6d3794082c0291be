import type pg from 'pg'
import { z } from 'zod'
import type { Manifest } from './manifest'
import { enter, organisationsOf, type Table, tablesOf } from './tables'

/** Where a database is not as a manifest says: rows of each table, and the end of each audit chain. */
export async function differences(client: pg.Client, { tables, heads }: Manifest): Promise<string[]> {
  const organisations = await organisationsOf(client)
  const counts = await countsOf(client, organisations)
  const rows = Object.entries(tables).flatMap(([name, { rows: wanted }]) => {
    const found = counts.get(name) ?? 0
    return found === wanted ? [] : [`table ${name} has ${found} rows instead of ${wanted}`]
  })
  const ends = await endsOf(client, organisations)
  const chains = Object.entries(heads).flatMap(([id, { seq, hash }]) =>
    ends.get(id) === `${seq} ${hash}` ? [] : [`the audit chain of ${id} ends elsewhere`],
  )
  return [...rows, ...chains]
}

const one = z.object({ n: z.int() })

async function countsOf(client: pg.Client, organisations: string[]) {
  const counts = new Map<string, number>()
  for (const table of await tablesOf(client)) counts.set(table.name, await countOf(client, table, organisations))
  return counts
}

async function countOf(client: pg.Client, { name, hasOrganisation }: Table, organisations: string[]) {
  if (!hasOrganisation) return one.parse((await client.query(`select count(*)::int as n from "${name}"`)).rows[0]).n
  let n = 0
  for (const id of organisations) {
    await enter(client, id)
    const { rows } = await client.query(`select count(*)::int as n from "${name}" where org_id = $1`, [id])
    n += one.parse(rows[0]).n
  }
  return n
}

async function endsOf(client: pg.Client, organisations: string[]) {
  const ends = new Map<string, string>()
  for (const id of organisations) {
    await enter(client, id)
    const { rows } = await client.query('select seq, hash from audit_heads where org_id = $1', [id])
    const [head] = z.array(z.object({ seq: z.coerce.number(), hash: z.string() })).parse(rows)
    if (head !== undefined) ends.set(id, `${head.seq} ${head.hash}`)
  }
  return ends
}
