import { cholesky, inverse, type Matrix } from './cholesky'
import { climb, type Summit } from './climb'
import { chiSquareUpper } from './distributions'
import { at, type Interval, range } from './numbers'
import { type Profile, profile } from './profile'
import { eventsIn, type Sample } from './sample'
import { centred, covarianceToOriginal, independent, type Scaled, toOriginal, toScaled, uncentred } from './scaling'
import { likelihood, logistic, type Problem, penalised, probabilities, type Surface } from './surface'
import { type Column, linear } from './vectors'

/** Maximum likelihood, or Firth's penalised likelihood. */
export type Estimator = 'ml' | 'firth'

/**
 * The coefficients of a model. Arrays run over `names`; NaN for columns that are combinations of earlier ones, which are not in
 * `live`. `se` comes from the expected information.
 */
export type Estimated = {
  names: readonly string[]
  live: readonly number[]
  coefficients: Column
  se: Column
  /** Of the coefficients in `live`. */
  covariance: Matrix
}

/**
 * A fitted logistic regression. Columns that are combinations of earlier ones have no limits and are named in `aliased`. Where the
 * climb came to no rest (`converged` false: separated data) there are no limits and tests.
 */
export type Fit = Estimated & {
  sample: Sample
  estimator: Estimator
  /** Log-likelihood of single rows; for Firth with the penalty, on the scale of the original columns. */
  logLikelihood: number
  fitted: Column
  aliased: string[]
  converged: boolean
  /** 95 % profile limits of a coefficient, by root. */
  limits: (column: number) => Interval | null
  /** Likelihood ratio chi-square (1 df) of a coefficient being 0. */
  test: (column: number) => number
  /** The likelihood ratio test of several columns at once (a term, or everything). */
  testTogether: (columns: readonly number[]) => { chi2: number; df: number; p: number; logLikelihood: number }
  /** The same columns fitted to other counts of the same patterns, from here on: log odds, null if it comes to no rest. */
  refit: (events: Column, totals: Column) => Column | null
  /** Where the climb ended, on standardised columns, for the separation check. */
  summit: Summit
}

/** Fits by Newton's method (McCullagh & Nelder 1989, 4.4) on standardised columns to 1e-10 in the coefficients. */
export function fitLogistic(sample: Sample, estimator: Estimator): Fit {
  const frame = frameOf(sample, estimator)
  const { live, scaled } = frame
  const summit = climb(frame.surface(scaled), startAt(sample, live.length), { rounds: patience[estimator] })
  const original = toOriginal(scaled, summit.point.coefficients)
  const covariance = covarianceToOriginal(scaled, covarianceOf(summit.point.information()))
  const variances = Float64Array.from(covariance, (row, j) => at(row, j))
  return {
    names: sample.names,
    sample,
    estimator,
    coefficients: spread(sample, live, original),
    se: spread(sample, live, variances).map(Math.sqrt),
    covariance,
    logLikelihood: summit.point.value + frame.shift,
    fitted: probabilities(frame.problem(scaled), summit.point.coefficients),
    aliased: sample.names.filter((_, j) => !live.includes(j)),
    converged: summit.converged,
    summit,
    live,
    ...inference(frame, summit, original),
    refit: (events, totals) => refitted(estimator, { scaled, events, totals, start: summit.point.coefficients }),
  }
}

/** A fit looked at in other rows with the same columns: those of single clusters, say. */
export function seenIn(fit: Fit, sample: Sample): Fit {
  const known = fit.coefficients.map((b) => (Number.isNaN(b) ? 0 : b))
  return { ...fit, sample, fitted: linear(sample.columns, known, new Float64Array(sample.totals.length)).map(logistic) }
}

const surfaces: Record<Estimator, (problem: Problem) => Surface> = { ml: likelihood, firth: penalised }

/** Newton needs ten or so; one that runs on climbs a ridge without a top (see separation.ts). Firth's steps are shorter. */
const patience: Record<Estimator, number> = { ml: 30, firth: 200 }

/** A sample made ready: its independent columns, standardised, and the surface to climb in given coordinates. */
type Frame = {
  live: readonly number[]
  columns: readonly Column[]
  scaled: Scaled
  problem: (scaled: Scaled) => Problem
  surface: (scaled: Scaled) => Surface
  /** What the penalty changes by between standardised and original columns. */
  shift: number
}

