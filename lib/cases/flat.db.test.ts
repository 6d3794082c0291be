import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aClient, type Office, openOffice, staffMember } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { columnSql, listSql, pageSize, windowSql } from './board-sql'
import { placeOf } from './place'

const many = 6000
let office: Office
let counsellor: Actor

/** An office of 6,000 open cases in ten stages, a tenth of them one counsellor's. */
beforeAll(async () => {
  office = await openOffice()
  const { organisationId } = office
  counsellor = await staffMember({ organisationId, roles: ['COUNSELLOR'] })
  const client = await aClient(office)
  await office.within((tx) =>
    tx.execute(sql`insert into cases (org_id, id, serial, number, client_id, creditor_id, product_id, owner_id, stage, stage_since,
        whose_move, due_on, owed, opened_at)
      select ${organisationId}, gen_random_uuid(), n, 'XS-' || n, ${client.id}, ${office.creditorId}, ${office.productId},
        case when n % 7 = 0 then ${counsellor.id}::uuid else ${office.colleague.id}::uuid end,
        (array['INTAKE', 'EVIDENCE', 'DRAFTING', 'CLIENT_REVIEW', 'SUBMITTED', 'INFO_REQUESTED', 'COUNTERED', 'CONFIRMING', 'MONITORING', 'FALLBACK'])[1 + n % 10],
        now(), 'us', date '2026-11-01' + n * 31 % 90, n, now() from generate_series(1, ${many}::int) n`),
  )
  const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await owner.connect()
  await owner.query('analyze cases')
  await owner.end()
})

type Step = { 'Node Type': string; 'Relation Name'?: string | undefined; 'Actual Rows': number; Plans?: Step[] | undefined }
const step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number(),
    Plans: z.array(step).optional(),
  }),
)
const explained = z.array(z.object({ Plan: step }))

const below = (one: Step): Step[] => [one, ...(one.Plans ?? []).flatMap(below)]

/** The most rows of `cases` any one step of the plan has read, per stage. */
async function mostRead(statement: SQL) {
  const { rows } = await office.within((tx) => tx.execute(sql`explain (analyze, format json) ${statement}`))
  const [plan] = explained.parse(rows[0]?.['QUERY PLAN'])
  const reads = plan === undefined ? [] : below(plan.Plan).filter((one) => one['Relation Name'] === 'cases')
  expect(reads.length).toBeGreaterThan(0)
  return Math.max(...reads.map((one) => one['Actual Rows']))
}

describe('the board costs the same however many cases there are', () => {
  const view = (actor: Actor) => ({ orgId: office.organisationId, place: placeOf(actor), conditions: [] })

  test.each(['supervisor', 'counsellor'] as const)(
    'a window of the %s reads fifty cards of a stage in order and no more',
    async (who) => {
      expect(await mostRead(windowSql(view(who === 'supervisor' ? office.supervisor : counsellor)))).toBeLessThanOrEqual(pageSize)
    },
  )

  test('so do the next page of a column and a list', async () => {
    const after = '2026-12-01.300'
    expect(await mostRead(columnSql({ ...view(office.supervisor), stages: ['DRAFTING'], after }))).toBeLessThanOrEqual(pageSize)
    expect(await mostRead(listSql({ ...view(office.supervisor), after }))).toBeLessThanOrEqual(pageSize)
  })
})
