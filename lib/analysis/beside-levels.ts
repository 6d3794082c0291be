import type { Variable } from '@/lib/statistics/sample'
import { type Within, withinEach } from './bent'
import { isNotable, mostLevels } from './beside'
import type { Examined } from './examine'
import { type Model, widthOf } from './model'
import { rules } from './rules'
import type { Study } from './study'
import type { Note } from './warnings'

/**
 * A column of many levels (counsellors, say) is in no model: there are too few events for it. What looks like a difference is then
 * compared within its levels (Mantel & Haenszel 1959), as it would be within the strata, and the view in which least is left counts;
 * where a level has a few rows only, it is said that nothing was compared. `model`: the one that the factor is in.
 */
export function besideLevels(study: Study, model: Model, { one, all }: { one: Examined; all: readonly Examined[] }): Examined {
  if (!isNotable(one.result.test?.p)) return one
  const modelled = new Set(model.fit?.sample.terms.map(({ name }) => name))
  const factors = all.flatMap(({ usable }) => usable?.variable ?? [])
  const { spec, strata } = study
  const asked = spec.model ? new Set([...spec.model.factors, ...(spec.model.include ?? [])]) : null
  const fewer = Math.min(model.events, model.n - model.events)
  const wide = [...factors, ...model.ingredients.include].filter((variable) => {
    const { name, levels = [] } = variable
    if (modelled.has(name) || name === strata?.column || name === one.factor.column || (asked && !asked.has(name))) return false
    return levels.length > mostLevels || (levels.length > 2 && fewer < rules.eventsPerParameter * (widthOf([variable]) + 1))
  })
  const hasEach = (rows: number) => (variable: Variable) => model.n >= rows * (variable.levels?.length ?? 0)
  const carried = wide.filter(hasEach(rules.rowsPerCluster)).map(withinLevels)
  const told = carried.length > 0 ? withinEach(study, one, carried) : one
  const scarce = wide.filter(hasEach(leastToCompare)).filter(({ name }) => carried.every(({ column }) => column !== name))
  return scarce.length > 0 ? { ...told, notes: [...told.notes, notLooked(one, scarce)] } : told
}

/** A value for nearly every row has no two to compare: that is a name or a number, and nothing is said of it. */
const leastToCompare = 2

const withinLevels = ({ name, levels = [], values }: Variable): Within => ({
  key: 'confounded_levels',
  column: name,
  levels,
  codes: values,
})

const notLooked = ({ factor }: Examined, columns: readonly Variable[]): Note => ({
  key: 'levels_not_looked',
  column: factor.column,
  values: { by: columns.map(({ name }) => name).join(', '), rows: String(rules.rowsPerCluster) },
})
