import { type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { type Sample, sample } from '@/lib/statistics/sample'
import type { Factor, Study } from './study'

/** The decided rows of a numeric factor, grouped by value, and the model of it alone. */
export type Alone = { grouped: Sample; fit: () => Fit }

/** Asked for by the crude figures, the adjusted ones and the clusters: grouped and fitted once for all of them. */
export function aloneOf({ outcome, counts }: Study, { column, values }: Factor): Alone {
  const alone = known.get(values) ?? lazily(sample(outcome, [{ name: column, values }], { counts }))
  known.set(values, alone)
  return alone
}

/** By the values of the factor, which are of one study only. */
const known = new WeakMap<Float64Array, Alone>()

function lazily(grouped: Sample): Alone {
  let fit: Fit | undefined
  return {
    grouped,
    fit: () => {
      fit ??= fitLogistic(grouped, 'ml')
      return fit
    },
  }
}
