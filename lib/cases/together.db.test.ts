import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aReadyCase, clock, type Office, openOffice, type TestCase } from '@/db/testing/factories'
import { type CaseStage, openStages } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { assignCase, moveCase } from './commands'
import { stages } from './stages'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const words = {
  reason: '情况有变',
  fallback: 'REFUSED',
  closing: { outcome: 'PAID_IN_FULL', reason: '已结清', summary: '您已还清。' },
} as const

const stateOf = async ({ id }: TestCase): Promise<{ stage: CaseStage; version: number }> => {
  const { rows } = await office.within((tx) => tx.execute(sql`select stage, version from cases where id = ${id}`))
  const [row] = rows
  return { stage: openStages.find((stage) => stage === row?.['stage']) ?? 'CLOSED', version: Number(row?.['version']) }
}

/** Moves the case to the n-th stage its own stage allows; a supervisor, so that every way is open. */
async function wander(kase: TestCase, n: number) {
  const { stage, version } = await stateOf(kase)
  const { next } = stages[stage]
  const to = next[n % next.length]
  return execute(moveCase, office.supervisor, { caseId: kase.id, version, to, override: true, ...words }, { now: clock })
}

async function pass(kase: TestCase, to: Actor) {
  const { version } = await stateOf(kase)
  return execute(assignCase, office.supervisor, { caseId: kase.id, version, ownerId: to.id })
}

const kept = () =>
  office.within(async (tx) => {
    const { rows } = await tx.execute(sql`select owner_id, stage, count::int, total::text from board_counters
      where count <> 0 or total <> 0 order by owner_id, stage`)
    return rows
  })
const counted = () =>
  office.within(async (tx) => {
    const { rows } = await tx.execute(sql`select owner_id, stage, count(*)::int as count, sum(owed)::text as total from cases
      group by owner_id, stage order by owner_id, stage`)
    return rows
  })

describe('many people on one board', () => {
  test('counts and totals that are kept equal those that are counted, after any walk of moves', async () => {
    const walkers = await Promise.all(Array.from({ length: 4 }, () => aReadyCase(office, { stage: 'INTAKE' })))
    const hands = ['nobody', 'nobody', 'counsellor', 'colleague'] as const
    const step = fc.record({ kase: fc.constantFrom(...walkers), n: fc.nat(11), to: fc.constantFrom(...hands) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
        for (const { kase, n, to } of steps) await (to === 'nobody' ? wander(kase, n) : pass(kase, office[to]))
        expect(await kept()).toEqual(await counted())
      }),
      { numRuns: 8 },
    )
  })

  test('fifty who move the same card at the same version: one wins, the others are told the version', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        execute(moveCase, office.counsellor, {
          ...{ caseId: kase.id, version: kase.version, to: i % 2 === 0 ? 'DRAFTING' : 'INTAKE' },
        }),
      ),
    )
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(lost).toHaveLength(49)
    expect(lost.every((reason) => reason instanceof Refusal && reason.code === 'conflict')).toBe(true)
    expect(await stateOf(kase)).toMatchObject({ version: kase.version + 1 })
    const { rows } = await office.within((tx) => tx.execute(sql`select id from stage_events where case_id = ${kase.id}`))
    expect(rows).toHaveLength(1)
  })

  test('sixteen who move cards across all stages never lock each other out', async () => {
    const cards = await Promise.all(openStages.flatMap((stage) => [0, 1].map(() => aReadyCase(office, { stage }))))
    const mover = async (who: number) => {
      const bugs: unknown[] = []
      for (let turn = 0; turn < 12; turn += 1) {
        const kase = cards[(who * 7 + turn * 3) % cards.length]
        if (kase !== undefined) {
          await wander(kase, who + turn).catch((error: unknown) => {
            if (!(error instanceof Refusal)) bugs.push(error)
          })
        }
      }
      return bugs
    }
    const bugs = await Promise.all(Array.from({ length: 16 }, (_, who) => mover(who)))
    expect(bugs.flat()).toEqual([])
    expect(await kept()).toEqual(await counted())
  })
})
