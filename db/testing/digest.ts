import type pg from 'pg'

/** What a call may leave behind without having changed anything. */
const besides = new Set(['access_log', 'sign_in_attempts'])

/** One hash of the content of every table, for proving that nothing changed. Needs a role that row-level security does not hold. */
export async function digest(owner: pg.Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const hashes: Record<string, string> = {}
  for (const { name } of rows) {
    if (besides.has(name)) continue
    const hashed = await owner.query(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${name}" t`,
    )
    hashes[name] = hashed.rows[0].hash
  }
  return hashes
}
