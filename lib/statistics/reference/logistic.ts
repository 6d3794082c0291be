import { z } from 'zod'
import { brier } from '../calibration'
import { clusterRobust } from '../cluster-robust'
import { discrimination, type Scored } from '../discrimination'
import { chiSquareUpper, normalTwoSided, Z95 } from '../distributions'
import { type Fit, fitLogistic } from '../logistic'
import { at, range, sum } from '../numbers'
import { eventsIn, type Sample, sample, type Variable } from '../sample'
import { separation } from '../separation'
import { cell, eventIn, level, levelsOf, numberIn, outcome, type Row, says } from './fields'

const fullTerm = z.object({
  name: z.string(),
  type: z
    .string()
    .transform((word) => (/^(num|cont|int|linear)/i.test(word) ? 'numeric' : 'factor'))
    .optional(),
  levels: z.array(level).nullish(),
  reference: level.nullish(),
})
/** A term by its name alone is a number where all its cells are, as in R. */
const term = z.union([z.string().transform((name): z.output<typeof fullTerm> => ({ name })), fullTerm])
const modelSpec = z.object({ ...outcome, terms: z.array(term) })

export function maximumLikelihood(given: unknown, rows: readonly Row[]) {
  const fit = fitLogistic(sampleOf(modelSpec.parse(given), rows), 'ml')
  const columns = range(fit.sample.names.length)
  const limits = columns.map((column) => fit.limits(column))
  const everything = fit.testTogether(columns.slice(1))
  const z = columns.map((column) => at(fit.coefficients, column) / at(fit.se, column))
  const area = discrimination(scored(fit))
  return {
    ...described(fit),
    estimator: 'maximum likelihood (Newton to 1e-10 in the coefficients)',
    z: known(z),
    wald_p: known(z.map(normalTwoSided)),
    wald_or_lower: known(columns.map((column) => Math.exp(at(fit.coefficients, column) - Z95 * at(fit.se, column)))),
    wald_or_upper: known(columns.map((column) => Math.exp(at(fit.coefficients, column) + Z95 * at(fit.se, column)))),
    se: known(fit.se),
    loglik: fit.logLikelihood,
    null_loglik: everything.logLikelihood,
    deviance: -2 * fit.logLikelihood,
    null_deviance: -2 * everything.logLikelihood,
    aic: 2 * fit.live.length - 2 * fit.logLikelihood,
    lr_chi2: everything.chi2,
    lr_df: everything.df,
    lr_p: everything.p,
    profile_coef_lower: limits.map((interval) => interval?.[0] ?? null),
    profile_coef_upper: limits.map((interval) => interval?.[1] ?? null),
    lr_p_each: known(columns.map((column) => chiSquareUpper(fit.test(column), 1))),
    term_lr: fit.sample.terms.map(({ name, columns: own }) => {
      const { df, chi2, p } = fit.testTogether(own)
      return { term: name, df, lr_chi2: chi2, p }
    }),
    auc: area?.auc ?? null,
    auc_delong_se: area?.se ?? null,
    auc_delong_ci: area?.interval ?? null,
    ...accuracy(fit),
    calibration_in_the_large: predictedMinusEvents(fit),
  }
}

export function firth(given: unknown, rows: readonly Row[]) {
  const fit = fitLogistic(sampleOf(modelSpec.parse(given), rows), 'firth')
  const columns = range(fit.sample.names.length)
  const limits = columns.map((column) => fit.limits(column))
  const falls = columns.map((column) => fit.test(column))
  const everything = fit.testTogether(columns.slice(1))
  return {
    ...described(fit),
    estimator: "Firth's penalised likelihood (Jeffreys prior), to 1e-10 in the coefficients",
    se_wald: known(fit.se),
    ppl_coef_lower: limits.map((interval) => interval?.[0] ?? null),
    ppl_coef_upper: limits.map((interval) => interval?.[1] ?? null),
    ppl_chi2: known(falls),
    ppl_p: known(falls.map((fall) => chiSquareUpper(fall, 1))),
    penalised_loglik: fit.logLikelihood,
    null_penalised_loglik_full_information: everything.logLikelihood,
    plr_global_chi2: everything.chi2,
    plr_global_df: everything.df,
    plr_global_p: everything.p,
    auc: discrimination(scored(fit))?.auc ?? null,
    brier: accuracy(fit).brier,
    sum_predicted_minus_events: predictedMinusEvents(fit),
  }
}

