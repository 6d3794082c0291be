import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import type { Result } from './result'
import type { SheetRow } from './sheet'
import { decided, dice, normal, office, pick, yes } from './simulated-office'
import { readSpec } from './spec'

/** Lenders that differ in how kind they are, and by chance in size. */
function lenders(count: number, seed: number) {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, id) => ({ lender: `L${id}`, size: yes(roll, 0.5), kindness: 1.2 * normal(roll) }))
}

/** `stray`: the share of rows in which the size is somebody else's, as typing errors or branches have it. */
function clustered(count: number, seed: number, stray = 0): SheetRow[] {
  const all = lenders(count, seed)
  return office(1200, seed + 1, (roll) => {
    const { lender, size, kindness } = all[Math.floor(roll() * count)] ?? { lender: '', size: 'no', kindness: 0 }
    return { lender, size: roll() < stray ? yes(roll, 0.5) : size, own: yes(roll, 0.5), status: decided(roll, kindness) }
  })
}

function resultOf(rows: readonly SheetRow[], given: Record<string, unknown>): Result {
  const read = readSpec({ outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' }, ...given })
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  const answer = analyse(rows, read.spec, 'en')
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault))
  return answer.result
}

const category = (column: string, more = {}) => ({ column, type: 'category', ...more })
const isWarned = ({ warnings }: Result, column: string) =>
  warnings.some((warning) => warning.code === 'cluster_level' && warning.column === column)

describe('what belongs to a few lenders is no evidence of each row', () => {
  test('where lenders are only the strata as well', () => {
    const result = resultOf(clustered(8, 10), { factors: [category('size'), category('own')], stratifyBy: 'lender' })
    const size = result.factors.find(({ column }) => column === 'size')
    expect(size).toMatchObject({ verdict: 'refused', test: null })
    expect(isWarned(result, 'size')).toBe(true)
    expect(result.multiplicity.tested).toBe(1)
  })

  test('or only adjusted for', () => {
    const spec = { factors: [category('size'), category('own')], model: { factors: ['size', 'own'], include: ['lender'] } }
    const result = resultOf(clustered(8, 10), spec)
    expect(result.factors[0]).toMatchObject({ column: 'size', verdict: 'refused', test: null })
    expect(result.model.factors).toEqual(['own'])
  })

  test('and a factor that is named so need not be among the factors', () => {
    const spec = { factors: [category('own')], clusterBy: 'lender', clusterLevelFactors: ['size'] }
    expect(resultOf(clustered(8, 10), spec).factors.map(({ column }) => column)).toEqual(['own'])
  })

  test.each([0.02, 0.3])('nor where %d of the rows say otherwise: it must show inside the lenders', (stray) => {
    const seeds = Array.from({ length: 40 }, (_, k) => 300 + 2 * k)
    const spec = { factors: [category('size')], clusterBy: 'lender' }
    const results = seeds.map((seed) => resultOf(clustered(10, seed, stray), spec))
    expect(results.filter(({ multiplicity }) => multiplicity.findings.length > 0).length).toBeLessThanOrEqual(5)
    expect(results.filter((result) => isWarned(result, 'size')).length).toBeGreaterThan(20)
  })

  test('what differs inside every lender is found all the same, levels, orders and numbers', () => {
    const rows = office(900, 77, (roll, index) => {
      const mood = [1.6, 0.8, 0.2, -0.4, 1.2, 0][index % 6] ?? 0
      const [kind, band, sum] = [pick(roll, ['a', 'b', 'c']), pick(roll, ['1', '2', '3']), normal(roll)]
      const odds = mood + ['a'].indexOf(kind) + 0.6 * (Number.parseInt(band, 10) - 2) + 0.7 * sum
      return { lender: `L${index % 6}`, kind, band, sum: sum.toFixed(3), status: decided(roll, odds) }
    })
    const factors = [category('kind'), { column: 'band', type: 'ordered' }, { column: 'sum', type: 'number' }]
    expect(resultOf(rows, { factors, clusterBy: 'lender' }).multiplicity.findings).toEqual(['kind', 'band', 'sum'])
  })

  test('clients with a case or two each are no large clusters', () => {
    const rows = office(60, 5, (roll, index) => {
      const own = yes(roll, 0.5)
      return { client: `C${Math.floor(index / 1.7)}`, own, status: decided(roll, own === 'yes' ? 1.6 : -1.6) }
    })
    expect(resultOf(rows, { factors: [category('own')], clusterBy: 'client' }).multiplicity.findings).toEqual(['own'])
  })

  test('where no lender shows both sides of a comparison, it cannot be told from the lenders', () => {
    // Kind lenders are asked by letter, strict ones by phone; only the rare visit is made to all of them, and to few.
    const ways = [
      { lender: 'K', mood: 1, usual: 'letter' },
      { lender: 'S', mood: -1, usual: 'phone' },
    ]
    const rows = office(800, 91, (roll, index) => {
      const { lender, mood, usual } = ways[index % 2] ?? { lender: '', mood: 0, usual: '' }
      return { lender: `${lender}${index % 8}`, channel: roll() < 0.02 ? 'visit' : usual, status: decided(roll, mood) }
    })
    const result = resultOf(rows, { factors: [category('channel')], stratifyBy: 'lender' })
    const [factor] = result.factors
    expect(factor?.comparisons.find(({ level }) => level !== 'visit')).toMatchObject({
      stratified: { oddsRatio: null, rbg: null },
    })
    expect(factor?.verdict).toBe('cannot_tell')
    expect(isWarned(result, 'channel')).toBe(true)
  })
})

