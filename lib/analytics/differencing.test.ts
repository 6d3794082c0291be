import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decidedOffice, seen } from './simulated-view'
import { type Cell, hiddenCells } from './small-cells'
import type { Version } from './version'

/**
 * What somebody works out who has the figures that left the team, knows the rules by which groups are hidden, and adds and
 * subtracts: every way to fill the hidden groups that gives the very same figures is possible for them.
 */

const outside = 10

const told = (cells: readonly Cell[]) => hiddenCells(cells, outside).join()
const hiddenIn = (cells: readonly Cell[]) => hiddenCells(cells, outside).flatMap((isHidden, index) => (isHidden ? [index] : []))

/** What becomes of groups when a few people and approvals move from one hidden group to another: the totals stay. */
function moved(cells: readonly Cell[], hidden: readonly number[]): Cell[][] {
  const few = [-2, -1, 0, 1, 2]
  const pairs = hidden.flatMap((from) => hidden.filter((to) => to > from).map((to) => [from, to] as const))
  return pairs.flatMap(([from, to]) => few.flatMap((n) => few.map((events) => shifted(cells, { from, to, n, events }))))
}

const shifted = (cells: readonly Cell[], { from, to, n, events }: { from: number; to: number } & Cell) =>
  cells.map((cell, index) => {
    const sign = index === from ? -1 : index === to ? 1 : 0
    return { n: cell.n + sign * n, events: cell.events + sign * events }
  })

/** Ways to fill the hidden groups, near what they are, that nobody outside could tell from it. */
function possible(cells: readonly Cell[]): Cell[][] {
  const hidden = hiddenIn(cells)
  const once = moved(cells, hidden)
  const all = hidden.length > 2 ? [...once, ...once.flatMap((other) => moved(other, hidden))] : once
  return all.filter((other) => hidden.every((index) => isPeople(other[index])) && told(other) === told(cells))
}

const isPeople = (cell: Cell | undefined) => cell !== undefined && cell.n > 0 && cell.events >= 0 && cell.events <= cell.n

const cell = fc.nat(45).chain((n) => fc.nat(n).map((events) => ({ n, events })))
const sum = (cells: readonly Cell[], of: (cell: Cell) => number) => cells.reduce((total, one) => total + of(one), 0)

describe.each([
  ['two', 2],
  ['three', 3],
])('a factor of %s levels', (_, levels) => {
  test('has no hidden group of which people, approvals or refusals can be worked out', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: levels, maxLength: levels }), cell, (groups, gap) => {
        const cells = [...groups, gap]
        // Fewer approved or refused than this in all, and none of the totals is told.
        fc.pre(sum(cells, ({ events }) => events) >= outside && sum(cells, ({ n, events }) => n - events) >= outside)
        const others = possible(cells)
        for (const index of hiddenIn(cells))
          for (const of of [({ n }: Cell) => n, ({ events }: Cell) => events, ({ n, events }: Cell) => n - events])
            expect(new Set(others.map((one) => of(one[index] ?? { n: 0, events: 0 }))).size).toBeGreaterThan(1)
      }),
      { numRuns: 100 },
    )
  })
})

/** All that leaves the team but the fingerprints of the rows, which nobody can turn round. */
function sentOut(versions: Version[]) {
  const { data, ...figures } = seen(versions, outside)
  return figures
}
const hardships = (counts: Record<string, readonly [approved: number, refused: number]>) =>
  decidedOffice(Object.entries(counts).map(([type, [approved, refused]]) => ({ values: { 'F-05': type }, approved, refused })))

describe('two offices that differ only in what is hidden send out the same figures', () => {
  test('of two levels', () => {
    const of = (yes: [number, number], no: [number, number]) =>
      decidedOffice([
        { values: { 'F-14': true }, approved: yes[0], refused: yes[1] },
        { values: { 'F-14': false }, approved: no[0], refused: no[1] },
      ])
    expect(sentOut(of([92, 8], [40, 60]))).toEqual(sentOut(of([91, 9], [41, 59])))
  })

  test('of three levels, one of which can be told', () => {
    const [one, other] = [
      hardships({ ILLNESS: [80, 40], JOB_LOSS: [30, 9], DIVORCE: [11, 30] }),
      hardships({ ILLNESS: [80, 40], JOB_LOSS: [31, 8], DIVORCE: [10, 31] }),
    ]
    expect(sentOut(one)).toEqual(sentOut(other))
    expect(seen(one, 5).factors).not.toEqual(seen(other, 5).factors)
  })

  test('of four levels, though the test of the factor is made of all of them', () => {
    const [one, other] = [
      hardships({ ILLNESS: [80, 40], DISASTER_ACCIDENT: [70, 38], JOB_LOSS: [20, 9], DIVORCE: [11, 13] }),
      hardships({ ILLNESS: [80, 40], DISASTER_ACCIDENT: [70, 38], JOB_LOSS: [21, 8], DIVORCE: [10, 14] }),
    ]
    const finding = (versions: Version[], limit: number) => seen(versions, limit).findings.find(({ column }) => column === 'F-05')
    expect(finding(one, outside)?.contrasts.map(({ level }) => level.level)).toEqual(['DISASTER_ACCIDENT'])
    expect(finding(one, 5)?.q).not.toEqual(finding(other, 5)?.q)
    expect(finding(one, outside)).toMatchObject({ verdict: 'cannot_tell', q: null })
    expect(sentOut(one)).toEqual(sentOut(other))
  })
})

