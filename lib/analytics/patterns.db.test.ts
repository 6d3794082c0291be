import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { aCase, aClient, aDebt, aDecision, aVersion, clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { analyse, analyseCoded } from '@/lib/analysis/analyse'
import { timeOf } from '@/lib/analysis/time-to-decision'
import type { Actor } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { seedOffice } from '@/lib/seed/seed.import'
import { agreedOf, keptCount, middleChange } from './agreed'
import { tallyOf } from './factor-view'
import { analyticsFilter } from './filter'
import { countsOf, firstVersions } from './first-versions.queries'
import { shownFactors } from './levels'
import { type DayRow, type Patterns, patternsFrom, specForPatterns, tallyIn } from './patterns'
import { groupedIn } from './patterns.queries'
import { read, shown } from './read.queries'
import { outcomeColumn, sheetOf, specFor } from './sheet'
import { type CodedSlice, sliceReader } from './slice-codes'
import { hasSentMore, sentIn, slicesOf } from './slices.queries'
import { dayRowsOf, undatedIn, waitsOf } from './waiting'

const filter = analyticsFilter.parse({})
const today = '2026-11-21'
let office: Office
let supervisor: Actor

/** Reads as a supervisor of the synthetic office would. */
const within = <T>(work: (reading: Reading) => Promise<T>) =>
  inTransaction({ organisationId: supervisor.organisationId }, (tx) => work({ actor: supervisor, tx, now: clock }))

/** All slices of about so many versions together. */
async function grouped(reading: Reading, perSlice: number) {
  const [coded, days, agreed]: [CodedSlice[], DayRow[], ReturnType<typeof agreedOf>] = [[], [], []]
  const codedFrom = sliceReader(reading.actor.organisationId)
  const slices = await slicesOf(reading, perSlice)
  for (const slice of slices) {
    const part = { filter, slice, today }
    const found = await groupedIn(reading, part)
    coded.push(codedFrom(found.lots))
    days.push(...found.days)
    agreed.push(...found.agreed)
  }
  return { patterns: await patternsFrom(coded), days, agreed, slices, counts: await countsOf(reading, filter, slices) }
}

beforeAll(async () => {
  office = await openOffice()
  const { organisationId } = await seedOffice({ cases: 0, counsellors: 4, decided: 2000, seed: 'patterns' }, clock)
  supervisor = await staffMember({ organisationId, roles: ['SUPERVISOR'] })
}, 120_000)

describe('two thousand decided proposals, grouped in the database', () => {
  test('are counted and compared as if they had been read one by one', async () => {
    const { byRows, together, versions } = await within(async (reading) => {
      const read = await firstVersions(reading, filter)
      return { versions: read, byRows: sheetOf(read), together: await grouped(reading, 300) }
    })
    expect(together.slices.length).toBe(8)
    expect(together.counts).toMatchObject({ sent: 2000, clients: new Set(versions.map((one) => one.client_id)).size })
    for (const column of Object.keys(shownFactors))
      expect(new Map(tallyIn(together.patterns, column))).toEqual(new Map(tallyOf(versions)(column)))

    const { clusterBy: _, ...spec } = specFor(byRows)
    const asked = specForPatterns(together.patterns)
    expect(asked).toEqual(spec)
    const plain = analyse(byRows, spec)
    if (!('result' in plain)) throw new Error(plain.fault.code)
    const { result } = analyseCoded(sheetIn(together.patterns), asked)
    expect(plain.result.factors.filter(({ test }) => test).length).toBeGreaterThan(5)
    expect(apart(result, plain.result)).toEqual([])
    const days = dayRowsOf(versions, today)
    expect(apart(timeOf(waitsOf(together.days)), timeOf(waitsOf(days)))).toEqual([])
    expect(undatedIn(together.days)).toBe(undatedIn(days))
    expect(middleChange(together.agreed)).toEqual(middleChange(agreedOf(versions)))
    expect(keptCount(together.agreed)).toEqual(keptCount(agreedOf(versions)))
  }, 60_000)

  test('give the page the same figures, whether grouped or read one by one', async () => {
    const asked = { ...filter, from: '2025-06-01' }
    const [byPatterns, byRows] = await within(async (reading) => [
      await shown(await read(reading, asked, { limit: 5, most: 100 })),
      await shown(await read(reading, asked, { limit: 5 })),
    ])
    expect([byPatterns.method?.onePerClient, byRows.method?.onePerClient]).toEqual([true, false])
    expect(byRows.funnel.sent).toBeGreaterThan(500)
    // Read one by one a test allows for the likeness of a client's versions, which moves its q; fingerprints are of patterns.
    // Every count, rate, interval, ratio and verdict is the same.
    const [grouped, plain] = [byPatterns, byRows].map(({ data: _, method: __, findings, ...view }) => ({
      ...view,
      findings: findings.map(({ q: ___, ...finding }) => finding),
    }))
    expect(apart(grouped, plain)).toEqual([])
    expect(byRows.findings.length).toBeGreaterThan(5)
  }, 60_000)

  test('do not depend on how they were sliced', async () => {
    const [one, many] = await within(async (reading) => [await grouped(reading, 5000), await grouped(reading, 20)] as const)
    expect([one.slices.length, many.slices.length]).toEqual([1, 128])
    expect(linesOf(many.patterns)).toEqual(linesOf(one.patterns))
    expect(many.counts).toEqual(one.counts)
    expect(many.patterns.hashes.length).toBe(128)
    const [once, oftener] = [one, many].map(({ patterns }) => analyseCoded(sheetIn(patterns), specForPatterns(patterns)))
    expect(apart(once, oftener)).toEqual([])
  }, 60_000)
})

test('of several decided versions of one client the first stands for the client, and all are counted', async () => {
  const client = await aClient(office)
  for (const [day, outcome] of [
    ['01', 'PENDING'],
    ['02', 'ACCEPTED'],
    ['03', 'REJECTED'],
  ] as const) {
    const sentAt = new Date(`2026-11-${day}T02:00:00Z`)
    const version = await aVersion(office, await aDebt(office, await aCase(office, { client })), { sent: true, sentAt, outcome })
    if (outcome !== 'PENDING') await aDecision(office, version, { result: outcome, decidedOn: '2026-11-05' })
  }
  const { patterns } = await office.within((tx) => grouped({ actor: office.supervisor, tx, now: clock }, 5000))
  const { levels = [], codes = [] } = patterns.columns[outcomeColumn] ?? {}
  const firsts = (approval: string) => [...patterns.firsts].filter((_, row) => levels[(codes[row] ?? 0) - 1] === approval)
  expect(firsts('approved')).toEqual([1])
  expect(firsts('refused')).toEqual([0])
  expect(firsts('pending')).toEqual([1])
})

test('a version of which no fact was recorded has none when it is gathered', async () => {
  await aVersion(office, await aDebt(office, await aCase(office)), { sent: true, outcome: 'REJECTED' })
  const { patterns, versions } = await office.within(async (tx) => {
    const reading = { actor: office.supervisor, tx, now: clock }
    return { ...(await grouped(reading, 5000)), versions: await firstVersions(reading, filter) }
  })
  for (const column of Object.keys(shownFactors))
    expect(new Map(tallyIn(patterns, column))).toEqual(new Map(tallyOf(versions)(column)))
})

test('whether an office has sent more than so many is told to the one', async () => {
  const sent = await within(sentIn)
  expect(await within(async (reading) => [await hasSentMore(reading, sent - 1), await hasSentMore(reading, sent)])).toEqual([
    ...[true, false],
  ])
})

test('an answer dated before the day of sending was waited for no day, not for less than none', async () => {
  const version = await aVersion(office, await aDebt(office, await aCase(office)), { sent: true, outcome: 'REJECTED' })
  await aDecision(office, version, { result: 'REJECTED', decidedOn: '2026-11-18' })
  const { days } = await office.within((tx) => grouped({ actor: office.supervisor, tx, now: clock }, 5000))
  expect(days.flatMap((row) => row.days ?? []).filter((many) => many < 0)).toEqual([])
  expect(days).toContainEqual({ approval: 'refused', days: 0, n: 1 })
})

test('in a slice the first version of a case and those of later rounds are the same as looked up one by one', async () => {
  const debt = await aDebt(office, await aCase(office))
  for (const [number, round] of [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ] as const)
    await aVersion(office, debt, { sent: true, sentAt: new Date(`2026-10-0${number}T02:00:00Z`), number, round })
  for (const round of [null, 'later'] as const) {
    const [whole, sliced] = await office.within(async (tx) => {
      const reading = { actor: office.supervisor, tx, now: clock }
      const ids = async (slices: Awaited<ReturnType<typeof slicesOf>>) => {
        const found: string[] = []
        for (const slice of slices) found.push(...(await firstVersions(reading, { ...filter, round }, slice)).map(({ id }) => id))
        return found.toSorted()
      }
      return [await ids(await slicesOf(reading)), await ids(await slicesOf(reading, 1))]
    })
    expect(whole.length).toBeGreaterThanOrEqual(round === null ? 1 : 2)
    expect(sliced).toEqual(whole)
  }
})

const sheetIn = ({ columns, firsts }: Patterns) => ({ columns, counts: Float64Array.from(firsts) })

/** What the columns say of each version, in an order of their own. */
function linesOf({ columns, firsts }: Patterns) {
  const words = Object.values(columns).map(({ levels, codes }) => Array.from(codes, (code) => levels[code - 1] ?? ''))
  return Array.from(firsts, (first, row) => [first, ...words.map((column) => column[row])].join('|')).toSorted()
}

/** Where two answers differ by more than a thousandth of a millionth, or in a word. */
function apart(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)) ? [] : [`${path}: ${one}, ${other}`]
  if (typeof one !== 'object' || one === null) return Object.is(one, other) ? [] : [`${path}: ${one}, ${other}`]
  const fields = new Map(Object.entries(Object(other)))
  return Object.entries(one).flatMap(([key, value]) => apart(value, fields.get(key), `${path}.${key}`))
}
