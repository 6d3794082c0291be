import { range } from '@/lib/statistics/numbers'
import type { Variable } from '@/lib/statistics/sample'
import type { Coded, Factor } from './study'

/** A factor as a variable of a model: numbers as they are, levels with the reference first. */
export function variableOf(factor: Factor, reference: string | null): Variable {
  return factor.type === 'number' ? { name: factor.column, values: factor.values } : levelled(factor, reference)
}

/** Levels as a variable of a model; the first level is the reference unless another is named. */
function levelled({ column, levels, codes }: Coded, reference: string | null = null): Variable {
  const first = Math.max(0, reference === null ? 0 : levels.indexOf(reference))
  const order = [first, ...range(levels.length).filter((index) => index !== first)]
  const place = new Map(order.map((index, position) => [index, position]))
  return {
    name: column,
    levels: order.map((index) => levels[index] ?? ''),
    values: codes.map((code) => place.get(code) ?? Number.NaN),
  }
}