test('no warning tells the odds ratio of a level against a hidden one', () => {
  const of = (type: string, proof: boolean, [approved, refused]: [number, number]) => ({
    ...{ values: { 'F-05': type, 'F-14': proof }, approved, refused },
  })
  const versions = decidedOffice([
    ...[of('ILLNESS', true, [86, 4]), of('ILLNESS', false, [6, 4])],
    ...[of('JOB_LOSS', true, [19, 1]), of('JOB_LOSS', false, [16, 24])],
    ...[of('DIVORCE', true, [20, 2]), of('DIVORCE', false, [12, 18])],
  ])
  const told = (limit: number) =>
    seen(versions, limit).warnings.flatMap(({ column, values }) => (column === 'F-05' ? [values['crude']] : []))
  // By hand, of job loss against illness: 35·8 / (25·92) = 0.12.
  expect(told(5)).toContain('0.12')
  expect(told(outside)).toEqual([])
})

test('that creditors disagree about a level is not said where it is compared with a hidden one', () => {
  const of = (stratum: string, type: string, [approved, refused]: [number, number]) => ({
    ...{ stratum, values: { 'F-05': type }, approved, refused },
  })
  const versions = decidedOffice([
    ...[of('甲 · 贷', 'ILLNESS', [46, 4]), of('乙 · 贷', 'ILLNESS', [46, 4])],
    ...[of('甲 · 贷', 'JOB_LOSS', [6, 34]), of('乙 · 贷', 'JOB_LOSS', [38, 2])],
    ...[of('甲 · 贷', 'DIVORCE', [8, 8]), of('乙 · 贷', 'DIVORCE', [7, 7])],
  ])
  const levels = (limit: number) =>
    seen(versions, limit).warnings.flatMap(({ code, values }) => (code === 'heterogeneous' ? [values['level']] : []))
  expect(levels(1)).toContain('JOB_LOSS')
  expect(levels(outside)).toEqual([])
})

describe('a gap that is hidden', () => {
  const gap = (approved: number, refused: number) =>
    decidedOffice([
      { values: { 'F-14': true }, approved: 80, refused: 20 },
      { values: { 'F-14': false }, approved: 50 - approved, refused: 50 - refused },
      { values: {}, approved, refused },
    ])

  test('is not told by how many cases the model used, nor by how many there are to a parameter', () => {
    expect(seen(gap(2, 1), outside).method).toMatchObject({ n: null, eventsPerParameter: null })
    expect(seen(gap(2, 1), 1).method).toMatchObject({ n: 197 })
    expect(seen(gap(0, 0), outside).method).toMatchObject({ n: 200 })
  })

  test('leaves the warning of few cases to a parameter away, which counts them', () => {
    const keys = (limit: number) => {
      const of = (proof: boolean, late: string, [approved, refused]: [number, number]) => ({
        ...{ values: { 'F-14': proof, 'F-02': late }, approved, refused },
      })
      const few = decidedOffice([
        of(true, 'D1_30', [15, 4]),
        of(true, 'NOT_DUE', [15, 3]),
        of(false, 'D1_30', [14, 4]),
        of(false, 'D31_90', [13, 2]),
        of(true, 'D31_90', [10, 1]),
        { values: { 'F-02': 'NOT_DUE' }, approved: 3, refused: 0 },
      ])
      return seen(few, limit).warnings.flatMap(({ values }) => values['key'] ?? [])
    }
    expect(keys(1).filter((key) => key.startsWith('low_epv'))).toHaveLength(1)
    expect(keys(outside).filter((key) => key.startsWith('low_epv'))).toEqual([])
  })
})

