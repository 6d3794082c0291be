import { type Within, withinEach } from './bent'
import { isNotable, mostLevels } from './beside'
import type { Examined } from './examine'
import { type Model, widthOf } from './model'
import { rules } from './rules'
import type { Study } from './study'

/**
 * A column of many levels (counsellors, say) is in no model: there are too few events for it. What looks like a difference is then
 * compared within its levels (Mantel & Haenszel 1959), as it would be within the strata, and the view in which least is left counts.
 * `model`: the one that the factor is in.
 */
export function besideLevels(study: Study, model: Model, { one, all }: { one: Examined; all: readonly Examined[] }): Examined {
  if (!isNotable(one.result.test?.p)) return one
  const modelled = new Set(model.fit?.sample.terms.map(({ name }) => name))
  const factors = all.flatMap(({ usable }) => usable?.variable ?? [])
  const { spec, strata } = study
  const asked = spec.model ? new Set([...spec.model.factors, ...(spec.model.include ?? [])]) : null
  const fewer = Math.min(model.events, model.n - model.events)
  const columns = [...factors, ...model.ingredients.include].flatMap((variable): Within[] => {
    const { name, levels = [] } = variable
    if (modelled.has(name) || name === strata?.column || (asked && !asked.has(name))) return []
    const isWide = levels.length > mostLevels || fewer < rules.eventsPerParameter * (widthOf([variable]) + 1)
    const isPersonal = model.n < rules.rowsPerCluster * levels.length
    return levels.length > 2 && isWide && !isPersonal
      ? [{ key: 'confounded_levels', column: name, levels, codes: variable.values }]
      : []
  })
  const others = columns.filter(({ column }) => column !== one.factor.column)
  return others.length > 0 ? withinEach(study, one, others) : one
}
