import { expect, test } from 'vitest'
import { analyse } from './analyse'
import type { SheetRow } from './sheet'
import { decided, normal, office } from './simulated-office'
import type { AnalysisSpec } from './spec'

const specOf = (type: 'number' | 'category'): AnalysisSpec => ({
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [{ column: 'income', type }],
})

function answerOf(rows: readonly SheetRow[], type: 'number' | 'category' = 'number') {
  const answered = analyse(rows, specOf(type), 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { factors, warnings, model } = answered.result
  return { factor: factors[0], model, said: warnings.map(({ column, values }) => [column, values['key']]) }
}

const plain = office(300, 3, (roll) => ({ income: normal(roll).toFixed(3), status: decided(roll, 0) }))
const withOne = (income: string): SheetRow[] => [{ income, status: 'rejected' }, ...plain]

test.each(['1e12', '1e30', '1e160', '1e300'])(
  'a number so far off that nothing can be fitted is said to be that, not to tell outcomes apart: %s',
  (far) => {
    const { factor, model, said } = answerOf(withOne(far))
    expect(factor).toMatchObject({ status: 'refused', verdict: 'refused', test: null })
    expect(said).toEqual([['income', 'number_far']])
    expect(model.method).toBe('refused')
  },
)

test.each([
  ['a serial number', 202411230000, 300],
  ['a card number', 6222020200112345, 300],
  ['few rows of two', 6222020200112345, 70],
])('a number far from 0 for its spread is compared as one near 0, and nothing is said of a row at 0: %s', (_, first, cases) => {
  const [near, far] = [0, first].map((start) => {
    const rows = office(cases, 4, (roll, index) => ({
      income: String(start + 3 * index),
      other: String(start + Math.floor(1000 * roll())),
      status: decided(roll, (2 * index) / cases - 1),
    }))
    const factors = ['income', 'other'].map((column) => ({ column, type: 'number' as const }))
    const answered = analyse(rows, { ...specOf('number'), factors }, 'en')
    if ('fault' in answered) throw new Error(answered.fault.code)
    return answered.result
  })
  const ratios = [near, far].map((one) => one?.factors.map(({ comparisons }) => comparisons[0]?.adjusted?.oddsRatio ?? 0) ?? [])
  expect(ratios[0]).toHaveLength(2)
  ratios[0]?.forEach((ratio, index) => {
    expect(ratio).toBeGreaterThan(0)
    expect(ratios[1]?.[index]).toBeCloseTo(ratio, 2)
  })
  expect(near?.model.terms[0]?.interval).not.toBeNull()
  expect(far?.model.terms[0]).toMatchObject({ coefficient: null, interval: null })
  expect(far?.model.terms[1]?.interval).not.toBeNull()
})

test('a number that does tell them apart is said to', () => {
  const mixed = Array.from({ length: 60 }, (_, n): SheetRow => ({ income: '40', status: n % 2 ? 'approved' : 'rejected' }))
  const sided = Array.from(
    { length: 20 },
    (_, n): SheetRow => ({ income: String(30 + n), status: n > 10 ? 'approved' : 'rejected' }),
  )
  const rows = [...mixed, ...sided]
  expect(answerOf(rows).said).toContainEqual(['income', 'separation_number'])
})

test.each(['number', 'category'] as const)('what has one value or none is left out with a reason: %s', (type) => {
  for (const income of ['5', '']) {
    const { factor, said } = answerOf(
      plain.map(({ status }) => ({ income, status })),
      type,
    )
    expect(factor?.status).toBe('excluded')
    expect(said).toEqual([['income', 'nothing_to_compare']])
  }
})

test('the bands of a number far from 0 have names that tell them apart', () => {
  const rows = office(300, 4, (_, index) => ({
    income: String(202411230000 + 3 * index),
    status: index % 2 ? 'approved' : 'rejected',
  }))
  const names = answerOf(rows).factor?.levels?.map(({ level }) => level) ?? []
  expect(names.length).toBeGreaterThan(2)
  expect(new Set(names.flatMap((name) => name.match(/\d+/g) ?? [])).size).toBe(names.length - 1)
})
