import { type Fit, fitLogistic } from '@/lib/statistics/logistic'
import { at } from '@/lib/statistics/numbers'
import { eventsIn, type Sample, sample, type Variable } from '@/lib/statistics/sample'
import { type Separation, separation } from '@/lib/statistics/separation'
import type { Alone } from './alone'
import { rules } from './rules'
import { numberOf } from './sheet'
import type { Study } from './study'

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
  const variables = [...ingredients.factors, ...ingredients.include]
  const columns = widthOf(variables)
  // Before any column is made: identifiers would become thousands of dummies.
  const grouped = sample(study.outcome, columns > mostColumns ? [] : variables, { counts: study.counts })
  const events = eventsIn(grouped)
  const fewer = Math.min(events, grouped.used - events)
  const plain = { ingredients, sample: grouped, n: grouped.used, events, separation: none }
  const hopeless = grouped.used < rules.decided || fewer < rules.perOutcome || columns === 0 || columns > 2 * fewer
  if (hopeless || columns > mostColumns)
    return { ...plain, parameters: columns, eventsPerParameter: perParameter(fewer, columns), fit: null }
  const ml = fitLogistic(grouped, 'ml')
  // Columns that are combinations of others are no parameters: that is known only now.
  const parameters = ml.live.length - 1
  const ratio = perParameter(fewer, parameters)
  const known = { ...plain, parameters, eventsPerParameter: ratio }
  if (ratio === null || ratio < rules.eventsPerParameter) return { ...known, fit: null }
  const firm = ml.converged && ratio >= rules.eventsPerParameterForMl
  return { ...known, separation: separation(grouped, ml), fit: firm ? ml : fitLogistic(grouped, 'firth') }
}

/**
 * What the spec asks for, else all factors with two levels of some size, with the strata where events allow it. `late`: columns
 * that follow from the decision, which nothing may be adjusted for.
 */
export function ingredientsOf(study: Study, usable: readonly UsableFactor[], late: ReadonlySet<string>): Ingredients {
  const { model } = study.spec
  const chosen = usable.filter(({ column, telling }) => model?.factors.includes(column) ?? telling)
  // With their values at hand: every model of one factor more is made of them.
  const factors = chosen.map(({ variable }) => ({ ...variable }))
  const extra = (model?.include ?? []).filter((column) => !late.has(column) && !chosen.some((factor) => factor.column === column))
  const include = extra.map((column) => usable.find((factor) => factor.column === column)?.variable ?? included(study, column))
  if (model || !study.strata) return { factors, include }
  const strata = included(study, study.strata.column)
  const alone = factors.every(({ name }) => name !== strata.name)
  return { factors, include: alone && affordable(study, [...factors, strata]) ? [strata] : [] }
}

/** A factor a model may use; `telling`: not an identifier, whose every level is a row or two; `alone`: a number by itself. */
export type UsableFactor = { column: string; variable: Variable; telling: boolean; alone?: Alone }

const none: Separation = { kind: 'none', columns: [] }

/** A model wider than this is not tried. */
export const mostColumns = 150

/** Strata of more levels than this are left to Mantel-Haenszel, unless the spec asks for them in the model. */
const mostStrata = 40

/** Columns besides the intercept. */
export function widthOf(variables: readonly Variable[]): number {
  return variables.reduce((width, { levels }) => width + (levels ? levels.length - 1 : 1), 0)
}

function perParameter(fewer: number, parameters: number): number | null {
  return parameters > 0 ? fewer / parameters : null
}

function affordable(study: Study, variables: readonly Variable[]): boolean {
  const width = widthOf(variables)
  if (variables.some(({ levels }) => (levels?.length ?? 0) > mostStrata)) return false
  const grouped = sample(study.outcome, variables, { counts: study.counts })
  const events = eventsIn(grouped)
  return Math.min(events, grouped.used - events) >= rules.eventsPerParameterForMl * width
}

/** A column that is only adjusted for: its levels, or where these are very many and all numbers, the number itself. */
export function included({ coded }: Study, column: string): Variable {
  const { levels, codes } = coded(column)
  const numbers = levels.length > mostStrata ? levels.map(numberOf) : []
  const isNumber = numbers.length > 0 && !numbers.some(Number.isNaN)
  return isNumber ? { name: column, values: codes.map((code) => at(numbers, code)) } : { name: column, levels, values: codes }
}
