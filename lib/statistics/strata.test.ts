import { expect, test } from 'vitest'
import { breslowDay } from './homogeneity'
import { exactTest, hypergeometric } from './hypergeometric'
import { cochranMantelHaenszel, exactStratifiedP, informative, mantelHaenszel, stratifiedRiskDifference } from './stratified'
import { stratifiedScore } from './stratified-score'
import { oddsRatio, type TwoByTwo } from './two-by-two'

const table = (a: number, b: number, c: number, d: number): TwoByTwo => ({
  exposedEvents: a,
  exposedOthers: b,
  unexposedEvents: c,
  unexposedOthers: d,
})
const one = table(12, 5, 6, 14)
const empty = table(0, 0, 4, 9)

test('a deviation below a half is not corrected away', () => {
  // R 4.2.2: mantelhaen.test(array(c(3, 4, 5, 5, 6, 5, 7, 7, 10, 8, 9, 8), c(2, 2, 3)))
  const { chi2, corrected } = cochranMantelHaenszel([table(3, 5, 4, 5), table(6, 7, 5, 7), table(10, 9, 8, 8)])
  expect(chi2).toBeCloseTo(0.00933809128390057, 12)
  expect(corrected).toBe(chi2)
})

test('one stratum alone is the plain table', () => {
  expect(mantelHaenszel([one]).estimate).toBeCloseTo(oddsRatio(one).estimate, 12)
  expect(stratifiedRiskDifference([one])).toBeCloseTo(12 / 17 - 6 / 20, 12)
  expect(exactStratifiedP([one])).toBeCloseTo(exactTest(hypergeometric(one), 12).twoSided, 12)
})

test('a stratum with an empty margin changes nothing and has no degree of freedom', () => {
  const other = table(9, 9, 5, 13)
  expect(mantelHaenszel([one, empty, other])).toEqual(mantelHaenszel([one, other]))
  expect(breslowDay([one, empty, other], 3).df).toBe(1)
  expect(informative([one, empty, other])).toHaveLength(2)
})

test('strata with the same odds ratio are homogeneous', () => {
  const { plain, tarone, p } = breslowDay([table(20, 10, 10, 20), table(8, 4, 4, 8)], 4)
  expect(plain).toBeCloseTo(0, 12)
  expect(tarone).toBeCloseTo(0, 12)
  expect(p).toBeCloseTo(1, 6)
})

test('pairs of one exposed and one unexposed give the ratio of discordant pairs', () => {
  // Breslow & Day 1980, 5.2: for 1:1 matching the Mantel-Haenszel estimate is n10 / n01.
  const pairs = [...Array(12).fill(table(1, 0, 0, 1)), ...Array(4).fill(table(0, 1, 1, 0)), ...Array(9).fill(table(1, 0, 1, 0))]
  expect(mantelHaenszel(pairs).estimate).toBeCloseTo(3, 12)
  // McNemar's chi-square without correction.
  expect(cochranMantelHaenszel(pairs).chi2).toBeCloseTo((12 - 4) ** 2 / 16, 12)
})

test('for a yes-or-no number the stratified score test is Cochran-Mantel-Haenszel', () => {
  const tables = [one, table(9, 9, 5, 13)]
  const rows = tables.flatMap((t, stratum) => [
    { x: 1, stratum, events: t.exposedEvents, totals: t.exposedEvents + t.exposedOthers },
    { x: 0, stratum, events: t.unexposedEvents, totals: t.unexposedEvents + t.unexposedOthers },
  ])
  const column = (name: 'x' | 'stratum' | 'events' | 'totals') => Float64Array.from(rows, (row) => row[name])
  const scored = { x: column('x'), stratum: column('stratum'), events: column('events'), totals: column('totals') }
  expect(stratifiedScore(scored)?.p).toBeCloseTo(cochranMantelHaenszel(tables).p, 12)
})

test('a row in no stratum changes nothing in the stratified score test', () => {
  const [x, stratum] = [Float64Array.of(1, 2, 4, 1, 3, 3), Float64Array.of(0, 0, 0, 1, 1, 1)]
  const [events, totals] = [Float64Array.of(2, 5, 4, 1, 6, 3), new Float64Array(6).fill(9)]
  const more = (column: Float64Array, value: number) => Float64Array.of(...column, value)
  const stray = { x: more(x, 7), stratum: more(stratum, Number.NaN), events: more(events, 8), totals: more(totals, 9) }
  expect(stratifiedScore(stray)).toEqual(stratifiedScore({ x, stratum, events, totals }))
})
