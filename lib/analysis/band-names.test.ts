import { expect, test } from 'vitest'
import { sample } from '@/lib/statistics/sample'
import { analyse } from './analyse'
import { bandsOf } from './numeric'
import { decided, normal, office, yes } from './simulated-office'

/** How many of the values a band says are in it, by its name. */
const named = (values: Float64Array, name: string) => {
  const edges = (name.match(/-?\d[\d.e+-]*/g) ?? []).map(Number)
  const [low, high] = name.startsWith('x >')
    ? [edges[0], Number.POSITIVE_INFINITY]
    : edges.length === 1
      ? [-Infinity, edges[0]]
      : edges
  return values.filter((x) => x > (low ?? 0) && x <= (high ?? 0)).length
}

const values = (count: number, of: (row: number) => number) => Float64Array.from({ length: count }, (_, row) => of(row))

test.each([
  ['numbers of seven digits', values(300, (row) => 1_000_000 + row)],
  ['two numbers at the end of what can be told apart', values(300, (row) => 9007199254740984 + (row % 3 === 0 ? 6 : 0))],
  ['fractions', values(300, (row) => Math.sin(row) / 7)],
  ['incomes', values(300, (row) => 12345.67 + 0.01 * row)],
  ['debts below zero', values(300, (row) => -9_876_543.21 + 0.37 * row)],
])('the name of a band says who is in it: %s', (_, column) => {
  const bands = bandsOf(
    sample(
      column.map((__, row) => row % 2),
      [{ name: 'x', values: column }],
    ),
  )
  expect(bands.length).toBeGreaterThan(1)
  for (const { level, events, others } of bands) expect([level, named(column, level)]).toEqual([level, events + others])
})

test('an edge of six digits stays one', () => {
  const incomes = values(400, (row) => 3000 + 10 * row)
  const [first] = bandsOf(
    sample(
      incomes.map((_, row) => row % 2),
      [{ name: 'income', values: incomes }],
    ),
  )
  expect(first?.level).toBe('x ≤ 3990')
})

test('an intercept that has no figures is told of', () => {
  const rows = office(300, 5, (roll, index) => {
    const proof = yes(roll, 0.5)
    return {
      proof,
      serial: String(9_000_000_000_000 + index),
      x: normal(roll).toFixed(3),
      status: decided(roll, proof === 'yes' ? 1 : -1),
    }
  })
  const columns = [
    { column: 'proof', type: 'category' as const },
    { column: 'serial', type: 'number' as const },
  ]
  const spec = { outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' }, factors: columns }
  const answered = analyse(rows, spec, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { model, warnings } = answered.result
  expect(model.terms[0]?.coefficient).toBeNull()
  expect(model.terms[1]?.coefficient).not.toBeNull()
  const [said] = warnings.filter(({ values: { key } }) => key === 'no_intercept')
  // So far from 0 the number and the intercept are one and the same.
  expect(said?.code).toBe('collinear')
})
