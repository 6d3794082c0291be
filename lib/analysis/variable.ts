import { range } from '@/lib/statistics/numbers'
import type { Variable } from '@/lib/statistics/sample'
import type { Column } from '@/lib/statistics/vectors'
import type { Coded, Factor } from './study'

/** A factor as a variable of a model: numbers as they are, levels with the reference first. */
export function variableOf(factor: Factor, reference: string | null): Variable {
  if (factor.type === 'number') return { name: factor.column, values: factor.values }
  const { levels, values } = levelled(factor, reference)
  return { name: factor.column, levels, values: values() }
}

/** The same, whose values are made anew each time: those of a million rows are not kept for every factor. */
export function leanVariableOf(factor: Factor, reference: string | null): Variable {
  const { levels, values } = levelled(factor, reference)
  return {
    name: factor.column,
    levels,
    get values() {
      return values()
    },
  }
}

/** The first level is the reference unless another is named. */
function levelled(coded: Coded, reference: string | null) {
  const { levels } = coded
  const first = Math.max(0, reference === null ? 0 : levels.indexOf(reference))
  const order = [first, ...range(levels.length).filter((index) => index !== first)]
  const place = levels.map((_, index) => order.indexOf(index))
  return { levels: order.map((index) => levels[index] ?? ''), values: () => placed(coded.codes, place) }
}

function placed(codes: Column, place: readonly number[]): Column {
  const [values, found] = [new Float64Array(codes.length), Float64Array.from(place)]
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] ?? Number.NaN
    values[row] = code >= 0 ? (found[code] ?? Number.NaN) : Number.NaN
  }
  return values
}