describe('what is the same in all rows of another factor is no evidence of each row either', () => {
  const asked = { factors: [category('size'), category('own'), category('lender')] }

  test('twelve lenders leave it untold whether it is them or their size', () => {
    const seeds = Array.from({ length: 10 }, (_, k) => 40 + 2 * k)
    const [result, ...more] = seeds.map((seed) => resultOf(clustered(12, seed), asked))
    if (!result) throw new Error('no result')
    expect(result.factors[0]).toMatchObject({ column: 'size', verdict: 'cannot_tell', test: null })
    const warning = result.warnings.find(({ values }) => values['key'] === 'cluster_level_nested')
    expect(warning).toMatchObject({ code: 'cluster_level', column: 'size', values: { cluster: 'lender', clusters: '12' } })
    for (const { multiplicity } of [result, ...more]) expect(multiplicity.findings).not.toContain('size')
  })

  test('over sixty of them its p allows for what hangs together', () => {
    const [size] = resultOf(clustered(60, 40), asked).factors
    expect(size?.test).toMatchObject({ name: 'cluster_robust' })
  })

  test('a kind of reasons is left untold beside the reasons themselves, which are compared', () => {
    const rows = office(900, 8, (roll) => {
      const reason = pick(roll, ['illness', 'injury', 'job', 'shop'])
      const kind = reason === 'illness' || reason === 'injury' ? 'health' : 'work'
      return { reason, kind, status: decided(roll, kind === 'health' ? 1 : -1) }
    })
    const result = resultOf(rows, { factors: [category('reason'), category('kind')] })
    expect(result.factors.map(({ verdict }) => verdict)).toEqual(['more', 'cannot_tell'])
  })
})

describe('lenders that rows are only clustered by are compared within as well', () => {
  const spec = { factors: [{ ...category('asked'), reference: 'no' }], clusterBy: 'lender' }
  /** Kind lenders are asked the less, the more is `shy`; inside each of them asking is worth so much in log odds. */
  const swayed = (seed: number, { shy, worth }: { shy: number; worth: number }) => {
    const roll = dice(seed)
    const moods = Array.from({ length: 60 }, () => 1.5 * normal(roll))
    return office(1500, seed + 1, (dealt) => {
      const lender = Math.floor(dealt() * 60)
      const mood = moods[lender] ?? 0
      const asked = yes(dealt, 1 / (1 + Math.exp(shy * mood)))
      return { lender: `L${lender}`, asked, status: decided(dealt, mood + (asked === 'yes' ? worth : 0)) }
    })
  }

  test('what goes the other way inside each of three is said, and not headlined', () => {
    const moods = [2, 0, -2]
    const rows = office(900, 3, (roll, index) => {
      const mood = moods[index % 3] ?? 0
      const asked = yes(roll, [0.1, 0.5, 0.9][index % 3] ?? 0)
      return { lender: `L${index % 3}`, asked, status: decided(roll, mood + (asked === 'yes' ? 0.9 : 0)) }
    })
    const result = resultOf(rows, spec)
    const [comparison] = result.factors[0]?.comparisons ?? []
    expect(comparison?.oddsRatio?.estimate).toBeLessThan(0.8)
    expect(comparison?.stratified).toMatchObject({ by: 'lender' })
    expect(comparison?.stratified?.oddsRatio).toBeGreaterThan(1)
    expect(result.multiplicity.findings).toEqual([])
    expect(result.warnings.map(({ code }) => code)).toContain('reversal')
  })

  test('what belongs to sixty of them is no finding of what was asked', () => {
    const seeds = Array.from({ length: 20 }, (_, k) => 500 + 2 * k)
    const found = seeds.filter((seed) => resultOf(swayed(seed, { shy: 1.6, worth: 0 }), spec).multiplicity.findings.length > 0)
    expect(found.length).toBeLessThanOrEqual(2)
  })

  test('and what holds in each of them is found', () => {
    expect(resultOf(swayed(900, { shy: 0, worth: 1.2 }), spec).factors[0]).toMatchObject({ verdict: 'more', verdictLevel: 'yes' })
  })
})

describe('few clusters to allow for', () => {
  const few = (result: Result) => result.warnings.filter(({ values }) => values['key'] === 'clusters_few')
  const spec = { factors: [category('own')], clusterBy: 'lender' }

  test('are warned of, with how many there are and how many it takes', () => {
    const [warning, ...more] = few(resultOf(clustered(12, 40), spec))
    expect(warning).toMatchObject({
      code: 'cluster_level',
      column: null,
      values: { cluster: 'lender', clusters: '12', needed: '40' },
    })
    expect(warning?.sentence).toContain('only 12 of them')
    expect(more).toEqual([])
  })

  test('are no matter where there are many, where hardly two rows share one, and where nothing is tested', () => {
    expect(few(resultOf(clustered(60, 40), spec))).toEqual([])
    const single = office(39, 5, (roll, index) => ({ lender: `L${index}`, own: yes(roll, 0.5), status: decided(roll, 0) }))
    expect(few(resultOf(single, spec))).toEqual([])
    expect(few(resultOf(clustered(12, 40).slice(0, 20), spec))).toEqual([])
    expect(few(resultOf(clustered(12, 40), { factors: [category('own')] }))).toEqual([])
  })
})
