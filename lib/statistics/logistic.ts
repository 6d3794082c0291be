import { cholesky, inverse, type Matrix } from './cholesky'
import { climb, type Summit } from './climb'
import { chiSquareUpper } from './distributions'
import { at, type Interval, range } from './numbers'
import { profile } from './profile'
import { eventsIn, type Sample } from './sample'
import { centred, covarianceToOriginal, independent, type Scaled, toOriginal, toScaled, uncentred } from './scaling'
import { likelihood, type Problem, penalised, probabilities, type Surface } from './surface'
import type { Column } from './vectors'

/** Maximum likelihood, or Firth's penalised likelihood. */
export type Estimator = 'ml' | 'firth'

/**
 * A fitted logistic regression. Arrays run over `sample.names`; NaN (and null limits) for columns that are combinations
 * of earlier ones, named in `aliased`. `se` comes from the expected information.
 */
export type Fit = {
  sample: Sample
  estimator: Estimator
  coefficients: Column
  se: Column
  covariance: Matrix
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
  /** The unfinished climb, for the separation check. */
  summit: Summit
  live: readonly number[]
}

/** Fits by Newton's method on standardised columns to 1e-10 in the coefficients. */
export function fitLogistic(sample: Sample, estimator: Estimator): Fit {
  const frame = frameOf(sample)
  const make = surfaces[estimator]
  const surface = make(frame.problem(frame.scaled))
  const summit = climb(surface, startAt(sample, frame.live.length), { rounds: patience[estimator] })
  const original = toOriginal(frame.scaled, summit.point.coefficients)
  const covariance = covarianceToOriginal(frame.scaled, covarianceOf(summit.point.information()))
  const shift = estimator === 'firth' ? frame.scaled.sds.reduce((total, sd) => total + Math.log(sd), 0) : 0
  const spot = (column: number) => frame.live.indexOf(column)
  const ridge = (column: number) =>
    column === 0 ? interceptRidge(frame, make, original) : profile(surface, summit.point, spot(column))
  return {
    sample,
    estimator,
    coefficients: spread(sample, frame.live, original),
    se: spread(
      sample,
      frame.live,
      Float64Array.from(covariance, (row, j) => Math.sqrt(at(row, j))),
    ),
    covariance,
    logLikelihood: summit.point.value + shift,
    fitted: probabilities(frame.problem(frame.scaled), summit.point.coefficients),
    aliased: sample.names.filter((_, j) => !frame.live.includes(j)),
    converged: summit.converged,
    limits: (column) =>
      spot(column) < 0 ? null : rescaled(ridge(column).limits(), column === 0 ? 1 : at(frame.scaled.sds, spot(column))),
    test: (column) => (spot(column) < 0 ? 0 : ridge(column).fall(0)),
    testTogether: (columns) => {
      const held = new Set(columns.map(spot).filter((j) => j >= 0))
      const start = summit.point.coefficients.map((b, j) => (held.has(j) ? 0 : b))
      const reduced = climb(surface, start, { held }).point.value
      const chi2 = Math.max(0, 2 * (summit.point.value - reduced))
      return { chi2, df: held.size, p: chiSquareUpper(chi2, held.size), logLikelihood: reduced + shift }
    },
    summit,
    live: frame.live,
  }
}

const surfaces: Record<Estimator, (problem: Problem) => Surface> = { ml: likelihood, firth: penalised }

/** Newton needs ten or so; one that runs on climbs a ridge without a top (see separation.ts). Firth's steps are shorter. */
const patience: Record<Estimator, number> = { ml: 30, firth: 200 }

type Frame = { sample: Sample; live: number[]; scaled: Scaled; problem: (scaled: Scaled) => Problem }

function frameOf(sample: Sample): Frame {
  const live = independent(centred(sample.columns, sample.totals), sample.totals)
  const columns = live.map((j) => sample.columns[j] ?? sample.totals)
  const offset = new Float64Array(sample.totals.length)
  return {
    sample: { ...sample, columns },
    live,
    scaled: centred(columns, sample.totals),
    problem: (scaled) => ({ columns: scaled.columns, events: sample.events, totals: sample.totals, offset }),
  }
}

/** The intercept is only itself where columns are not centred. */
function interceptRidge(frame: Frame, make: (problem: Problem) => Surface, original: Column) {
  const plain = uncentred(frame.sample.columns, frame.scaled)
  const surface = make(frame.problem(plain))
  const { point } = climb(surface, toScaled(plain, original))
  return profile(surface, point, 0)
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

function rescaled([lower, upper]: Interval, sd: number): Interval {
  return [lower / sd, upper / sd]
}
