import { z } from 'zod'
import { brier, calibration, deciles, hosmerLemeshow } from '../calibration'
import { discrimination } from '../discrimination'
import { sum } from '../numbers'
import { eventIn, numberIn, outcome, type Row } from './fields'

const rocSpec = z.object({ ...outcome, score: z.string() })

export function roc(given: unknown, rows: readonly Row[]) {
  const spec = rocSpec.parse(given)
  const area = discrimination(
    known(spec, rows, spec.score).map(({ value, event }) => ({ score: value, events: event, others: 1 - event })),
  )
  return { auc: area?.auc ?? null, delong_se: area?.se ?? null, delong_ci: area?.interval ?? null }
}

const calibrationSpec = z.object({ ...outcome, probability: z.string() })

export function calibrationOf(given: unknown, rows: readonly Row[]) {
  const spec = calibrationSpec.parse(given)
  const predicted = known(spec, rows, spec.probability).map(({ value, event }) => ({ probability: value, events: event, n: 1 }))
  const events = sum(predicted.map((row) => row.events))
  const expected = sum(predicted.map((row) => row.probability))
  const [{ value, nothing }, line, groups] = [brier(predicted), calibration(predicted), deciles(predicted)]
  const area = discrimination(predicted.map((row) => ({ score: row.probability, events: row.events, others: 1 - row.events })))
  const fit = hosmerLemeshow(groups)
  return {
    n: predicted.length,
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

function known(spec: { outcome: string; event_level: string }, rows: readonly Row[], column: string) {
  return rows.flatMap((row) => {
    const [value, event] = [numberIn(row, column), eventIn(row, spec)]
    return value === null || event === null ? [] : [{ value, event }]
  })
}
