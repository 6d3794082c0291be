import { brier, calibration, deciles } from '@/lib/statistics/calibration'
import { discrimination, type Scored } from '@/lib/statistics/discrimination'
import { Z95 } from '@/lib/statistics/distributions'
import { predictions } from '@/lib/statistics/flic'
import type { Fit } from '@/lib/statistics/logistic'
import { range } from '@/lib/statistics/numbers'
import type { Sample } from '@/lib/statistics/sample'
import { entry, strung } from '@/lib/statistics/vectors'
import type { ModelResult } from './result'

type Quality = Pick<ModelResult, 'auc' | 'brier' | 'calibration' | 'deciles'>

/**
 * How well a model tells and how honest its probabilities are. `apparent` is on the rows it was fitted to and flatters;
 * what counts is out of sample: every row predicted by a model that has not seen it (cross-validation in folds dealt out
 * over the sorted rows of each outcome, so that nothing is random).
 */
export function qualityOf(fit: Fit): Quality {
  const { events, totals } = fit.sample
  const odds = fit.fitted.map((p) => Math.log(p / (1 - p)))
  const apparent = { scores: predictions({ odds, events, totals }, fit.estimator), events, totals }
  const outside = crossValidated(fit)
  const [area, areaOutside] = [discrimination(apparent), outside && discrimination(outside)]
  const inside = brier(apparent)
  const line = outside && calibration(outside)
  return {
    auc: area && {
      apparent: area.auc,
      delong: area.interval,
      outOfSample: areaOutside?.auc ?? null,
      outOfSampleDelong: areaOutside?.interval ?? null,
    },
    brier: { value: inside.value, null: inside.nothing, outOfSample: outside && brier(outside).value },
    calibration: line && { intercept: line.intercept, slope: line.slope, slopeInterval: interval(line.slope, line.slopeSe) },
    deciles: outside ? deciles(outside) : [],
  }
}

const folds = 10
const foldsOfMany = 5
const many = 20_000

/** Every row with the probability given by a model that has not seen it; null where a fold has no estimate (it separates). */
function crossValidated(fit: Fit): Scored | null {
  const parts = dealt(fit.sample, fit.sample.totals.length > many ? foldsOfMany : folds)
  const predicted = parts.map((held) => {
    const rest = { events: minus(fit.sample.events, held.events), totals: minus(fit.sample.totals, held.totals) }
    const odds = fit.refit(rest.events, rest.totals)
    return { held, scores: odds && predictions({ odds, ...rest }, fit.estimator) }
  })
  const whole = predicted.flatMap(({ held, scores }) => (scores ? [{ ...held, scores }] : []))
  if (whole.length < parts.length) return null
  const joined = (name: 'scores' | 'events' | 'totals') =>
    strung(whole.map((part) => part[name].filter((_, i) => entry(part.totals, i) > 0)))
  return { scores: joined('scores'), events: joined('events'), totals: joined('totals') }
}

/** Deals events and non-events out to the folds in turn. */
function dealt({ events, totals }: Sample, count: number) {
  return range(count).map((fold) => {
    const part = { events: new Float64Array(events.length), totals: new Float64Array(events.length) }
    let [event, other] = [0, 0]
    for (let i = 0; i < events.length; i++) {
      const nextEvent = event + entry(events, i)
      const nextOther = other + entry(totals, i) - entry(events, i)
      const hit = dealtUpTo(nextEvent, fold, count) - dealtUpTo(event, fold, count)
      part.events[i] = hit
      part.totals[i] = hit + dealtUpTo(nextOther, fold, count) - dealtUpTo(other, fold, count)
      event = nextEvent
      other = nextOther
    }
    return part
  })
}

/** How many of the first rows fall to one fold. */
function dealtUpTo(rows: number, fold: number, folds: number): number {
  return Math.floor((rows - fold + folds - 1) / folds)
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - entry(b, i))
}

function interval(slope: number | null, se: number | null): [number, number] | null {
  return slope === null || se === null ? null : [slope - Z95 * se, slope + Z95 * se]
}
