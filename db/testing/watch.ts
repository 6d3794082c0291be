import type pg from 'pg'

/** Tables that a refused call may write to. */
const besides = ['access_log', 'sign_in_attempts']

/**
 * Notes every row that is written from now on, in the transaction that writes it, so that a change is seen without hashing
 * the database after each call. Needs the owner; for tests alone.
 */
export async function watchChanges(owner: pg.Client): Promise<() => Promise<number>> {
  await owner.query(`
    create table touched (n bigserial, name text);
    create function note_touch() returns trigger language plpgsql security definer as
      $$ begin insert into public.touched (name) values (tg_table_name); return null; end $$;`)
  const { rows } = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'touched'",
  )
  for (const { name } of rows.filter((table) => !besides.includes(table.name))) {
    await owner.query(
      `create trigger zz_touched after insert or update or delete on "${name}" for each row execute function note_touch()`,
    )
  }
  return async () => (await owner.query<{ n: number }>('select coalesce(max(n), 0)::int as n from touched')).rows[0]?.n ?? 0
}
