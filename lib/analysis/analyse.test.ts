import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import type { Result } from './result'
import type { SheetRow } from './sheet'
import { decided, dice, normal, nullCase, nullSpec, office, pick, yes } from './simulated-office'
import { readSpec } from './spec'

const outcome = { column: 'status', event: 'approved', nonEvent: 'rejected' }

function resultOf(rows: readonly SheetRow[], given: Record<string, unknown>): Result {
  const read = readSpec({ outcome, ...given })
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  const answer = analyse(rows, read.spec, 'en')
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault))
  return answer.result
}

function factorOf(result: Result, column: string) {
  const factor = result.factors.find((one) => one.column === column)
  if (!factor) throw new Error(`no factor ${column}`)
  return factor
}

function warned(result: Result, code: string, column: string | null): boolean {
  return result.warnings.some((warning) => warning.code === code && warning.column === column)
}

const category = (column: string, more = {}) => ({ column, type: 'category', ...more })

describe('what is not there is not found', () => {
  test('at most 7 % of two hundred offices without any effect show a finding', () => {
    const offices = Array.from({ length: 200 }, (_, seed) => office([60, 100, 180][seed % 3] ?? 60, 9000 + seed, nullCase))
    const fooled = offices.filter((rows) => resultOf(rows, nullSpec).multiplicity.findings.length > 0)
    expect(fooled.length).toBeLessThanOrEqual(14)
  }, 60_000)

  test('a factor that goes with approval is found, with its direction and level', () => {
    const rows = office(600, 31, (roll) => {
      const proof = yes(roll, 0.5)
      return { proof, noise: yes(roll, 0.5), status: decided(roll, proof === 'yes' ? 1 : -0.5) }
    })
    const result = resultOf(rows, { factors: [category('proof', { reference: 'no' }), category('noise')] })
    expect(result.multiplicity).toMatchObject({ tested: 2, findings: ['proof'] })
    expect(factorOf(result, 'proof')).toMatchObject({ verdict: 'more', verdictLevel: 'yes' })
    expect(factorOf(result, 'noise').verdict).toBe('cannot_tell')
  })

  test('a number that goes with approval is found per standard deviation', () => {
    const rows = office(500, 2, (roll) => {
      const z = normal(roll)
      return { income: (5000 - 1000 * z).toFixed(0), status: decided(roll, 0.8 * z) }
    })
    const result = resultOf(rows, { factors: [{ column: 'income', type: 'number' }] })
    expect(factorOf(result, 'income')).toMatchObject({ verdict: 'less', test: { name: 'lr' } })
    const [perSd] = factorOf(result, 'income').comparisons
    expect(perSd?.unit).toBeGreaterThan(900)
    expect(perSd?.unit).toBeLessThan(1100)
  })

  test('ordered bands are tested for a trend', () => {
    const bands = ['none', '1-30', '31+'] as const
    const rows = office(500, 3, (roll) => {
      const band = pick(roll, [...bands])
      return { band, status: decided(roll, 1 - bands.indexOf(band)) }
    })
    const result = resultOf(rows, { factors: [{ column: 'band', type: 'ordered', levels: bands }] })
    expect(factorOf(result, 'band')).toMatchObject({ verdict: 'less', verdictLevel: '31+', test: { name: 'trend' } })
  })
})

