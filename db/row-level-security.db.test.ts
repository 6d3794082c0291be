import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedOffice } from '@/lib/organisation/start.commands'
import { aChain, type Chain } from './testing/chain'
import { type Office, openOffice } from './testing/factories'

/** What row-level security holds back by itself, with the app's own role and hand-written SQL: no filter of ours in between. */

const app = new pg.Client({ connectionString: process.env.PARLEY_APP_URL })
const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
let here: Office
let there: Office
let ours: Chain
let theirs: Chain
let another: Chain

beforeAll(async () => {
  ;[here, there] = [await openOffice(), await openOffice({ name: '别处' })]
  for (const office of [here, there]) await office.within((tx) => seedOffice(tx, office.organisationId))
  ours = await aChain(here, here.counsellor, '赵一鸣')
  another = await aChain(here, here.colleague, '钱二宝')
  theirs = await aChain(there, there.counsellor, '李四维')
  await Promise.all([app.connect(), owner.connect()])
})
afterAll(() => Promise.all([app.end(), owner.end()]))

type Context = { org?: string; client?: string }

/** One statement in a transaction of this context, which is taken back. */
async function inContext({ org = '', client = '' }: Context, statement: string, values: unknown[] = []) {
  await app.query('begin')
  try {
    await app.query("select set_config('app.org', $1, true), set_config('app.client', $2, true)", [org, client])
    return await app.query(statement, values)
  } finally {
    await app.query('rollback')
  }
}

const stateOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

