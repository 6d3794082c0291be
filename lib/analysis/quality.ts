import { brier, calibration, deciles } from '@/lib/statistics/calibration'
import { discrimination } from '@/lib/statistics/discrimination'
import { predictions } from '@/lib/statistics/flic'
import { type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { at, range } from '@/lib/statistics/numbers'
import { eventsIn, type Sample } from '@/lib/statistics/sample'
import { predicted } from './model'
import type { ModelResult } from './result'

type Quality = Pick<ModelResult, 'auc' | 'brier' | 'calibration' | 'deciles'>

/**
 * How well a model tells and how honest its probabilities are. `apparent` is on the rows it was fitted to and flatters;
 * what counts is out of sample: every row predicted by a model that has not seen it (cross-validation in folds dealt out
 * over the sorted rows of each outcome, so that nothing is random).
 */
export function qualityOf(fit: Fit): Quality {
  const apparent = predicted(fit.sample, predictions(fit))
  const outside = crossValidated(fit)
  const area = areaOf(apparent)
  const inside = brier(apparent)
  const line = outside && calibration(outside)
  return {
    auc: area && { apparent: area.auc, delong: area.interval, outOfSample: outside && (areaOf(outside)?.auc ?? null) },
    brier: { value: inside.value, null: inside.nothing, outOfSample: outside && brier(outside).value },
    calibration: line && { intercept: line.intercept, slope: line.slope, slopeInterval: interval(line.slope, line.slopeSe) },
    deciles: outside ? deciles(outside) : [],
  }
}

type Predicted = ReturnType<typeof predicted>

const folds = 10
const foldsOfMany = 5
const many = 20_000

function crossValidated(fit: Fit): Predicted | null {
  const count = fit.sample.totals.length > many ? foldsOfMany : folds
  const outside: Predicted = []
  const parts = dealt(fit.sample, count)
  for (const held of parts) {
    const rest = { ...fit.sample, events: minus(fit.sample.events, held.events), totals: minus(fit.sample.totals, held.totals) }
    const trained = train({ ...rest, used: fit.sample.used - held.size }, fit)
    if (!trained) return null
    held.totals.forEach((n, i) => {
      if (n > 0) outside.push({ probability: at(trained, i), events: at(held.events, i), n })
    })
  }
  return outside
}

function train(rest: Sample, { estimator }: Fit): Float64Array | null {
  const events = eventsIn(rest)
  if (events === 0 || events === rest.used) return null
  const plain = fitLogistic(rest, estimator)
  // A fold may separate what the whole did not.
  const trained = plain.converged ? plain : fitLogistic(rest, 'firth')
  return predictions(trained)
}

/** Deals events and non-events out to the folds in turn. */
function dealt({ events, totals }: Sample, count: number) {
  const parts = range(count).map(() => ({
    events: new Float64Array(events.length),
    totals: new Float64Array(events.length),
    size: 0,
  }))
  let [event, other] = [0, 0]
  events.forEach((yes, i) => {
    parts.forEach((part, fold) => {
      const [hit, miss] = [share(event, yes, { fold, count }), share(other, at(totals, i) - yes, { fold, count })]
      part.events[i] = hit
      part.totals[i] = hit + miss
      part.size += hit + miss
    })
    event += yes
    other += at(totals, i) - yes
  })
  return parts
}

/** How many of `n` rows, numbered on from `start`, fall to one fold. */
function share(start: number, n: number, { fold, count }: { fold: number; count: number }): number {
  const upTo = (end: number) => Math.floor((end - fold + count - 1) / count)
  return upTo(start + n) - upTo(start)
}

function areaOf(rows: Predicted) {
  return discrimination(rows.map(({ probability, events, n }) => ({ score: probability, events, others: n - events })))
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - at(b, i))
}

function interval(slope: number | null, se: number | null): [number, number] | null {
  return slope === null || se === null ? null : [slope - 1.959964 * se, slope + 1.959964 * se]
}