describe('what fools a page is caught', () => {
  test('bands whose rate falls and rises again have no trend, and are not passed over', () => {
    const bands = ['none', '1-30', '31+'] as const
    const rows = office(600, 33, (roll) => {
      const band = pick(roll, [...bands])
      return { band, status: decided(roll, band === '1-30' ? -1 : 1) }
    })
    const result = resultOf(rows, { factors: [{ column: 'band', type: 'ordered', levels: bands }] })
    expect(factorOf(result, 'band').test?.departureP).toBeLessThan(1e-6)
    expect(warned(result, 'heterogeneous', 'band')).toBe(true)
  })

  const confounded = office(3000, 4, (roll) => {
    const lender = pick(roll, ['kind', 'strict'])
    const channel = yes(roll, lender === 'kind' ? 0.8 : 0.2)
    return { lender, channel, status: decided(roll, lender === 'kind' ? 1.2 : -1.2) }
  })

  test('a factor that only travels with the creditor is confounded and no finding', () => {
    const result = resultOf(confounded, { factors: [category('channel', { reference: 'no' })], stratifyBy: 'lender' })
    const [comparison] = factorOf(result, 'channel').comparisons
    expect(comparison?.oddsRatio?.woolf?.[0]).toBeGreaterThan(1)
    expect(comparison?.stratified?.rbg?.[0]).toBeLessThan(1)
    expect(warned(result, 'confounded', 'channel')).toBe(true)
    expect(result.multiplicity.findings).toEqual([])
    expect(factorOf(result, 'channel').verdict).toBe('cannot_tell')
  })

  test('the same is caught by the model where nothing is stratified', () => {
    const result = resultOf(confounded, {
      factors: [category('channel', { reference: 'no' }), category('lender')],
      model: { factors: ['channel', 'lender'] },
    })
    expect(warned(result, 'confounded', 'channel')).toBe(true)
    expect(result.multiplicity.findings).toEqual(['lender'])
  })

  test('a strong factor beside it does not make an honest one look confounded', () => {
    const rows = office(20_000, 5, (roll) => {
      const [proof, strong] = [yes(roll, 0.5), yes(roll, 0.5)]
      return { proof, strong, status: decided(roll, (proof === 'yes' ? 0.5 : -0.5) + (strong === 'yes' ? 2.5 : -2.5)) }
    })
    const result = resultOf(rows, { factors: [category('proof', { reference: 'no' }), category('strong')] })
    const [comparison] = factorOf(result, 'proof').comparisons
    const moved = Math.log(comparison?.adjusted?.oddsRatio ?? 1) / Math.log(comparison?.oddsRatio?.estimate ?? 1)
    expect(moved).toBeGreaterThan(1.2)
    expect(warned(result, 'confounded', 'proof')).toBe(false)
    expect(result.multiplicity.findings).toContain('proof')
  })

  test('a ratio that turns round inside every creditor is reversed', () => {
    const rows = office(4000, 6, (roll) => {
      const { lender, share, mood } = pick(roll, [
        { lender: 'kind', share: 0.85, mood: 1.5 },
        { lender: 'strict', share: 0.15, mood: -1.5 },
      ])
      const plan = yes(roll, share)
      return { lender, plan, status: decided(roll, plan === 'yes' ? mood - 0.5 : mood) }
    })
    const result = resultOf(rows, { factors: [category('plan', { reference: 'no' })], stratifyBy: 'lender' })
    expect(warned(result, 'reversal', 'plan')).toBe(true)
    expect(result.multiplicity.findings).toEqual([])
    const modelled = resultOf(rows, { factors: [category('plan', { reference: 'no' }), category('lender')] })
    const keys = [result, modelled].map(({ warnings }) =>
      warnings.flatMap(({ code, values }) => (code === 'reversal' ? values['key'] : [])),
    )
    expect(keys).toEqual([['reversal'], ['reversal_model']])
  })

  test('creditors who judge a factor in opposite ways are not averaged', () => {
    const rows = office(1500, 7, (roll) => {
      const lender = pick(roll, ['A', 'B'])
      const plan = yes(roll, 0.5)
      return { lender, plan, status: decided(roll, (lender === 'A' ? 1 : -1) * (plan === 'yes' ? 1 : -1)) }
    })
    const result = resultOf(rows, { factors: [category('plan', { reference: 'no' })], stratifyBy: 'lender' })
    expect(warned(result, 'heterogeneous', 'plan')).toBe(true)
    expect(factorOf(result, 'plan').verdict).toBe('varies')
    expect(factorOf(result, 'plan').comparisons[0]?.stratified?.withheld).toBe(true)
  })

  test('a level with one outcome only gets no odds ratio, and the model goes to Firth', () => {
    const rows = office(400, 8, (roll) => {
      const [letter, proof] = [yes(roll, 0.12), yes(roll, 0.5)]
      return { letter, proof, status: letter === 'yes' ? 'approved' : decided(roll, proof === 'yes' ? 0.3 : -0.3) }
    })
    const result = resultOf(rows, { factors: [category('letter', { reference: 'no' }), category('proof', { reference: 'no' })] })
    expect(warned(result, 'separation', 'letter')).toBe(true)
    expect(factorOf(result, 'letter').comparisons[0]?.oddsRatio).toMatchObject({ estimate: null, woolf: null })
    expect(factorOf(result, 'letter').comparisons[0]?.oddsRatio?.haldane).toBeGreaterThan(1)
    expect(result.model.method).toBe('firth')
    const term = result.model.terms.find(({ name }) => name === 'letter[yes]')
    expect(term?.interval?.every(Number.isFinite)).toBe(true)
    expect(term?.se).toBeNull()
  })

  const leaky = office(300, 9, (roll) => {
    const status = decided(roll, 0)
    const known = yes(roll, 0.5)
    return {
      status,
      proof: known,
      signed_on: status === 'approved' ? 'yes' : 'no',
      first_payment: status === 'approved' ? String(Math.round(500 + 100 * normal(roll))) : '',
      score: String((status === 'approved' ? 3.5 : 0) + normal(roll)),
    }
  })

  test('what was known after the decision is refused by its date alone', () => {
    const result = resultOf(leaky, { factors: [category('signed_on', { knownAt: 'after_decision' }), category('proof')] })
    expect(factorOf(result, 'signed_on')).toMatchObject({ status: 'refused', verdict: 'refused', test: null })
    expect(warned(result, 'leakage', 'signed_on')).toBe(true)
    expect(result.model.factors).toEqual(['proof'])
  })

  test.each(['signed_on', 'first_payment', 'score'])('%s gives itself away by predicting too well', (column) => {
    const type = column === 'signed_on' ? 'category' : 'number'
    const result = resultOf(leaky, { factors: [{ column, type }, category('proof')] })
    expect(warned(result, 'leakage', column)).toBe(true)
    expect(factorOf(result, column).status).toBe('refused')
    expect(result.multiplicity.findings).toEqual([])
  })

  test('a copy of the outcome is called perfect prediction', () => {
    expect(warned(resultOf(leaky, { factors: [category('signed_on')] }), 'perfect_prediction', 'signed_on')).toBe(true)
  })

  const lenders = (count: number, seed: number) => {
    const roll = dice(seed)
    return Array.from({ length: count }, (_, id) => ({
      lender: `L${id}`,
      lender_size: yes(roll, 0.5),
      kindness: 1.2 * normal(roll),
    }))
  }
  const clustered = (count: number, seed: number) => {
    const all = lenders(count, seed)
    return office(1200, seed + 1, (roll, index) => {
      const { lender, lender_size, kindness } = all[index % count] ?? { lender: '', lender_size: 'no', kindness: 0 }
      return { lender, lender_size, status: decided(roll, kindness) }
    })
  }

  test('what belongs to a few lenders has no p, said or found out', () => {
    const named = { factors: [category('lender_size')], clusterBy: 'lender', clusterLevelFactors: ['lender_size'] }
    for (const spec of [named, { ...named, clusterLevelFactors: [] }]) {
      const result = resultOf(clustered(12, 10), spec)
      expect(warned(result, 'cluster_level', 'lender_size')).toBe(true)
      expect(factorOf(result, 'lender_size')).toMatchObject({ verdict: 'refused', test: null })
      expect(factorOf(result, 'lender_size').comparisons.every(({ fisherP }) => fisherP === null)).toBe(true)
    }
  })

  test('over many lenders the robust p does not call chance a finding', () => {
    const seeds = Array.from({ length: 40 }, (_, k) => 100 + 2 * k)
    const found = seeds.filter((seed) => {
      const spec = { factors: [category('lender_size')], clusterBy: 'lender', clusterLevelFactors: ['lender_size'] }
      return resultOf(clustered(50, seed), spec).multiplicity.findings.length > 0
    })
    expect(found.length).toBeLessThanOrEqual(6)
  })

  test('ten proposals of one client are not ten clients', () => {
    const roll = dice(12)
    const clients = Array.from({ length: 60 }, (_, id) => ({ client: `C${id}`, habit: yes(roll, 0.5), luck: 2 * normal(roll) }))
    const rows = office(600, 13, (dealt, index) => {
      const { client, habit, luck } = clients[index % 60] ?? { client: '', habit: 'no', luck: 0 }
      return { client, habit: dealt() < 0.1 ? 'yes' : habit, status: decided(dealt, luck) }
    })
    const plain = factorOf(resultOf(rows, { factors: [category('habit')] }), 'habit').test?.p ?? 0
    const robust = factorOf(resultOf(rows, { factors: [category('habit')], clusterBy: 'client' }), 'habit').test
    expect(robust?.clusterRobustP).toBeGreaterThan(plain)
    expect(robust?.p).toBe(robust?.clusterRobustP)
  })

  test('values missing more often for one outcome are pointed out', () => {
    const rows = office(400, 14, (roll) => {
      const status = decided(roll, 0)
      return { status, proof: roll() < (status === 'approved' ? 0.1 : 0.4) ? '' : yes(roll, 0.5) }
    })
    const result = resultOf(rows, { factors: [category('proof')] })
    expect(warned(result, 'missing_differs', 'proof')).toBe(true)
    const { missing, n } = factorOf(result, 'proof')
    expect(n + missing.event + missing.nonEvent).toBe(400)
  })

  test('so are days to a decision that only one outcome has', () => {
    const draw = (hasDay: (status: string) => boolean) =>
      office(200, 15, (roll) => {
        const status = decided(roll, 0)
        return { status, proof: yes(roll, 0.5), days: hasDay(status) ? '8' : '' }
      })
    const given = { factors: [category('proof')], time: { column: 'days' } }
    expect(
      warned(
        resultOf(
          draw((status) => status === 'approved'),
          given,
        ),
        'missing_differs',
        'days',
      ),
    ).toBe(true)
    expect(
      warned(
        resultOf(
          draw(() => true),
          given,
        ),
        'missing_differs',
        'days',
      ),
    ).toBe(false)
  })

  test('two columns that say the same are called collinear', () => {
    const rows = office(400, 15, (roll) => {
      const income = 5000 + 1000 * normal(roll)
      return {
        income: income.toFixed(2),
        net: (0.8 * income + 20 * normal(roll)).toFixed(2),
        status: decided(roll, (income - 5000) / 1500),
      }
    })
    const result = resultOf(rows, { factors: ['income', 'net'].map((column) => ({ column, type: 'number' })) })
    expect(warned(result, 'collinear', 'income')).toBe(true)
  })

  test('two columns that are the same under other names are one finding, also where the model has neither', () => {
    const rows = office(400, 21, (roll) => {
      const letter = yes(roll, 0.4)
      const status = decided(roll, letter === 'yes' ? 0.6 : -0.4)
      return { letter, fee: letter === 'yes' ? '1' : '0', proof: yes(roll, 0.5), status }
    })
    const result = resultOf(rows, { factors: ['letter', 'fee', 'proof'].map((c) => category(c)), model: { factors: ['proof'] } })
    expect(warned(result, 'collinear', 'fee')).toBe(true)
    expect(warned(result, 'collinear', 'letter')).toBe(false)
    expect(warned(result, 'collinear', 'proof')).toBe(false)
  })

  test('an outcome that is nearly always the same is called skewed', () => {
    const rows = office(400, 16, (roll) => ({ proof: yes(roll, 0.5), status: decided(roll, 3.2) }))
    expect(warned(resultOf(rows, { factors: [category('proof')] }), 'skewed', null)).toBe(true)
  })
})

