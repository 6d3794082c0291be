import { at } from '@/lib/statistics/numbers'
import type { Factor, Study } from './study'
import type { Note } from './warnings'

/**
 * Factors that are one and the same among the decided rows, whatever their levels are called: each is compared by itself,
 * but together they are one finding and not several. `told`: columns of which this is said already.
 */
export function sameNotes(study: Study, told: ReadonlySet<string | null>): Note[] {
  const { factors } = study
  return factors.flatMap((factor, index): Note[] => {
    const twin = factors.slice(0, index).find((earlier) => isSame(study, earlier, factor))
    return twin === undefined || told.has(factor.column)
      ? []
      : [{ key: 'same_as', column: factor.column, values: { other: twin.column } }]
  })
}

/** One value of the one goes with exactly one of the other, gaps with gaps, and there is more than one value. */
function isSame({ outcome }: Study, a: Factor, b: Factor): boolean {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()]
  const isMatched = a.values.every((value, row) => {
    if (Number.isNaN(at(outcome, row))) return true
    const other = at(b.values, row)
    if (!there.has(value)) there.set(value, other)
    if (!back.has(other)) back.set(other, value)
    return Object.is(there.get(value), other) && Object.is(back.get(other), value)
  })
  return isMatched && [...there.keys()].filter((value) => !Number.isNaN(value)).length > 1
}