function frameOf(sample: Sample, estimator: Estimator): Frame {
  const all = centred(sample.columns, sample.totals)
  const live = independent(all, sample.totals)
  const columns = live.map((j) => sample.columns[j] ?? sample.totals)
  const scaled = live.length === sample.columns.length ? all : centred(columns, sample.totals)
  const offset = new Float64Array(sample.totals.length)
  const problem = (coordinates: Scaled) => ({
    columns: coordinates.columns,
    events: sample.events,
    totals: sample.totals,
    offset,
  })
  const shift = estimator === 'firth' ? scaled.sds.reduce((total, sd) => total + Math.log(sd), 0) : 0
  return { live, columns, scaled, problem, surface: (coordinates) => surfaces[estimator](problem(coordinates)), shift }
}

/** Limits and tests, each worked out when first asked for. */
function inference(frame: Frame, summit: Summit, original: Column): Pick<Fit, 'limits' | 'test' | 'testTogether'> {
  const spot = (column: number) => frame.live.indexOf(column)
  const surface = frame.surface(frame.scaled)
  const ridge = remembered((column) =>
    column === 0 ? interceptRidge(frame, original) : profile(surface, summit.point, spot(column)),
  )
  const limits = remembered((column) => rescaled(ridge(column)?.limits() ?? null, at(frame.scaled.sds, spot(column))))
  const test = remembered((column) => ridge(column)?.fall(0) ?? Number.NaN)
  return {
    limits: (column) => (summit.converged && spot(column) >= 0 ? limits(column) : null),
    test: (column) => (summit.converged && spot(column) >= 0 ? test(column) : Number.NaN),
    testTogether: (columns) => {
      const held = new Set(columns.map(spot).filter((j) => j >= 0))
      const start = summit.point.coefficients.map((b, j) => (held.has(j) ? 0 : b))
      const reduced = climb(surface, start, { held }).point.value
      const chi2 = Math.max(0, 2 * (summit.point.value - reduced))
      return { chi2, df: held.size, p: chiSquareUpper(chi2, held.size), logLikelihood: reduced + frame.shift }
    },
  }
}

type Refit = { scaled: Scaled; events: Column; totals: Column; start: Column }

/** So near its summit that the curvature of the start serves all the way. */
function refitted(estimator: Estimator, { scaled, events, totals, start }: Refit): Column | null {
  const problem = { columns: scaled.columns, events, totals, offset: new Float64Array(totals.length) }
  const surface = surfaces[estimator](problem)
  const factored = cholesky(surface(start).curvature())
  if (!('lower' in factored)) return null
  const { point, converged } = climb(surface, start, { ...factored, rounds: patience[estimator], precision: 1e-6 })
  return converged ? linear(scaled.columns, point.coefficients, problem.offset) : null
}

/**
 * The intercept is only itself where columns are not centred. None where a number is so far from 0 for its spread (a serial number
 * of twelve digits) that nothing can be said of a row at 0.
 */
function interceptRidge({ columns, scaled, surface }: Frame, original: Column): Profile | null {
  const plain = uncentred(columns, scaled)
  const { point } = climb(surface(plain), toScaled(plain, original))
  return 'lower' in cholesky(point.information()) ? profile(surface(plain), point, 0) : null
}

/** All slopes 0, the intercept at the log odds of the overall rate. */
function startAt(sample: Sample, size: number): Column {
  const events = eventsIn(sample)
  const start = new Float64Array(size)
  start[0] = Math.log((events + 0.5) / (sample.used - events + 0.5))
  return start
}

function covarianceOf(information: Matrix): Matrix {
  const factored = cholesky(information)
  return 'lower' in factored ? inverse(factored.lower) : information.map((row) => row.map(() => Number.NaN))
}

function spread(sample: Sample, live: readonly number[], values: Column): Column {
  return Float64Array.from(range(sample.names.length), (column) => at(values, live.indexOf(column)))
}

function rescaled(limits: Interval | null, sd: number): Interval | null {
  return limits && [limits[0] / sd, limits[1] / sd]
}

function remembered<Answer>(work: (column: number) => Answer): (column: number) => Answer {
  const known = new Map<number, Answer>()
  return (column) => {
    const answer = known.get(column) ?? work(column)
    known.set(column, answer)
    return answer
  }
}
