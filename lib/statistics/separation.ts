import { type Fit, fitLogistic } from './logistic'
import { at } from './numbers'
import { eventsIn, type Sample } from './sample'
import { centred } from './scaling'
import { type Column, linear } from './vectors'

/**
 * Whether a combination of columns tells events from non-events for some rows (quasi-complete) or all (complete), so
 * that no maximum likelihood estimate exists (Albert & Anderson 1984 Biometrika 71:1). `columns` are those whose
 * coefficients run away, with the sign of their infinity.
 */
export type Separation = { kind: 'none' | 'quasi-complete' | 'complete'; columns: { name: string; sign: -1 | 1 }[] }

/**
 * Follows Newton's method for a while. Where an estimate exists it comes to rest. Where none exists every step carries
 * the separated rows about one further in log odds and leaves the others where they are: that step is the direction of
 * recession (Konis 2007), and is checked against every row before anything is said.
 */
export function separation(sample: Sample, fit: Fit = fitLogistic(sample, 'ml')): Separation {
  const events = eventsIn(sample)
  if (fit.converged || events === 0 || events === sample.used) return none
  const columns = fit.live.map((j) => sample.columns[j] ?? sample.totals)
  const step = fit.summit.step
  const moves = linear(centred(columns, sample.totals).columns, step, new Float64Array(sample.totals.length))
  const verdicts = moves.map((move, i) => verdict(move, at(sample.events, i), at(sample.totals, i)))
  if (verdicts.includes(against)) return none
  return { kind: verdicts.includes(still) ? 'quasi-complete' : 'complete', columns: runaways(fit, step) }
}

const none: Separation = { kind: 'none', columns: [] }
const [against, still, along] = [-1, 0, 1]

/** Whether a pattern goes along with the step, stays, or speaks against it (mixed outcomes or the wrong way). */
function verdict(move: number, events: number, total: number): number {
  if (Math.abs(move) < 0.05) return still
  return (events === total && move > 0) || (events === 0 && move < 0) ? along : against
}

function runaways(fit: Fit, step: Column) {
  return fit.live.flatMap((column, j) => {
    const name = fit.sample.names[column]
    const runs = column > 0 && name !== undefined && Math.abs(at(step, j)) > 1e-3
    return runs ? [{ name, sign: at(step, j) > 0 ? (1 as const) : (-1 as const) }] : []
  })
}
