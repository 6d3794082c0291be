import { z } from 'zod'
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from '../multiplicity'
import { at, type Interval } from '../numbers'
import { agrestiCoull, clopperPearson, newcombe, wald, waldDifference, wilson } from '../proportions'
import { cell, type Row } from './fields'

const count = z.union([z.number().transform((one) => [one]), z.array(z.number())])
const proportionSpec = z.object({ x: count, n: count })

export function proportions(given: unknown) {
  const { x, n } = proportionSpec.parse(given)
  const limits = (interval: (events: number, n: number) => Interval) => x.map((events, index) => interval(events, at(n, index)))
  return {
    x,
    n,
    estimate: x.map((events, index) => events / at(n, index)),
    ...ends('wilson', limits(wilson)),
    ...ends('clopper_pearson', limits(clopperPearson)),
    ...ends('agresti_coull', limits(agrestiCoull)),
    ...ends('wald', limits(wald)),
  }
}

const differenceSpec = z.object({ x1: count, n1: count, x2: count, n2: count })

export function proportionDifferences(given: unknown) {
  const { x1, n1, x2, n2 } = differenceSpec.parse(given)
  const pairs = x1.map((events, index) => ({
    first: { events, n: at(n1, index) },
    second: { events: at(x2, index), n: at(n2, index) },
  }))
  return {
    x1,
    n1,
    x2,
    n2,
    difference: pairs.map(({ first, second }) => first.events / first.n - second.events / second.n),
    ...ends(
      'newcombe10',
      pairs.map(({ first, second }) => newcombe(first, second)),
    ),
    ...ends(
      'wald',
      pairs.map(({ first, second }) => waldDifference(first, second)),
    ),
  }
}

const adjustSpec = z.object({ p: z.array(z.number().nullable()), labels: z.array(z.string()).optional() })

export function adjustedP(given: unknown) {
  const { p } = adjustSpec.parse(given)
  const [bh, plain] = [benjaminiHochberg(p), bonferroni(p)]
  const rejected = (values: (number | null)[]) => values.filter((value) => value !== null && value <= 0.05).length
  return {
    bh,
    holm: holm(p),
    bonferroni: plain,
    by: benjaminiYekutieli(p),
    rejected_bh_005: rejected(bh),
    rejected_bonferroni_005: rejected(plain),
  }
}

const missingSpec = z.object({ columns: z.array(z.string()) })

export function missing(given: unknown, rows: readonly Row[]) {
  const { columns } = missingSpec.parse(given)
  return {
    rows: rows.length,
    missing: Object.fromEntries(columns.map((column) => [column, rows.filter((row) => cell(row, column) === null).length])),
    complete_rows: rows.filter((row) => columns.every((column) => cell(row, column) !== null)).length,
  }
}

function ends(name: string, intervals: Interval[]) {
  return { [`${name}_lower`]: intervals.map(([lower]) => lower), [`${name}_upper`]: intervals.map(([, upper]) => upper) }
}
