import { fitLogistic } from '@/lib/statistics/logistic'
import { at, sum } from '@/lib/statistics/numbers'
import { type Sample, sample, type Variable } from '@/lib/statistics/sample'
import { logistic } from '@/lib/statistics/surface'
import { linear } from '@/lib/statistics/vectors'
import { columnOf, type Model } from './model'
import { exponential } from './numeric'
import type { AdjustedResult } from './result'
import type { Study } from './study'

/** One comparison inside a model: the factor, its level (null for a number) and by how much the number moves. */
export type Contrast = { factor: Variable; level: string | null; unit: number }

/** The odds ratio and the average risk difference, crude and adjusted, on the same complete rows. */
export type Movement = { adjusted: AdjustedResult; crude: { logOdds: number; riskDifference: number } | null }

/**
 * What a model says of a contrast. The risk difference is the average over the rows of the model of the prediction at
 * the level minus that at the reference (g-computation): unlike the odds ratio it does not move only because a strong
 * factor was added (Greenland, Robins & Pearl 1999).
 */
export function movementOf(study: Study, model: Model, contrast: Contrast): Movement | null {
  const { fit } = model
  const column = columnOf(model, contrast.factor.name, contrast.level)
  const limits = fit && column > 0 ? exponential(scaled(fit.limits(column), contrast.unit)) : null
  if (!fit || !limits) return null
  const others = [...model.ingredients.factors, ...model.ingredients.include].map(({ name }) => name)
  return {
    adjusted: {
      oddsRatio: Math.exp(contrast.unit * at(fit.coefficients, column)),
      interval: limits,
      method: fit.estimator === 'ml' ? 'ml-profile' : 'firth-ppl',
      riskDifference: standardised(fit.sample, fit.coefficients, contrast),
      for: others.filter((name) => name !== contrast.factor.name),
    },
    crude: crudeOnSameRows(study, model, contrast),
  }
}

/** The factor alone, on the rows the model used. */
function crudeOnSameRows(study: Study, model: Model, contrast: Contrast): Movement['crude'] {
  const used = study.outcome.map((outcome, row) => (at(model.sample.patternOf, row) < 0 ? Number.NaN : outcome))
  const alone = fitLogistic(sample(used, [contrast.factor], { counts: study.counts }), 'ml')
  const column = alone.sample.names.indexOf(
    contrast.level === null ? contrast.factor.name : `${contrast.factor.name}[${contrast.level}]`,
  )
  if (!alone.converged || column < 0) return null
  return {
    logOdds: contrast.unit * at(alone.coefficients, column),
    riskDifference: standardised(alone.sample, alone.coefficients, contrast),
  }
}

function standardised(rows: Sample, coefficients: Float64Array, { factor, level, unit }: Contrast): number {
  const known = coefficients.map((b) => (Number.isNaN(b) ? 0 : b))
  const odds = linear(rows.columns, known, new Float64Array(rows.totals.length))
  const own = rows.terms.find(({ name }) => name === factor.name)?.columns ?? []
  const target = level === null ? own[0] : rows.names.indexOf(`${factor.name}[${level}]`)
  const step = unit * at(known, target ?? -1)
  const differences = [...odds].map((value, i) => {
    // A level replaces whatever level the row has; a number moves on from where it is.
    const base = level === null ? value : own.reduce((rest, j) => rest - at(known, j) * at(rows.columns[j] ?? [], i), value)
    return at(rows.totals, i) * (logistic(base + step) - logistic(base))
  })
  return sum(differences) / rows.used
}

function scaled(limits: [number, number] | null, unit: number): [number, number] | null {
  return limits && [limits[0] * unit, limits[1] * unit]
}