export function separated(given: unknown, rows: readonly Row[]) {
  const { kind, columns } = separation(sampleOf(modelSpec.parse(given), rows))
  const directions = columns.map(({ sign }) => (sign > 0 ? '+Infinity' : '-Infinity'))
  const [first] = directions
  return {
    separated_terms: columns.map(({ name }) => name),
    direction: first === undefined ? null : directions.every((direction) => direction === first) ? first : directions,
    type: kind,
  }
}

const clusterSpec = modelSpec.extend({ cluster: z.string() })

export function clustered(given: unknown, rows: readonly Row[]) {
  const spec = clusterSpec.parse(given)
  const names = levelsOf(rows, spec.cluster)
  const codes = Float64Array.from(rows, (row) => indexOf(names, cell(row, spec.cluster)))
  const grouped = sampleOf(spec, rows, [codes])
  const fit = fitLogistic(grouped, 'ml')
  const robust = clusterRobust(fit, (pattern) => at(codes, at(grouped.example, pattern)))
  return {
    coef: known(fit.coefficients),
    se_naive: known(fit.se),
    se_cluster: known(robust.se),
    clusters: robust.clusters,
    rows: grouped.used,
    coef_names: grouped.names,
  }
}

function sampleOf(spec: z.infer<typeof modelSpec>, rows: readonly Row[], apart: Float64Array[] = []): Sample {
  const happened = Float64Array.from(rows, (row) => eventIn(row, spec) ?? Number.NaN)
  return sample(
    happened,
    spec.terms.map((one) => variableOf(one, rows)),
    { apart },
  )
}

const typeIn = (rows: readonly Row[], name: string, levels: readonly string[] | null | undefined) => {
  const isNumber = rows.every((row) => cell(row, name) === null || numberIn(row, name) !== null)
  return isNumber && !levels ? 'numeric' : 'factor'
}

function variableOf({ name, type, levels, reference }: z.output<typeof term>, rows: readonly Row[]): Variable {
  if ((type ?? typeIn(rows, name, levels)) === 'numeric')
    return { name, values: Float64Array.from(rows, (row) => numberIn(row, name) ?? Number.NaN) }
  const known = levels ?? levelsOf(rows, name)
  const first = reference ?? known[0] ?? ''
  const ordered = [first, ...known.filter((one) => !says(one, first))]
  return { name, levels: ordered, values: Float64Array.from(rows, (row) => indexOf(ordered, cell(row, name))) }
}

function indexOf(levels: string[], text: string | null): number {
  const index = text === null ? -1 : levels.findIndex((one) => says(text, one))
  return index < 0 ? Number.NaN : index
}

function described(fit: Fit) {
  const events = eventsIn(fit.sample)
  const others = fit.sample.used - events
  const slopes = fit.live.length - 1
  return {
    n_rows: fit.sample.rows,
    n_used: fit.sample.used,
    n_dropped_missing: fit.sample.rows - fit.sample.used,
    events,
    non_events: others,
    parameters: fit.live.length,
    events_per_parameter_excl_intercept: Math.min(events, others) / slopes,
    coef_names: fit.sample.names,
    coef: known(fit.coefficients),
    odds_ratio: known(fit.coefficients.map(Math.exp)),
  }
}

/** A column that only repeats others has no coefficient, and nothing that follows from one. */
function known(values: ArrayLike<number>): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value))
}

function scored({ sample: { events, totals }, fitted }: Fit): Scored {
  return { scores: fitted, events, totals }
}

function accuracy(fit: Fit) {
  const { value, nothing, scaled } = brier(scored(fit))
  return { brier: value, brier_null: nothing, brier_scaled: scaled }
}

function predictedMinusEvents({ sample: { events, totals }, fitted }: Fit): number {
  return sum([...fitted].map((probability, i) => at(totals, i) * probability - at(events, i)))
}
