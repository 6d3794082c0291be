import { contrastOf, type Movement, movementsOf } from './adjusted'
import { fitModel, type Ingredients, type UsableFactor } from './model'
import type { Comparison } from './result'
import { rules } from './rules'
import type { Study } from './study'
import { logOdds } from './verdict'

/**
 * A comparison beside each of the other factors in turn, for data that carry no model of all of them: the view in which least of
 * it is left. Only of what a plain test takes for a difference; null where no pair can be fitted.
 */
export function besideOthers(
  study: Study,
  { factors, include }: Ingredients,
  usable: UsableFactor,
): (comparison: Comparison) => Movement | null {
  const others = [...factors, ...include].filter(
    ({ name, levels }) => name !== usable.column && (levels?.length ?? 0) <= mostLevels,
  )
  const views = others.map((other) => {
    const model = fitModel(study, { factors: [usable.variable], include: [other] })
    return model.fit ? movementsOf(model, usable) : () => null
  })
  return (comparison) => {
    const found = comparison.oddsRatio ? views.flatMap((view) => view(contrastOf(comparison)) ?? []) : []
    const left = ({ adjusted }: Movement) => Math.sign(logOdds(comparison)) * Math.log(adjusted.oddsRatio)
    return found.sort((a, b) => left(a) - left(b))[0] ?? null
  }
}

/** Whether a factor shows enough to be looked at again. */
export const isNotable = (p: number | undefined): boolean => p !== undefined && p <= rules.falseDiscovery

/** A factor of more levels than this is put into no model of two. */
export const mostLevels = 40
