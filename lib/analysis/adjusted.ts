import { Z95 } from '@/lib/statistics/distributions'
import { type Estimated, type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { at, type Interval } from '@/lib/statistics/numbers'
import { onlyTerm } from '@/lib/statistics/sample'
import { slopeThrough } from '@/lib/statistics/slope'
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

function logOddsIn({ names, live, coefficients }: Estimated, { factor, level, unit }: Named) {
  const column = names.indexOf(level === null ? factor : `${factor}[${level}]`)
  return column >= 0 && live.includes(column) ? { column, logOdds: unit * at(coefficients, column) } : null
}

/** A ratio with its limits. */
export type Ratio = { oddsRatio: number; interval: Interval }

/**
 * The odds ratio of a contrast alone. Its limits by likelihood are Wald's, which with ten events per parameter are near those of the
 * profile and cost nothing; `limits` are others where there are such.
 */
export function oddsRatioIn(view: Estimated, contrast: Named, limits?: Fit['limits']): Ratio | null {
  const effect = logOddsIn(view, contrast)
  if (!effect) return null
  if (!limits) return waldRatio(effect.logOdds, contrast.unit * at(view.se, effect.column))
  const interval = exponential(scaled(limits(effect.column), contrast.unit))
  return interval && { oddsRatio: Math.exp(effect.logOdds), interval }
}

/** What is left of a number in bands of itself: the ratio per `unit` along the line through them. `means`: of its bands. */
export function slopeIn({ names, live, coefficients, covariance }: Estimated, { factor, means, unit }: InBands): Ratio | null {
  const shown = means.flatMap((mean, band) => {
    const column = names.indexOf(`${factor}[${band}]`)
    return band > 0 && live.includes(column) ? [{ column, place: live.indexOf(column), away: (mean - at(means, 0)) / unit }] : []
  })
  const line = slopeThrough({
    away: shown.map(({ away }) => away),
    logOdds: Float64Array.from(shown, ({ column }) => at(coefficients, column)),
    covariance: shown.map(({ place }) => Float64Array.from(shown, (other) => at(covariance[place] ?? [], other.place))),
  })
  return line && waldRatio(line.slope, line.se)
}

type InBands = { factor: string; means: readonly number[]; unit: number }

function waldRatio(log: number, se: number): Ratio {
  return { oddsRatio: Math.exp(log), interval: [Math.exp(log - Z95 * se), Math.exp(log + Z95 * se)] }
}

function scaled(limits: Interval | null, unit: number): Interval | null {
  return limits && [limits[0] * unit, limits[1] * unit]
}
