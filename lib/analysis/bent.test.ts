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

function answerOf(rows: readonly SheetRow[], asked = spec) {
  const answered = analyse(rows, asked, 'en')
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

describe('where one value of a number is wrong by many digits', () => {
  const withOne = (income: string, rows: readonly SheetRow[]) =>
    rows.map((row, index) => (index === 0 ? { ...row, income } : row))
  const straight = (own: number) => (roll: Dice) => {
    const income = normal(roll)
    const proof = yes(roll, 1 / (1 + Math.exp(-1.3 * income)))
    const status = decided(roll, 1.3 * income + (proof === 'yes' ? own : 0))
    return { proof, score: normal(roll).toFixed(3), income: income.toFixed(3), status }
  }
  const offices = (own: number) => Array.from({ length: 20 }, (_, seed) => withOne('1e9', office(600, seed, straight(own))))

  test('what only goes with it is no finding, and a warning names the number', () => {
    const answers = offices(0).map((rows) => answerOf(rows))
    const fooled = answers.filter(({ multiplicity }) => multiplicity.findings.includes('proof'))
    expect(fooled.length).toBeLessThanOrEqual(2)
    const refused = answers.filter((answer) => answer.factors[2]?.status === 'refused' && !fooled.includes(answer))
    const named = refused.filter(({ said }) => said.some(([column, key]) => column === 'proof' && key === 'confounded_far'))
    expect(refused.length).toBeGreaterThan(5)
    expect(named.length).toBeGreaterThanOrEqual(refused.length - 1)
  })

  test('what goes with approval beside it is still found', () => {
    const found = offices(1).filter((rows) => answerOf(rows).multiplicity.findings.includes('proof'))
    expect(found.length).toBeGreaterThanOrEqual(18)
  })

  test('the same where it is no factor, but only adjusted for', () => {
    const asked = { ...spec, factors: spec.factors.slice(0, 1), model: { factors: ['proof'], include: ['income'] } }
    const answers = offices(0).map((rows) => answerOf(rows, asked))
    expect(answers.filter(({ multiplicity }) => multiplicity.findings.length > 0).length).toBeLessThanOrEqual(2)
    expect(offices(1).filter((rows) => answerOf(rows, asked).multiplicity.findings.length > 0).length).toBeGreaterThanOrEqual(18)
  })

  test('nor is a bend hidden by a value that is only far off', () => {
    const { factors, said, multiplicity } = answerOf(withOne('60', office(900, 0, extremes(0))))
    expect(factors[2]?.status).toBe('ok')
    expect(said).toContainEqual(['income', 'not_straight_number'])
    expect(multiplicity.findings).toEqual([])
  })
})

test('a step up and down along a number with a long tail is seen, and what goes with it is no finding', () => {
  const rows = office(900, 4, (roll) => {
    const income = normal(roll)
    const middling = Math.abs(income) < 0.7 ? 1.4 : -1.4
    const proof = yes(roll, 1 / (1 + Math.exp(-middling)))
    const status = decided(roll, middling)
    return { proof, score: normal(roll).toFixed(3), income: Math.exp(9 + 0.8 * income).toFixed(2), status }
  })
  const { said, multiplicity } = answerOf(rows)
  expect(said).toContainEqual(['income', 'not_straight_number'])
  expect(multiplicity.findings).not.toContain('proof')
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
