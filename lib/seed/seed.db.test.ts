import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { clock } from '@/db/testing/factories'
import { openStages } from '@/db/vocabulary'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { caseRows } from './case'
import type { Ground } from './ground'
import { seedOffice } from './seed.import'

const size = { cases: 150, counsellors: 12, decided: 40, seed: 'test' }
let ground: Ground

beforeAll(async () => {
  ground = await seedOffice(size, clock)
})

const ask = async (question: ReturnType<typeof sql>) =>
  (await inTransaction({ organisationId: ground.organisationId }, (tx) => tx.execute(question))).rows

describe('a synthetic office', () => {
  test('has as many cases as asked for, over all stages, and says that it is no real one', async () => {
    const stages = await ask(sql`select stage, count(*)::int as n from cases group by stage`)
    const counted = new Map(stages.map(({ stage, n }) => [stage, Number(n)]))
    expect(counted.get('CLOSED')).toBe(40)
    expect(openStages.reduce((sum, stage) => sum + (counted.get(stage) ?? 0), 0)).toBe(150)
    expect(openStages.filter((stage) => (counted.get(stage) ?? 0) === 0)).toEqual([])
    const [office] = (await organisationsHere()).filter(({ id }) => id === ground.organisationId)
    expect(office?.is_demo).toBe(true)
  })

  test('has counters that say what is there', async () => {
    const wrong = await ask(sql`
      select * from (select owner_id, team_id, stage, count(*) as n, sum(owed) as total from cases group by 1, 2, 3) really
      full join board_counters kept using (owner_id, team_id, stage)
      where coalesce(really.n, 0) <> coalesce(kept.count, 0) or coalesce(really.total, 0) <> coalesce(kept.total, 0)`)
    expect(wrong).toEqual([])
  })

  test('leaves no open case without an owner, a next action, a due date and a debt', async () => {
    expect(
      await ask(sql`select number from cases c where stage <> 'CLOSED' and (next_action is null or due_on is null or owed <= 0
        or not exists (select 1 from debts d where d.case_id = c.id) or not exists (select 1 from case_search s where s.case_id = c.id))`),
    ).toEqual([])
  })

  test('has decided proposals with frozen factors, some granted and some refused', async () => {
    const [decided] = await ask(sql`
      select count(*)::int as n, count(*) filter (where d.result like 'ACCEPTED%')::int as granted, count(*) filter (where d.result = 'REJECTED')::int as refused
      from decisions d join cases c on c.id = d.case_id join factor_snapshots f on f.version_id = d.version_id where c.stage = 'CLOSED'`)
    expect(decided?.['n']).toBe(40)
    expect(Number(decided?.['granted'])).toBeGreaterThan(5)
    expect(Number(decided?.['refused'])).toBeGreaterThan(5)
  })

  test('is the same again from the same seed, and another from another', () => {
    const made = (seed: string) => caseRows(ground, seed, { serial: 7, isDecided: false })
    expect(made('a')).toEqual(made('a'))
    expect(made('a').clients).not.toEqual(made('b').clients)
  })

  test('is dropped whole', async () => {
    await inTransaction({}, (tx) => tx.execute(sql`select drop_demo_organisation(${ground.organisationId})`))
    expect(await ask(sql`select 1 from cases`)).toEqual([])
    expect((await organisationsHere()).some(({ id }) => id === ground.organisationId)).toBe(false)
  })
})
