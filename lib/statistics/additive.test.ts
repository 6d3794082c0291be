import { expect, test } from 'vitest'
import { fitAdditive } from './additive'
import { fitLogistic } from './logistic'
import { at, range } from './numbers'
import { sample, type Variable } from './sample'
import { slopeThrough } from './slope'

/** Numbers that look drawn, in [0, 1). */
const drawn = (seed: number) =>
  Float64Array.from(range(600), (row) => (Math.sin(row * 12.9898 + seed) * 43758.5453) % 1).map(Math.abs)
const coded = (seed: number, levels: number) => drawn(seed).map((x) => Math.floor(x * levels))

const variables: Variable[] = [
  { name: 'income', values: drawn(1).map((x) => 3000 + 9000 * x) },
  { name: 'kind', values: coded(2, 4), levels: ['a', 'b', 'c', 'd'] },
  { name: 'band', values: coded(3, 6), levels: ['0', '1', '2', '3', '4', '5'] },
]
const outcome = drawn(4).map((x, row) => (x < 0.3 + 0.3 * at(drawn(1), row) + 0.05 * at(coded(3, 6), row) ? 1 : 0))

function bothOf(asked: readonly Variable[]) {
  const dense = fitLogistic(sample(outcome, asked), 'ml')
  const { events, totals, example } = sample(outcome, [], { apart: asked.map(({ values }) => values) })
  const shown = asked.map((variable) => ({ ...variable, values: Float64Array.from(example, (row) => at(variable.values, row)) }))
  const sparse = fitAdditive({ variables: shown, events, totals })
  if (!sparse) throw new Error('no fit')
  return { dense, sparse }
}

test('levels that are no columns give the same coefficients and errors as columns do', () => {
  const { dense, sparse } = bothOf(variables)
  for (const [column, name] of dense.names.entries()) {
    if (column === 0) continue
    const own = sparse.names.indexOf(name)
    expect(at(sparse.coefficients, own) / at(dense.coefficients, column)).toBeCloseTo(1, 9)
    expect(at(sparse.se, own) / at(dense.se, column)).toBeCloseTo(1, 9)
  }
  expect(sparse.live).toHaveLength(dense.live.length)
})

test('what says nothing beside the others is left out, and the rest stays as it is', () => {
  const twin = { name: 'twin', values: coded(2, 4), levels: ['a', 'b', 'c', 'd', 'nobody'] }
  const { dense, sparse } = bothOf([...variables, twin])
  expect(sparse.live).toHaveLength(dense.live.length)
  expect(at(sparse.coefficients, sparse.names.indexOf('twin[b]'))).toBeNaN()
  expect(at(sparse.coefficients, sparse.names.indexOf('kind[b]'))).toBeCloseTo(at(dense.coefficients, 2), 9)
})

test('where a level tells the outcome there is no estimate', () => {
  const told = { name: 'told', values: outcome, levels: ['no', 'yes'] }
  expect(fitAdditive({ variables: [told], events: outcome, totals: outcome.map(() => 1) })).toBeNull()
})

test('the line through points that lie on one is that line, however they vary together', () => {
  const covariance = [Float64Array.of(2, 1), Float64Array.of(1, 3)]
  const line = slopeThrough({ away: [1, 3], logOdds: Float64Array.of(0.5, 1.5), covariance })
  expect(line?.slope).toBeCloseTo(0.5, 12)
  // 1' V^-1 1 with x = (1, 3): (3 - 6 + 18) / 5.
  expect(line?.se).toBeCloseTo(Math.sqrt(5 / 15), 12)
  expect(slopeThrough({ away: [], logOdds: Float64Array.of(), covariance: [] })).toBeNull()
})
