import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { startSettings } from '@/lib/platform/env'
import { reasonsNotToServe, type Standing } from './startup'

/** Ends this process with the reasons, one a line, unless it may serve: called once, before the first request. */
export async function refuseUnsafeStart() {
  const reasons = reasonsNotToServe(await askStanding(), startSettings())
  if (reasons.length === 0) return
  process.stderr.write(`Parley does not start:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`)
  process.exit(1)
}

/** What this process may do in its database, and what the database protects. */
export async function askStanding(): Promise<Standing> {
  const { rows } = await inTransaction({}, (tx) => tx.execute(question))
  return standing.parse(rows[0])
}

const names = z.array(z.string())
const standing = z.object({
  isSuperuser: z.boolean(),
  bypassesRowSecurity: z.boolean(),
  owned: names,
  unforced: names,
  openViews: names,
  fsync: z.string(),
  synchronousCommit: z.string(),
})

/** Every relation this role could read, and whatever else lies in our schema. */
const question = sql`
  with ours as (
    select c.relname::text as name, c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
      and (n.nspname = 'public' or has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'))
  )
  select r.rolsuper as "isSuperuser", r.rolbypassrls as "bypassesRowSecurity",
    array(select name from ours where relkind in ('r', 'p', 'm', 'v') and pg_has_role(relowner, 'member') order by name) as owned,
    array(select name from ours where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by name) as unforced,
    array(select name from ours where relkind = 'm'
      or relkind = 'v' and not coalesce(reloptions && '{security_invoker=true,security_invoker=on}', false) order by name) as "openViews",
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit"
  from pg_roles r where r.rolname = current_user`
