import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Office, openOffice, staffMember } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { columnSql, listSql, pageSize, windowSql } from './board-sql'
import { caseFacts } from './facts.queries'
import { placeOf } from './place'
import { lockCase } from './scope.queries'

const many = 8000
let office: Office
let counsellor: Actor

/** An office of 8,000 cases in one stage, a seventh of them one counsellor's: enough that reading them all would look cheap. */
beforeAll(async () => {
  office = await openOffice()
  const { organisationId } = office
  counsellor = await staffMember({ organisationId, roles: ['COUNSELLOR'] })
  await office.within(async (tx) => {
    await tx.execute(sql`insert into clients (org_id, id, name, masked_name, created_by, created_at)
      select ${organisationId}, gen_random_uuid(), '张' || n, '张*', ${counsellor.id}, now() from generate_series(1, ${many}::int) n`)
    await tx.execute(sql`insert into cases (org_id, id, serial, number, client_id, creditor_id, product_id, owner_id, stage, stage_since,
        whose_move, due_on, owed, opened_at)
      select ${organisationId}, gen_random_uuid(), n, 'XS-' || n, id, ${office.creditorId}, ${office.productId},
        case when n % 7 = 0 then ${counsellor.id}::uuid else ${office.colleague.id}::uuid end,
        'DRAFTING', now(), 'us', date '2026-11-01' + n * 31 % 90, n, now()
      from (select id, row_number() over ()::int as n from clients) numbered`)
  })
  const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await owner.connect()
  await owner.query('analyze cases')
  await owner.end()
})

type Step = {
  'Relation Name'?: string | undefined
  'Plan Rows': number
  'Actual Rows': number
  Plans?: Step[] | undefined
}
const step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Relation Name': z.string().optional(),
    'Plan Rows': z.number(),
    'Actual Rows': z.number(),
    Plans: z.array(step).optional(),
  }),
)
const explained = z.array(z.object({ Plan: step }))

const below = (one: Step): Step[] => [one, ...(one.Plans ?? []).flatMap(below)]

/** The steps of a plan that read `cases`. */
async function readingsOf(statement: SQL) {
  const { rows } = await office.within((tx) => tx.execute(sql`explain (analyze, format json) ${statement}`))
  const [plan] = explained.parse(rows[0]?.['QUERY PLAN'])
  return plan === undefined ? [] : below(plan.Plan).filter((one) => one['Relation Name'] === 'cases')
}

/** The most rows of `cases` any one step of the plan has read, per stage. */
const mostRead = async (statement: SQL) => Math.max(...(await readingsOf(statement)).map((one) => one['Actual Rows']))

describe('the board costs the same however many cases there are', () => {
  const view = (actor: Actor) => ({ orgId: office.organisationId, place: placeOf(actor), conditions: [] })

  test.each(['supervisor', 'counsellor'] as const)(
    'a window of the %s reads fifty cards of a stage in order and no more',
    async (who) => {
      expect(await mostRead(windowSql(view(who === 'supervisor' ? office.supervisor : counsellor)))).toBeLessThanOrEqual(pageSize)
    },
  )

  test('row-level security does not lead the planner to believe that next to nothing is left', async () => {
    const [reading] = await readingsOf(sql`select * from cases where org_id = ${office.organisationId} and stage = 'DRAFTING'`)
    expect(reading?.['Plan Rows']).toBeGreaterThan(many / 4)
  })

  test('so do the next page of a column and a list', async () => {
    const after = '2026-12-01.300'
    expect(await mostRead(columnSql({ ...view(office.supervisor), stages: ['DRAFTING'], after }))).toBeLessThanOrEqual(pageSize)
    expect(await mostRead(listSql({ ...view(office.supervisor), after }))).toBeLessThanOrEqual(pageSize)
  })
})

describe('what every move and every case page asks', () => {
  const statements = sql`select count(*)::int as known, sum(custom_plans + generic_plans)::int as asked from pg_prepared_statements
    where statement like '%for update' or statement like '%from consents%'`
  const asked = z.object({ known: z.int(), asked: z.int() })

  test('is not built and planned anew for each call', async () => {
    const { organisationId: orgId } = office
    const counts = await office.within(async (tx) => {
      const { rows } = await tx.execute(sql`select id from cases where org_id = ${orgId} limit 2`)
      for (const id of rows.map((row) => z.uuid().parse(row['id']))) {
        await lockCase({ tx, actor: office.supervisor }, id)
        await caseFacts({ tx, actor: office.supervisor, now: new Date('2026-11-23') }, { orgId, id })
      }
      return asked.parse((await tx.execute(statements)).rows[0])
    })
    expect(counts).toEqual({ known: 2, asked: 4 })
  })
})