describe('what the counts cannot carry is refused', () => {
  test('with fewer than thirty decided there are counts and intervals only', () => {
    const rows = office(29, 17, (roll) => ({ proof: yes(roll, 0.5), status: decided(roll, 0) }))
    const result = resultOf(rows, { factors: [category('proof')] })
    expect(warned(result, 'too_few', null)).toBe(true)
    expect(factorOf(result, 'proof')).toMatchObject({ verdict: 'too_few', test: null })
    expect(factorOf(result, 'proof').levels.every(({ wilson }) => wilson[0] < wilson[1])).toBe(true)
    expect(factorOf(result, 'proof').comparisons.every(({ oddsRatio, fisherP }) => oddsRatio === null && fisherP === null)).toBe(
      true,
    )
    expect(result.model.method).toBe('refused')
  })

  test('a level of seven is not compared and stays in the totals', () => {
    const rows = office(200, 18, (roll, index) => ({
      kind: index < 7 ? 'rare' : pick(roll, ['a', 'b']),
      status: decided(roll, 0),
    }))
    const result = resultOf(rows, { factors: [category('kind')] })
    expect(factorOf(result, 'kind').n).toBe(200)
    expect(factorOf(result, 'kind').levels.find(({ level }) => level === 'rare')).toMatchObject({ n: 7, shown: false })
    expect(factorOf(result, 'kind').comparisons.find(({ level }) => level === 'rare')).toMatchObject({
      oddsRatio: null,
      fisherP: null,
    })
    expect(warned(result, 'too_few', 'kind')).toBe(true)
  })

  test('few events per parameter mean Firth, and fewer still no model', () => {
    const columns = Array.from({ length: 8 }, (_, k) => `f${k}`)
    const draw = (roll: () => number): SheetRow => ({
      ...Object.fromEntries(columns.map((column) => [column, yes(roll, 0.5)])),
      status: decided(roll, 0),
    })
    const factors = columns.map((column) => category(column))
    const some = resultOf(office(120, 19, draw), { factors })
    expect(some.model.method).toBe('firth')
    expect(warned(some, 'low_events_per_parameter', null)).toBe(true)
    const few = resultOf(office(50, 20, draw), { factors })
    expect(few.model).toMatchObject({ method: 'refused', terms: [] })
    expect(warned(few, 'low_events_per_parameter', null)).toBe(true)
  })

  test('a factor the model has no room for is said to have no adjusted figure, and why', () => {
    const rows = office(120, 19, (roll, index) => {
      const proof = yes(roll, 0.5)
      return { proof, area: `区${index % 11}`, status: decided(roll, 0) }
    })
    const model = { factors: ['proof'] }
    const result = resultOf(rows, { factors: [category('proof'), category('area')], model })
    expect(result.model.method).not.toBe('refused')
    expect(factorOf(result, 'area').comparisons.map(({ adjusted }) => adjusted)).toContain(null)
    expect(warned(result, 'low_events_per_parameter', 'area')).toBe(true)
    expect(warned(result, 'low_events_per_parameter', 'proof')).toBe(false)
  })

  test('a pending proposal is never a refusal', () => {
    const rows = office(300, 21, (roll) => ({ proof: yes(roll, 0.5), status: roll() < 0.3 ? 'waiting' : decided(roll, 0.5) }))
    const { funnel } = resultOf(rows, { factors: [category('proof')] })
    expect(funnel.decided + funnel.pending).toBe(300)
    expect(funnel.bounds?.[0]).toBeCloseTo(funnel.events / 300, 12)
    expect(funnel.bounds?.[1]).toBeCloseTo((funnel.events + funnel.pending) / 300, 12)
  })

  test('refused factors do not count among the tested', () => {
    const rows = office(300, 22, (roll) => ({ proof: yes(roll, 0.5), later: yes(roll, 0.5), status: decided(roll, 0) }))
    const result = resultOf(rows, { factors: [category('proof'), category('later', { knownAt: 'after_decision' })] })
    expect(result.multiplicity.tested).toBe(1)
    expect(factorOf(result, 'proof').test?.q).toBe(factorOf(result, 'proof').test?.p)
  })
})

