import { z } from 'zod'
import { brier, calibration, deciles, hosmerLemeshow } from '../calibration'
import { discrimination, type Scored } from '../discrimination'
import { sum } from '../numbers'
import { eventIn, numberIn, outcome, type Row } from './fields'

const rocSpec = z.object({ ...outcome, score: z.string() })

export function roc(given: unknown, rows: readonly Row[]) {
  const spec = rocSpec.parse(given)
  const area = discrimination(known(spec, rows, spec.score))
  return { auc: area?.auc ?? null, delong_se: area?.se ?? null, delong_ci: area?.interval ?? null }
}

const calibrationSpec = z.object({ ...outcome, probability: z.string() })

export function calibrationOf(given: unknown, rows: readonly Row[]) {
  const spec = calibrationSpec.parse(given)
  const predicted = known(spec, rows, spec.probability)
  const [events, expected] = [sum(predicted.events), sum(predicted.scores)]
  const [{ value, nothing }, line, groups] = [brier(predicted), calibration(predicted), deciles(predicted)]
  const area = discrimination(predicted)
  const fit = hosmerLemeshow(groups)
  return {
    n: predicted.scores.length,
    events,
    brier: value,
    brier_null: nothing,
    expected_events: expected,
    observed_expected_ratio: events / expected,
    calibration_intercept: line.intercept,
    calibration_intercept_se: line.interceptSe,
    calibration_slope: line.slope,
    calibration_slope_se: line.slopeSe,
    auc: area?.auc ?? null,
    auc_delong_ci: area?.interval ?? null,
    decile_n: groups.map((group) => group.n),
    decile_observed: groups.map((group) => group.observed),
    decile_expected: groups.map((group) => group.expected),
    hosmer_lemeshow_chi2: fit.chi2,
    hosmer_lemeshow_p_df_groups: fit.p,
  }
}

function known(spec: { outcome: string; event_level: string }, rows: readonly Row[], column: string): Scored {
  const complete = rows.flatMap((row) => {
    const [value, event] = [numberIn(row, column), eventIn(row, spec)]
    return value === null || event === null ? [] : [{ value, event }]
  })
  return {
    scores: Float64Array.from(complete, ({ value }) => value),
    events: Float64Array.from(complete, ({ event }) => event),
    totals: new Float64Array(complete.length).fill(1),
  }
}
