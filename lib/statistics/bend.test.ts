import { expect, test } from 'vitest'
import { bendP } from './bend'
import { chiSquareUpper } from './distributions'
import { fitLogistic } from './logistic'
import { at, sum } from './numbers'
import { sample } from './sample'

type Group = { x: number; events: number; others: number }

function fitOf(groups: readonly Group[]) {
  const rows = groups.flatMap(({ x, events, others }) => [
    { x, happened: 1, count: events },
    { x, happened: 0, count: others },
  ])
  const column = (name: 'x' | 'happened' | 'count') => Float64Array.from(rows, (row) => row[name])
  return fitLogistic(sample(column('happened'), [{ name: 'x', values: column('x') }], { counts: column('count') }), 'ml')
}

const valley = [
  { x: 1000, events: 30, others: 20 },
  { x: 1001, events: 15, others: 40 },
  { x: 1003, events: 28, others: 17 },
]

test('with three values the bend is all that a straight line leaves: Pearson’s chi-square of its fit', () => {
  const fit = fitOf(valley)
  const expected = (i: number) => at(fit.sample.totals, i) * at(fit.fitted, i)
  const pearson = sum(valley.map(({ events }, i) => (events - expected(i)) ** 2 / (expected(i) * (1 - at(fit.fitted, i)))))
  expect(bendP(fit)).toBeCloseTo(chiSquareUpper(pearson, 1), 10)
})

test('where it bends little it says what the likelihood ratio of the square says', () => {
  const fit = fitOf([
    { x: 1000, events: 530, others: 470 },
    { x: 1001, events: 500, others: 500 },
    { x: 1003, events: 560, others: 440 },
  ])
  const square = Float64Array.from(fit.sample.columns[1] ?? [], (x) => (x - 1001) ** 2)
  const wider = { ...fit.sample, columns: [...fit.sample.columns, square], names: [...fit.sample.names, 'square'] }
  const ratio = 2 * (fitLogistic(wider, 'ml').logLikelihood - fit.logLikelihood)
  expect((bendP(fit) ?? 0) / chiSquareUpper(ratio, 1)).toBeCloseTo(1, 2)
})

test('two values have no bend', () => {
  expect(bendP(fitOf(valley.slice(1)))).toBeNull()
})