test('the order of the rows does not change a digit', () => {
  const rows = office(400, 23, (roll) => ({ ...nullCase(roll), days: String(Math.floor(60 * roll())) }))
  const spec = { ...nullSpec, time: { column: 'days' } }
  const turned = [...rows.slice(137), ...rows.slice(0, 137)].reverse()
  expect(resultOf(turned, spec)).toEqual(resultOf(rows, spec))
})

test('nor does it where numbers, clusters and a model of many rows are in play', () => {
  const rows = office(3000, 25, (roll, index) => {
    const [age, income] = [normal(roll), normal(roll)]
    const client = `C${index % 900}`
    return { ...nullCase(roll), age: age.toFixed(3), income: income.toFixed(2), client, status: decided(roll, 0.4 * age) }
  })
  const factors = [...nullSpec.factors, { column: 'age', type: 'number' }]
  const spec = { ...nullSpec, factors, clusterBy: 'client' }
  const turned = [...rows.slice(1237), ...rows.slice(0, 1237)].reverse()
  expect(apart(resultOf(rows, spec), resultOf(turned, spec))).toEqual([])
})

/** Where two answers differ by more than a millionth of a millionth, or in a word. */
function apart(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one)) ? [] : [`${path}: ${one}, ${other}`]
  if (typeof one !== 'object' || one === null) return Object.is(one, other) ? [] : [`${path}: ${one}, ${other}`]
  const fields = new Map(Object.entries(Object(other)))
  return Object.entries(one).flatMap(([key, value]) => apart(value, fields.get(key), `${path}.${key}`))
}

