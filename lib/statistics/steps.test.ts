import { expect, test } from 'vitest'
import { bendP } from './bend'
import { chiSquareUpper } from './distributions'
import { fitLogistic } from './logistic'
import { at, sum } from './numbers'
import { sample } from './sample'
import { stepsP } from './steps'

type Group = { x: number; events: number; others: number }

function fitOf(groups: readonly Group[]) {
  const rows = groups.flatMap(({ x, events, others }) => [
    { x, happened: 1, count: events },
    { x, happened: 0, count: others },
  ])
  const column = (name: 'x' | 'happened' | 'count') => Float64Array.from(rows, (row) => row[name])
  return fitLogistic(sample(column('happened'), [{ name: 'x', values: column('x') }], { counts: column('count') }), 'ml')
}

const events = [30, 15, 28, 12, 33]
const five = events.map((some, x) => ({ x: x ** 2, events: some, others: 50 - some }))

test('with five values of as many rows the fifths are all that a straight line leaves: Pearson’s chi-square of its fit', () => {
  const fit = fitOf(five)
  const expected = (i: number) => at(fit.sample.totals, i) * at(fit.fitted, i)
  const pearson = sum(five.map(({ events: some }, i) => (some - expected(i)) ** 2 / (expected(i) * (1 - at(fit.fitted, i)))))
  expect(stepsP(fit)).toBeCloseTo(chiSquareUpper(pearson, 3), 10)
})

test('one value far off hides a valley from the square and not from the fifths', () => {
  const valley = Array.from({ length: 100 }, (_, x) => ({
    x,
    events: x < 30 || x >= 70 ? 5 : 1,
    others: x < 30 || x >= 70 ? 1 : 5,
  }))
  const fit = fitOf([...valley, { x: 100_000, events: 1, others: 0 }])
  expect(bendP(fit)).toBeGreaterThan(0.001)
  expect(stepsP(fit)).toBeLessThan(1e-9)
})

test('three values say no more than the square does, and with few rows nothing is said', () => {
  expect(stepsP(fitOf(five.slice(2)))).toBeNull()
  expect(stepsP(fitOf(five.map((group) => ({ ...group, events: 5, others: 4 }))))).toBeNull()
})
