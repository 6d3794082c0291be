import { expect, test } from 'vitest'
import { brier, calibration, deciles, hosmerLemeshow } from './calibration'
import { discrimination } from './discrimination'
import { predictions } from './flic'

const scored = (scores: number[], events: number[]) => ({
  scores: Float64Array.from(scores),
  events: Float64Array.from(events),
  totals: new Float64Array(scores.length).fill(1),
})

test('the area under the curve counts pairs, ties half', () => {
  // Events at 3, 2; others at 1, 2: won 3 of 4 pairs, one tie.
  expect(discrimination(scored([3, 2, 1, 2], [1, 1, 0, 0]))?.auc).toBeCloseTo(3.5 / 4, 12)
})

test('noise in the eleventh digit does not split a tie', () => {
  expect(discrimination(scored([0.3, 0.1 + 0.2], [1, 0]))?.auc).toBe(0.5)
})

test('a perfect score has no standard error to be sure with', () => {
  expect(discrimination(scored([1, 2, 3, 4], [0, 0, 1, 1]))).toEqual({ auc: 1, se: null, interval: null, p: null })
})

test('the interval of an area ends where areas do', () => {
  const rows = scored([1, 2, 3, 4, 6, 5, 7, 8, 9, 10], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  expect(discrimination(rows)?.interval?.[1]).toBe(1)
  expect(discrimination({ ...rows, scores: rows.scores.map((score) => -score) })?.interval?.[0]).toBe(0)
})

test('with one outcome only there is nothing to tell apart', () => {
  expect(discrimination(scored([1, 2], [1, 1]))).toBeNull()
})

test('always saying the rate is worth nothing', () => {
  expect(brier(scored([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0])).scaled).toBeCloseTo(0, 12)
})

test('probabilities that are right are calibrated', () => {
  const scores = Float64Array.of(0.2, 0.5, 0.8)
  const line = calibration({ scores, events: Float64Array.of(20, 50, 80), totals: Float64Array.of(100, 100, 100) })
  expect(line.intercept).toBeCloseTo(0, 9)
  expect(line.slope).toBeCloseTo(1, 9)
})

test('probabilities twice as bold as they should be have half the slope', () => {
  const bold = (p: number) => 1 / (1 + ((1 - p) / p) ** 2)
  const scores = Float64Array.of(bold(0.2), bold(0.5), bold(0.8))
  expect(calibration({ scores, events: Float64Array.of(20, 50, 80), totals: Float64Array.of(100, 100, 100) }).slope).toBeCloseTo(
    0.5,
    9,
  )
})

test('ten groups of equal size come out of distinct probabilities', () => {
  const scores = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100)
  const groups = deciles(
    scored(
      scores,
      scores.map((_, i) => (i % 2 === 0 ? 1 : 0)),
    ),
  )
  expect(groups.map(({ n }) => n)).toEqual(Array(10).fill(10))
  expect(hosmerLemeshow(groups).df).toBe(10)
})

test('penalised predictions are brought back to the rate', () => {
  const [events, totals] = [Float64Array.of(1, 9), Float64Array.of(10, 10)]
  const mean = predictions({ odds: Float64Array.of(-1, 1.5), events, totals }, 'firth').reduce(
    (sum, p, i) => sum + p * (totals[i] ?? 0),
    0,
  )
  expect(mean).toBeCloseTo(10, 9)
})

test('many rows of the lowest probability are one group with what follows up to the next decile', () => {
  // R 4.2.2: table(cut(p, unique(quantile(p, seq(0, 1, .1))), include.lowest = TRUE)) has [0.1,0.2] with 4 of 11.
  const p = [0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
  const groups = deciles(scored(p, [0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1]))
  expect(groups.map(({ n }) => n)).toEqual([4, 1, 1, 1, 1, 1, 1, 1])
  expect(groups[0]?.observed).toBe(2)
})
