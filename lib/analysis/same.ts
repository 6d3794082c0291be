import { at } from '@/lib/statistics/numbers'
import { type Column, picked } from '@/lib/statistics/vectors'
import type { Factor, Study } from './study'
import type { Note } from './warnings'

/**
 * Factors that are one and the same among the decided rows, whatever their levels are called: each is compared by itself,
 * but together they are one finding and not several. `told`: columns of which this is said already.
 */
export function sameNotes(study: Study, told: ReadonlySet<string | null>): Note[] {
  const decided = decidedRows(study)
  const looks = study.factors.map((factor) => lookAt(factor, decided))
  return looks.flatMap((look, index): Note[] => {
    const twin = looks.slice(0, index).find((earlier) => isSame(decided, earlier, look))
    const { column } = look.factor
    return twin === undefined || told.has(column) ? [] : [{ key: 'same_as', column, values: { other: twin.factor.column } }]
  })
}

/** A factor as its first decided rows show it: few factors that differ agree in all of these. `varies`: it has several values. */
type Look = { factor: Factor; head: Column; varies: boolean }

const headRows = 1000

function lookAt(factor: Factor, decided: Uint32Array): Look {
  const { values } = factor
  const head = picked(values, decided.subarray(0, headRows))
  const known = decided.find((row) => !Number.isNaN(values[row] ?? 0))
  const first = known === undefined ? Number.NaN : at(values, known)
  const isOther = (value: number) => !Number.isNaN(value) && value !== first
  const varies = decided.some((row) => isOther(values[row] ?? Number.NaN))
  return { factor, head, varies }
}

const isSame = (decided: Uint32Array, a: Look, b: Look) =>
  a.varies && isMatched(a.head, b.head) && isMatched(picked(a.factor.values, decided), picked(b.factor.values, decided))

/** One value of the one goes with exactly one of the other, gaps with gaps. */
function isMatched(a: Column, b: Column): boolean {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()]
  return a.every((value, row) => {
    const other = at(b, row)
    if (!there.has(value)) there.set(value, other)
    if (!back.has(other)) back.set(other, value)
    return Object.is(there.get(value), other) && Object.is(back.get(other), value)
  })
}

function decidedRows({ outcome }: Study): Uint32Array {
  const rows = new Uint32Array(outcome.length)
  let count = 0
  for (let row = 0; row < rows.length; row++) if (!Number.isNaN(outcome[row] ?? 0)) rows[count++] = row
  return rows.subarray(0, count)
}
