import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import type { SheetRow } from './sheet'
import { type Dice, decided, normal, office, yes } from './simulated-office'
import type { AnalysisSpec } from './spec'

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'score', type: 'number' },
    { column: 'income', type: 'number' },
  ],
}

function answerOf(rows: readonly SheetRow[]) {
  const answered = analyse(rows, spec, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { factors, warnings, multiplicity } = answered.result
  return { ...answered.result, said: warnings.map(({ column, values }) => [column, values['key']]), factors, multiplicity }
}

const isExtreme = (income: number) => Math.abs(income) > 0.7

/** Those with very little or very much are approved; `proof` and `score` go with the extremes, and have no effect but `own`. */
const extremes = (own: number) => (roll: Dice) => {
  const income = normal(roll)
  const extreme = isExtreme(income)
  const proof = yes(roll, extreme ? 0.8 : 0.2)
  const score = normal(roll) + (extreme ? 1 : 0)
  const status = decided(roll, (extreme ? 1.1 : -1.1) + own * ((proof === 'yes' ? 1 : 0) + score))
  return { proof, score: score.toFixed(3), income: income.toFixed(3), status }
}

describe('where the rate falls and rises again along a number', () => {
  test('what only goes with the bend is no finding, and that is said', () => {
    const { factors, said, multiplicity } = answerOf(office(900, 0, extremes(0)))
    expect(factors[0]?.comparisons[0]?.oddsRatio?.woolf?.[0]).toBeGreaterThan(2)
    expect(factors[2]?.test?.departureP).toBeLessThan(1e-6)
    expect(factors[0]?.comparisons[0]?.withinBands?.by).toBe('income')
    expect(said).toContainEqual(['income', 'not_straight_number'])
    expect(said).toContainEqual(['proof', 'confounded_bent'])
    expect(multiplicity.findings).toEqual([])
  })

  test('at most three of twenty such offices show a finding, by chance', () => {
    const offices = Array.from({ length: 20 }, (_, seed) => answerOf(office(900, seed, extremes(0))))
    expect(offices.filter(({ multiplicity }) => multiplicity.findings.length > 0).length).toBeLessThanOrEqual(3)
  })

  test('what goes with approval beside it is still found', () => {
    const { said, multiplicity } = answerOf(office(900, 7, extremes(1)))
    expect(said).toContainEqual(['income', 'not_straight_number'])
    expect(multiplicity.findings).toEqual(['proof', 'score'])
  })

  test('and in any order of the rows the answer is the same', () => {
    const rows = office(900, 1, extremes(0.3))
    expect(answerOf(rows.toReversed())).toEqual(answerOf(rows))
  })
})

test('along a number where the rate goes straight nothing is compared in bands', () => {
  const rows = office(900, 11, (roll) => {
    const income = normal(roll)
    const proof = yes(roll, 0.5)
    const status = decided(roll, income + (proof === 'yes' ? 1 : 0))
    return { proof, score: normal(roll).toFixed(3), income: income.toFixed(3), status }
  })
  const { factors, said, multiplicity } = answerOf(rows)
  expect(said.filter(([, key]) => key === 'not_straight_number')).toEqual([])
  expect(factors[0]?.comparisons[0]?.withinBands).toBeUndefined()
  expect(multiplicity.findings).toEqual(['proof', 'income'])
})
