import { cholesky, logDeterminant, type Matrix, without } from '@/lib/statistics/cholesky'
import type { Fit } from '@/lib/statistics/logistic'
import { at, range } from '@/lib/statistics/numbers'
import type { Sample } from '@/lib/statistics/sample'
import { centred, crossProducts } from '@/lib/statistics/scaling'
import { rules } from './rules'

/**
 * Terms that a model cannot tell apart from the others: with columns that are combinations of others, or with a
 * generalised variance inflation factor above the limit (Fox & Monette 1992 JASA 87:178; per degree of freedom).
 */
export function collinearTerms({ sample, live, aliased }: Fit): string[] {
  const columns = live.map((j) => sample.columns[j] ?? sample.totals)
  const gram = crossProducts(centred(columns, sample.totals).columns, sample.totals)
  const correlation = without(gram, new Set([0])).map((row) => row.map((value) => value / sample.used))
  return sample.terms
    .filter(({ columns: own }) => {
      if (own.some((j) => aliased.includes(sample.names[j] ?? '') && isSeen(sample, j))) return true
      const spots = new Set(own.map((j) => live.indexOf(j) - 1))
      return inflation(correlation, spots) > rules.inflation
    })
    .map(({ name }) => name)
}

/** Whether any row has it: a level that only undecided rows have, or none, is a combination of nothing. */
const isSeen = ({ columns, totals }: Sample, j: number) =>
  (columns[j] ?? totals).some((value, i) => value !== 0 && at(totals, i) > 0)

function inflation(correlation: Matrix, own: ReadonlySet<number>): number {
  const others = new Set(range(correlation.length).filter((j) => !own.has(j)))
  if (own.size === 0 || others.size === 0) return 1
  const log = logOf(without(correlation, others)) + logOf(without(correlation, own)) - logOf(correlation)
  return Math.exp(log / own.size)
}

function logOf(matrix: Matrix): number {
  const factored = cholesky(matrix)
  return 'lower' in factored ? logDeterminant(factored.lower) : Number.NEGATIVE_INFINITY
}

/** The names of terms by one of their columns. */
export function termOf({ sample }: Fit, columnName: string): string {
  return sample.terms.find(({ columns }) => columns.some((j) => sample.names[at([j], 0)] === columnName))?.name ?? columnName
}
