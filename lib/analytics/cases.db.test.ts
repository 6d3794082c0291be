import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { clock, staffMember } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { seedOffice } from '@/lib/seed/seed.import'
import { analyticsCases, casesBehind, isPlace } from './cases.queries'
import { tallyOf } from './factor-view'
import { analyticsFilter } from './filter'
import { firstVersions } from './first-versions.queries'

let supervisor: Actor
const filter = analyticsFilter.parse({})
const within = <T>(work: (reading: Reading) => Promise<T>) =>
  inTransaction({ organisationId: supervisor.organisationId }, (tx) => work({ actor: supervisor, tx, now: clock }))

beforeAll(async () => {
  const { organisationId } = await seedOffice({ cases: 0, counsellors: 4, decided: 700, seed: 'behind' }, clock)
  supervisor = await staffMember({ organisationId, roles: ['SUPERVISOR'] })
}, 120_000)

/** All pages of a level, one after the other. */
async function pages(bounds?: Parameters<typeof casesBehind>[2]) {
  const found: Awaited<ReturnType<typeof casesBehind>>[] = []
  for (let after: string | null | undefined; after !== null && found.length < 50; after = found.at(-1)?.next ?? null) {
    found.push(await within((reading) => casesBehind(reading, { ...filter, factor: 'F-14', level: 'yes', after }, bounds)))
  }
  return found
}

const idsOn = (all: Awaited<ReturnType<typeof pages>>) => all.flatMap(({ cases }) => cases.map(({ id }) => id))

describe('seven hundred decided proposals behind a row of the table', () => {
  test('are listed a page at a time, each once, the newest first, as many as the row counts', async () => {
    const all = await pages()
    const counted = await within(async (reading) => tallyOf(await firstVersions(reading, filter))('F-14').get('yes'))
    expect(all.length).toBeGreaterThan(1)
    expect(all[0]).toMatchObject({ n: counted?.n, approved: counted?.events, elsewhere: 0, imported: 0 })
    expect(new Set(idsOn(all)).size).toBe(counted?.n)
    expect(idsOn(all)).toHaveLength(counted?.n ?? 0)
    const days = all.flatMap(({ cases }) => cases.map(({ sentOn }) => sentOn))
    expect(days).toEqual(days.toSorted().reverse())
  })

  test('in a large office are found by looking back stretch by stretch: the same ones in the same order, but not counted', async () => {
    const [plain, large] = [await pages(), await pages({ most: 100, perLook: 60, looks: 2 })]
    expect(idsOn(large)).toEqual(idsOn(plain))
    expect(large.length).toBeGreaterThan(plain.length)
    expect(large[0]).toMatchObject({ n: null, approved: null, elsewhere: null, imported: null })
    for (const { next } of large) if (next !== null) expect(isPlace(next)).toBe(true)
  })

  test('what was imported has no cases to look for, and a place that is none is refused', async () => {
    const asked = { ...filter, origin: 'imported' as const, factor: 'F-14', level: 'yes' }
    expect(await within((reading) => casesBehind(reading, asked, { most: 100, perLook: 60, looks: 3 }))).toMatchObject({
      cases: [],
      next: null,
    })
    await expect(analyticsCases(supervisor, { factor: 'F-14', level: 'yes', after: '2026' }, clock)).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test.each(['F-99', '__proto__', 'constructor', 'toString'])('there is no row of a factor %s', async (factor) => {
    await expect(analyticsCases(supervisor, { factor, level: '' }, clock)).rejects.toMatchObject({ code: 'not_found' })
  })
})
