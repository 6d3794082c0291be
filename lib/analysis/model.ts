import { type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { eventsIn, type Sample, sample, type Variable } from '@/lib/statistics/sample'
import { type Separation, separation } from '@/lib/statistics/separation'
import { rules } from './rules'
import type { Study } from './study'
import { variableOf } from './variable'

/** What goes into the multivariable model: factors with their reference, and columns only adjusted for. */
export type Ingredients = { factors: readonly Variable[]; include: readonly Variable[] }

/**
 * The fitted model, or why there is none: too few events for its parameters. `parameters` leaves the intercept out, as
 * the rules of thumb do.
 */
export type Model = {
  ingredients: Ingredients
  sample: Sample
  n: number
  events: number
  parameters: number
  eventsPerParameter: number | null
  separation: Separation
  fit: Fit | null
}

/**
 * Fits by maximum likelihood where events are enough and an estimate exists; by Firth's penalised likelihood where
 * events are few or something separates; not at all below the lower threshold (rules.ts).
 */
export function fitModel(study: Study, ingredients: Ingredients): Model {
  const grouped = sample(study.outcome, [...ingredients.factors, ...ingredients.include], { counts: study.counts })
  const events = eventsIn(grouped)
  const fewer = Math.min(events, grouped.used - events)
  const plain = { ingredients, sample: grouped, n: grouped.used, events, separation: none }
  const columns = grouped.names.length - 1
  // Columns that turn out to be combinations of others are no parameters: they are known only once a fit is tried.
  if (hopeless(grouped, fewer, columns))
    return { ...plain, parameters: columns, eventsPerParameter: perParameter(fewer, columns), fit: null }
  const ml = fitLogistic(grouped, 'ml')
  const parameters = ml.live.length - 1
  const ratio = perParameter(fewer, parameters)
  const known = { ...plain, parameters, eventsPerParameter: ratio }
  if (ratio === null || ratio < rules.eventsPerParameter) return { ...known, fit: null }
  const apart = separation(grouped, ml)
  const firm = ml.converged && ratio >= rules.eventsPerParameterForMl
  return { ...known, separation: apart, fit: firm ? ml : fitLogistic(grouped, 'firth') }
}

/** What the spec asks for, else all factors that may be used, with the strata where events allow it. */
export function ingredientsOf(study: Study, usable: readonly UsableFactor[]): Ingredients {
  const { model } = study.spec
  const chosen = usable.filter(({ column }) => model?.factors.includes(column) ?? true)
  const factors = chosen.map(({ variable }) => variable)
  const extra = (model?.include ?? []).filter((column) => !chosen.some((factor) => factor.column === column))
  const include = extra.map((column) => usable.find((factor) => factor.column === column)?.variable ?? included(study, column))
  if (model || !study.strata) return { factors, include }
  const strata = included(study, study.strata.column)
  const alone = factors.every(({ name }) => name !== strata.name)
  return { factors, include: alone && affordable(study, [...factors, strata]) ? [strata] : [] }
}

export type UsableFactor = { column: string; variable: Variable }

const none: Separation = { kind: 'none', columns: [] }

function hopeless(grouped: Sample, fewer: number, columns: number): boolean {
  const tooFew = grouped.used < rules.decided || fewer < rules.perOutcome || columns === 0
  // A cap far below the threshold, so that a column of identifiers does not become a model of thousands of dummies.
  return tooFew || columns > 2 * fewer || columns > mostColumns
}

const mostColumns = 300

function perParameter(fewer: number, parameters: number): number | null {
  return parameters > 0 ? fewer / parameters : null
}

function affordable(study: Study, variables: readonly Variable[]): boolean {
  const grouped = sample(study.outcome, variables, { counts: study.counts })
  const events = eventsIn(grouped)
  return Math.min(events, grouped.used - events) >= rules.eventsPerParameterForMl * (grouped.names.length - 1)
}

function included({ coded }: Study, column: string): Variable {
  const { levels, codes } = coded(column)
  return { name: column, levels, values: codes }
}

/** The variable of a factor inside a model, whatever its reference. */
export function usableFactor(...given: Parameters<typeof variableOf>): UsableFactor {
  const [factor] = given
  return { column: factor.column, variable: variableOf(...given) }
}