test('rows grouped beforehand with a count say the same as the rows themselves', () => {
  const rows = office(2000, 24, (roll) => {
    const [proof, kind] = [yes(roll, 0.5), pick(roll, ['a', 'b', 'c'])]
    return { proof, kind, days: String(Math.floor(30 * roll())), status: decided(roll, proof === 'yes' ? 0.5 : 0) }
  })
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1)
  const counted = [...counts].map(([row, n]) => ({ ...JSON.parse(row), n: String(n) }))
  const spec = { factors: [category('proof'), category('kind')], time: { column: 'days' } }
  expect(resultOf(counted, { ...spec, count: { column: 'n' } })).toEqual(resultOf(rows, spec))
})

test('time to approval counts a refusal as an end of its own', () => {
  const rows = ['3 approved', '5 rejected', '8 approved', '9 waiting'].map((text) => {
    const [days = '', status = ''] = text.split(' ')
    return { days, status, proof: 'yes' }
  })
  const { time } = resultOf(rows, { factors: [category('proof')], time: { column: 'days' } })
  // By hand: 1/4 approved by day 3; 1/4 more of the 2/4 still waiting after day 5 by day 8.
  expect(time?.approved).toEqual([
    { t: 3, cumulativeIncidence: 0.25 },
    { t: 5, cumulativeIncidence: 0.25 },
    { t: 8, cumulativeIncidence: 0.5 },
  ])
  expect(time?.median).toBe(6.5)
})