async function tablesWith(column: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = $1
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege('parley_app', c.oid, 'select') order by 1`,
    [column],
  )
  return rows.map(({ name }) => name)
}

const count = async (context: Context, table: string, where = 'true') =>
  Number((await inContext(context, `select count(*) as n from "${table}" where ${where}`)).rows[0].n)

describe('a transaction', () => {
  test('without a context sees no row of any table', async () => {
    const tables = [...(await tablesWith('org_id')), 'organisations']
    expect(tables.length).toBeGreaterThan(20)
    const seen: string[] = []
    for (const table of tables) if ((await count({}, table)) > 0) seen.push(table)
    expect(seen).toEqual([])
  })

  test('of one office sees that office alone, in every table', async () => {
    const strange: string[] = []
    let filled = 0
    for (const table of await tablesWith('org_id')) {
      filled += Math.min(1, await count({ org: there.organisationId }, table))
      if ((await count({ org: here.organisationId }, table, `org_id <> '${here.organisationId}'`)) > 0) strange.push(table)
    }
    expect(strange).toEqual([])
    expect(filled).toBeGreaterThan(15)
  })

  test('of a client sees that client alone, in every table that belongs to clients', async () => {
    const context = { org: here.organisationId, client: ours.ids.clientId }
    const strange: string[] = []
    let others = 0
    for (const table of await tablesWith('client_id')) {
      others += Math.min(1, await count({ org: here.organisationId }, table, `client_id = '${another.ids.clientId}'`))
      if ((await count(context, table, `client_id is distinct from '${ours.ids.clientId}'`)) > 0) strange.push(table)
    }
    expect(strange.filter((table) => table !== 'members')).toEqual([])
    expect(await count(context, 'members', `client_id <> '${ours.ids.clientId}'`)).toBe(0)
    expect(others).toBeGreaterThan(10)
    expect(await count(context, 'clients')).toBe(1)
  })

  test('of a client sees nothing of the books of the office, nor writes in them', async () => {
    const books = ['audit_events', 'audit_heads', 'tombstones', 'sensitive_grants', 'letter_batches', 'imports', 'saved_views']
    const context = { org: here.organisationId, client: ours.ids.clientId }
    expect(await count({ org: here.organisationId }, 'audit_events')).toBeGreaterThan(0)
    const open: string[] = []
    for (const book of books) if ((await count(context, book)) > 0) open.push(book)
    expect(open).toEqual([])
    const grant = `insert into sensitive_grants (org_id, case_id, user_id, granted_by, granted_at, reason) values ($1, $2, $3, $3, now(), 'x')`
    const values = [here.organisationId, ours.ids.caseId, here.colleague.id]
    expect(await stateOf(inContext(context, grant, values))).toBe('42501')
  })

  test('cannot write a row into another office, nor change or delete one there', async () => {
    const context = { org: here.organisationId }
    const insert = `insert into teams (org_id, id, name) values ($1, $2, 'x')`
    expect(await stateOf(inContext(context, insert, [there.organisationId, randomUUID()]))).toBe('42501')
    expect(await stateOf(inContext(context, insert, [here.organisationId, randomUUID()]))).toBe('done')
    const statements = (await tablesWith('org_id')).flatMap((table) => [
      `update "${table}" set org_id = org_id`,
      `delete from "${table}"`,
    ])
    const touched: string[] = []
    for (const statement of statements) {
      const { rowCount } = await inContext(context, `${statement} where org_id = '${there.organisationId}'`).catch(() => ({
        rowCount: 0,
      }))
      touched.push(...(rowCount === 0 ? [] : [`${statement}: ${rowCount}`]))
    }
    expect(touched).toEqual([])
  })

  test('cannot move a row of its own to another office or another client', async () => {
    const move = `update cases set org_id = '${there.organisationId}' where id = '${ours.ids.caseId}'`
    expect(await stateOf(inContext({ org: here.organisationId }, move))).toBe('42501')
    const client = { org: here.organisationId, client: ours.ids.clientId }
    const give = `update tasks set client_id = '${another.ids.clientId}' where id = '${ours.ids.taskId}'`
    expect(await stateOf(inContext(client, give))).toBe('42501')
  })

  test('cannot tie a row to one of another office, which is as missing as one that never was', async () => {
    const insert = `insert into tasks (org_id, id, case_id, client_id, title, assignee_id, created_at) values ($1, $2, $3, $4, 'x', $5, now())`
    const tie = (caseId: string) =>
      stateOf(
        inContext({ org: here.organisationId }, insert, [
          here.organisationId,
          randomUUID(),
          caseId,
          ours.ids.clientId,
          here.counsellor.id,
        ]),
      )
    expect([await tie(ours.ids.caseId), await tie(theirs.ids.caseId), await tie(randomUUID())]).toEqual([
      'done',
      '23503',
      '23503',
    ])
  })

  test('leaves no context behind on the connection', async () => {
    await inContext({ org: here.organisationId }, 'select 1')
    const { rows } = await app.query('select count(*)::int as n, current_org() as org from cases')
    expect(rows).toEqual([{ n: 0, org: null }])
  })
})

describe("the app's role", () => {
  test.each([
    'select * from users',
    'select * from sessions',
    'select * from api_keys',
    "update audit_events set actor = 'x'",
    'delete from audit_events',
    'truncate audit_events',
    'update audit_heads set seq = 0',
    'delete from access_log',
    "update access_log set what = 'x'",
    'insert into organisations (id) values (gen_random_uuid())',
    'update organisations set is_demo = true',
    'alter table cases disable row level security',
    'create table mine (n int)',
    'create policy all_of_it on cases using (true)',
    'drop function current_org() cascade',
    'select erase_client(gen_random_uuid())',
    "copy cases to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    'set session_replication_role = replica',
    'create extension dblink',
  ])('may not %s', async (statement) => {
    expect(['42501', '0A000']).toContain(await stateOf(inContext({ org: here.organisationId }, statement)))
  })

  test('drops no office but a demo, and marks none as that', async () => {
    const drop = (id: string) => stateOf(inContext({ org: id }, 'select drop_demo_organisation($1)', [id]))
    const demo = await openOffice({ isDemo: true })
    expect([await drop(here.organisationId), await drop(demo.organisationId)]).toEqual(['23001', 'done'])
    const marked = inContext({ org: here.organisationId }, 'update organisations set is_demo = true where id = current_org()')
    expect(await stateOf(marked)).toBe('42501')
  })

  test('cannot become another role or switch row-level security off', async () => {
    expect(await stateOf(inContext({}, 'set local role parley'))).toBe('42501')
    const off = inContext({ org: here.organisationId }, "select set_config('row_security', 'off', true)").then(() => 'done')
    expect(await off).toBe('done')
    await app.query("begin; set local row_security = off; select set_config('app.org', '', true)")
    expect(await stateOf(app.query('select * from cases'))).toBe('42501')
    await app.query('rollback')
  })
})

describe('the schema', () => {
  test('tells nobody by a refused value whether another office has it: every unique index begins with the organisation', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique
        and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) <> 'org_id' order by 1`)
    // These hold accounts and organisations themselves, whose names are for the sign-in functions alone.
    const known = /^(organisations_pkey|users_|sessions_|api_keys_|sign_in_attempts_|drop_permits_)/
    // Hashes of long random tokens: a caller cannot choose one, so that one is taken tells nothing.
    const unguessable = ['calendar_feeds_token', 'devices_token', 'invitations_link']
    expect(rows.map(({ name }) => name).filter((name) => !known.test(name))).toEqual(unguessable)
  })

  test('ties every row of an organisation to rows of the same: every foreign key begins with the organisation', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select conrelid::regclass || '.' || conname as name from pg_constraint c where contype = 'f' and connamespace = 'public'::regnamespace
        and (select attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'org_id' order by 1`)
    expect(rows).toEqual([])
  })

  test('has an index for every foreign key', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select conrelid::regclass || '.' || conname as name from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
        select 1 from pg_index i where i.indrelid = c.conrelid
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] <@ c.conkey)
      order by 1`)
    expect(rows.map(({ name }) => name)).toEqual([])
  })

  test('lets the app remove only what is drafted, chosen, held for a while or imported by mistake', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and has_table_privilege('parley_app', oid, 'delete') order by 1`)
    expect(rows.map(({ name }) => name)).toEqual([
      ...['budget_drafts', 'cases', 'checklist_rules', 'chosen_views', 'clients', 'debts', 'evidence_requests', 'form_drafts'],
      ...['idempotency_keys', 'job_files', 'jobs', 'letter_templates', 'past_outcomes', 'payments', 'proposal_lines'],
      ...['report_schedules', 'saved_analyses', 'saved_views'],
    ])
  })

  test('lets the app rewrite no book of what happened', async () => {
    const books = [
      'access_log',
      'audit_events',
      'audit_heads',
      'balance_snapshots',
      'factor_snapshots',
      'protection_records',
      'stage_events',
    ]
    const { rows } = await owner.query<{ name: string }>(
      "select name from unnest($1::text[]) name where has_table_privilege('parley_app', name, 'update')",
      [books],
    )
    expect(rows).toEqual([])
  })

  test('fixes the search path of every function that reads a table or runs as its owner', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and probin is null
        and proname not in ('current_org', 'current_client', 'audit_hash')
        and not coalesce(proconfig::text like '%search_path=public, pg_temp%', false) order by 1`)
    expect(rows).toEqual([])
  })
})