describe('a share by a day', () => {
  const answeredOn = (days: readonly [refused: number, on: string][]) => {
    const refusals = days.flatMap(([refused, on]) => Array.from({ length: refused }, () => on))
    return decidedOffice([{ values: {}, approved: 60, refused: refusals.length }]).map((version, index) => ({
      ...version,
      decided_on: index < 60 ? version.decided_on : (refusals[index - 60] ?? null),
    }))
  }
  const daysTold = (versions: Version[]) => seen(versions, outside).figures.answer?.shares.map(({ day }) => day)

  test('is told where many were approved and refused by then, and since', () => {
    expect(
      daysTold(
        answeredOn([
          [20, '2026-05-20'],
          [20, '2026-06-20'],
        ]),
      ),
    ).toEqual([30, 60])
    expect(daysTold(answeredOn([[40, '2026-05-20']]))).toEqual([30, 60])
  })

  test('stays away where a few were refused by then, or between it and the next', () => {
    expect(
      daysTold(
        answeredOn([
          [4, '2026-05-20'],
          [30, '2026-06-20'],
        ]),
      ),
    ).toEqual([60])
    expect(
      daysTold(
        answeredOn([
          [30, '2026-05-20'],
          [4, '2026-06-20'],
        ]),
      ),
    ).toEqual([60])
  })
})

test('how many of a group were imported is not worked out from those of the others', () => {
  const rows = [
    ...Array.from({ length: 60 }, (_, n) => ({ value: true, approved: n % 2 === 0, isImported: n < 3 })),
    ...Array.from({ length: 80 }, (_, n) => ({ value: false, approved: n % 2 === 0, isImported: n < 40 })),
  ]
  const versions = decidedOffice(
    rows.map(({ value, approved }) => ({ values: { 'F-14': value }, approved: approved ? 1 : 0, refused: approved ? 0 : 1 })),
  ).map((version, index) => ({ ...version, is_imported: rows[index]?.isImported ?? false }))
  const flag = seen(versions, outside).factors.find((factor) => factor.column === 'F-14')
  expect(flag?.levels.map((level) => ('hidden' in level ? 'hidden' : level.imported))).toEqual([null, null])
})

test('that none of the hidden groups was imported is not worked out from those of the others', () => {
  const groups = [
    { type: 'ILLNESS', approved: 60, refused: 60, imported: 60 },
    { type: 'JOB_LOSS', approved: 40, refused: 40, imported: 40 },
    { type: 'DIVORCE', approved: 15, refused: 9, imported: 0 },
    { type: 'OTHER', approved: 14, refused: 8, imported: 0 },
  ]
  const versions = groups.flatMap(({ type, imported, ...fates }) =>
    decidedOffice([{ values: { 'F-05': type }, ...fates }]).map((version, n) => ({
      ...{ ...version, id: `${type}-${n}`, client_id: `${type}-${n}`, is_imported: n < imported },
    })),
  )
  const hardship = seen(versions, outside).factors.find((factor) => factor.column === 'F-05')
  const told = hardship?.levels.map((level) => ('hidden' in level ? 'hidden' : [level.level, level.imported]))
  expect(told).toEqual([['ILLNESS', 60], ['JOB_LOSS', null], 'hidden', 'hidden'])
})

test('how many of the decided were imported is not told where it tells of a few imported that were withdrawn', () => {
  const decided = decidedOffice([{ values: {}, approved: 70, refused: 70 }]).map((version, n) => ({
    ...version,
    is_imported: n % 2 === 0,
  }))
  const withdrawn = (imported: number) =>
    decided.slice(0, 40).map((version, n) => ({
      ...{ ...version, id: `withdrawn-${n}`, client_id: `withdrawn-${n}` },
      ...{ approval: 'withdrawn' as const, is_imported: n < imported },
    }))
  const importedOf = (imported: number) => seen([...decided, ...withdrawn(imported)], outside).rate?.imported
  expect([importedOf(0), importedOf(3), importedOf(20)]).toEqual([70, null, 70])
})

test('that a factor tells the outcomes apart is not said outside where a group of it is hidden', () => {
  const office = decidedOffice([
    { values: { 'F-02': 'NOT_DUE' }, approved: 60, refused: 0 },
    { values: { 'F-02': 'D31_90' }, approved: 0, refused: 60 },
    { values: { 'F-02': 'D1_30' }, approved: 6, refused: 0 },
  ])
  const areas = (limit: number) => seen(office, limit).warnings.flatMap(({ values }) => values['auc'] ?? [])
  expect(areas(1).length).toBeGreaterThan(0)
  expect(areas(outside)).toEqual([])
})

test('ratios leave the team rounded, and their q as a range', () => {
  const plain = decidedOffice([
    { values: { 'F-14': true }, approved: 80, refused: 20 },
    { values: { 'F-14': false }, approved: 50, refused: 50 },
  ])
  const [finding] = sentOut(plain).findings.filter(({ column: of }) => of === 'F-14')
  // By hand: 80·50 / (20·50) = 4, Woolf 2.1357 to 7.4916.
  expect(finding?.contrasts[0]?.crude).toEqual({ estimate: 4, interval: [2.14, 7.49] })
  expect(finding?.q).toEqual({ upTo: 0.001 })
})
