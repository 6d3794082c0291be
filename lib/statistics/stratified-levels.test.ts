import { describe, expect, test } from 'vitest'
import { cochranMantelHaenszel } from './stratified'
import { stratifiedLevels } from './stratified-levels'

/** Cells as [level, stratum, events, n]. */
const rows = (cells: readonly (readonly [number, number, number, number])[]) => ({
  x: Float64Array.from(cells, ([level]) => level),
  stratum: Float64Array.from(cells, ([, stratum]) => stratum),
  events: Float64Array.from(cells, ([, , events]) => events),
  totals: Float64Array.from(cells, ([, , , n]) => n),
})

/** UCB admissions (Bickel, Hammel & O'Connell 1975): department, sex (0: men), admitted, applicants. */
const ucb = [
  ...([
    [0, 0, 512, 825],
    [1, 0, 353, 560],
    [2, 0, 120, 325],
    [3, 0, 138, 417],
    [4, 0, 53, 191],
    [5, 0, 22, 373],
  ] as const),
  ...([
    [0, 1, 89, 108],
    [1, 1, 17, 25],
    [2, 1, 202, 593],
    [3, 1, 131, 375],
    [4, 1, 94, 393],
    [5, 1, 24, 341],
  ] as const),
]

describe('levels within strata', () => {
  test('departments differ whatever the sex: the figure of mantelhaen.test in R', () => {
    const test = stratifiedLevels(rows(ucb))
    expect(test?.df).toBe(5)
    expect(test?.chi2).toBeCloseTo(684.222591040878, 8)
  })

  test('two levels give the Cochran-Mantel-Haenszel test', () => {
    const cells = [
      [0, 0, 512, 825],
      [1, 0, 89, 108],
      [0, 1, 353, 560],
      [1, 1, 17, 25],
    ] as const
    const tables = [
      { exposedEvents: 512, exposedOthers: 313, unexposedEvents: 89, unexposedOthers: 19 },
      { exposedEvents: 353, exposedOthers: 207, unexposedEvents: 17, unexposedOthers: 8 },
    ]
    const [levels, cmh] = [stratifiedLevels(rows(cells)), cochranMantelHaenszel(tables)]
    expect(levels?.chi2).toBeCloseTo(cmh.chi2, 10)
    expect(levels?.p).toBeCloseTo(cmh.p, 12)
  })

  test('levels that never meet in a stratum are not compared, and lose a degree of freedom', () => {
    const apart = stratifiedLevels(
      rows([
        [0, 0, 5, 10],
        [1, 0, 2, 10],
        [2, 1, 7, 10],
        [3, 1, 3, 10],
      ]),
    )
    const [one, other] = [
      stratifiedLevels(
        rows([
          [0, 0, 5, 10],
          [1, 0, 2, 10],
        ]),
      ),
      stratifiedLevels(
        rows([
          [0, 1, 7, 10],
          [1, 1, 3, 10],
        ]),
      ),
    ]
    expect(apart?.df).toBe(2)
    expect(apart?.chi2).toBeCloseTo((one?.chi2 ?? 0) + (other?.chi2 ?? 0), 10)
  })

  test('a level that stands alone in its strata says nothing', () => {
    expect(
      stratifiedLevels(
        rows([
          [0, 0, 5, 10],
          [1, 1, 2, 10],
        ]),
      ),
    ).toBeNull()
  })
})
