import { Z95 } from '@/lib/statistics/distributions'
import { type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { at, type Interval } from '@/lib/statistics/numbers'
import { onlyTerm } from '@/lib/statistics/sample'
import { standardised } from '@/lib/statistics/standardised'
import type { Model, UsableFactor } from './model'
import { exponential } from './numeric'
import type { AdjustedResult, Comparison } from './result'

/** One comparison inside a model: its level (null for a number) and by how much the number moves. */
export type Contrast = { level: string | null; unit: number }

export const contrastOf = ({ level, unit }: Comparison): Contrast => ({
  level: unit === undefined ? level : null,
  unit: unit ?? 1,
})

/** The odds ratio and the average risk difference, crude and adjusted, on the same `rows` complete rows; `clear`: more than noise. */
export type Movement = { rows: number; adjusted: AdjustedResult; crude: Crude | null }
type Crude = { logOdds: number; riskDifference: number; clear: boolean }

/**
 * What a model says of the contrasts of one of its variables. The risk difference is the average over the rows of the
 * model of the prediction at the level minus that at the reference (g-computation): unlike the odds ratio it does not
 * move only because a strong factor was added (Greenland, Robins & Pearl 1999).
 */
export function movementsOf(model: Model, usable: UsableFactor): (contrast: Contrast) => Movement | null {
  const factor = usable.column
  const { fit } = model
  const term = model.sample.terms.find(({ name }) => name === factor)
  if (!fit || !term) return () => null
  const isWhole = usable.alone?.grouped.used === model.sample.used
  const alone = isWhole && usable.alone ? usable.alone.fit() : fitLogistic(onlyTerm(model.sample, term), 'ml')
  const others = model.sample.terms.map(({ name }) => name).filter((name) => name !== factor)
  return ({ level, unit }) => {
    const effect = effectOf(fit, { factor, level, unit })
    const limits = effect && exponential(scaled(fit.limits(effect.column), unit))
    if (!effect || !limits) return null
    return {
      rows: model.n,
      adjusted: {
        oddsRatio: Math.exp(effect.logOdds),
        interval: limits,
        method: fit.estimator === 'ml' ? 'ml-profile' : 'firth-ppl',
        riskDifference: effect.riskDifference,
        for: others,
      },
      crude: alone.converged ? crudeOf(alone, { factor, level, unit }) : null,
    }
  }
}

function crudeOf(alone: Fit, contrast: Named): Crude | null {
  const effect = effectOf(alone, contrast)
  return effect && { ...effect, clear: Math.abs(at(alone.coefficients, effect.column)) > Z95 * at(alone.se, effect.column) }
}

type Named = Contrast & { factor: string }

function effectOf(fit: Fit, contrast: Named) {
  const found = logOddsIn(fit, contrast)
  return found && { ...found, riskDifference: standardised(fit, contrast, found.logOdds) }
}

function logOddsIn(fit: Fit, { factor, level, unit }: Named) {
  const column = fit.sample.names.indexOf(level === null ? factor : `${factor}[${level}]`)
  return column >= 0 && fit.live.includes(column) ? { column, logOdds: unit * at(fit.coefficients, column) } : null
}

/**
 * The odds ratio of a contrast alone. Its limits by likelihood are Wald's, which with ten events per parameter are near those of the
 * profile and cost nothing.
 */
export function oddsRatioIn(fit: Fit, contrast: Named): { oddsRatio: number; interval: Interval } | null {
  const effect = logOddsIn(fit, contrast)
  if (!effect) return null
  const half = Z95 * contrast.unit * at(fit.se, effect.column)
  const wald: Interval = [effect.logOdds - half, effect.logOdds + half]
  const interval = exponential(fit.estimator === 'ml' ? wald : scaled(fit.limits(effect.column), contrast.unit))
  return interval && { oddsRatio: Math.exp(effect.logOdds), interval }
}

function scaled(limits: Interval | null, unit: number): Interval | null {
  return limits && [limits[0] * unit, limits[1] * unit]
}
