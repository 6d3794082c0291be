import { chiSquareUpper, normalTwoSided, Z95 } from '@/lib/statistics/distributions'
import type { Fit } from '@/lib/statistics/logistic'
import { at } from '@/lib/statistics/numbers'
import type { Variable } from '@/lib/statistics/sample'
import { collinearTerms, termOf } from './collinear'
import type { Model } from './model'
import { exponential } from './numeric'
import { qualityOf } from './quality'
import type { ModelResult, ModelTerm } from './result'
import { rules } from './rules'
import { type Note, ratioWord } from './warnings'

/** The multivariable model as figures. */
export function modelResult({ ingredients, n, events, parameters, eventsPerParameter, fit }: Model): ModelResult {
  const nothing = { terms: [], auc: null, brier: null, calibration: null, deciles: [] }
  return {
    method: fit?.estimator ?? 'refused',
    n,
    events,
    parameters,
    eventsPerParameter,
    factors: ingredients.factors.map(({ name }) => name),
    include: ingredients.include.map(({ name }) => name),
    ...(fit ? { terms: termsOf(fit, ingredients.include), ...qualityOf(fit) } : nothing),
  }
}

/** What there is to say about the model as a whole. */
export function modelNotes(model: Model, result: ModelResult): Note[] {
  const { fit, separation } = model
  if (!fit) return scarceNotes(model)
  const [first] =
    model.eventsPerParameter !== null && model.eventsPerParameter < rules.eventsPerParameterForMl
      ? [model.eventsPerParameter]
      : []
  const few: Note[] = first === undefined ? [] : [{ key: 'low_epv_firth', column: null, values: { ratio: first.toFixed(1) } }]
  const apart = new Set(separation.columns.map(({ name }) => termOf(fit, name)))
  return [
    ...few,
    ...[...apart].map((column): Note => ({ key: 'separation_model', column })),
    ...collinearTerms(fit).map((column): Note => ({ key: 'collinear', column })),
    ...interceptNotes(result),
    ...leakNotes(result),
  ]
}

/**
 * Columns that tell outcomes apart only together: an alarm by the rows of the model, which flatters; where it holds for rows the
 * model had not seen, nothing is left to headline, as nobody can tell which of them follow from the decision.
 */
function leakNotes({ auc }: ModelResult): Note[] {
  if (auc === null || !(auc.apparent > rules.leakageAuc)) return []
  const outside = auc.outOfSample ?? 0
  const isUntold = outside > rules.leakageAuc
  const values = { auc: ratioWord(isUntold ? outside : auc.apparent) }
  return [{ key: isUntold ? 'leakage_model_untold' : 'leakage_model', column: null, values }]
}

/** Where only the intercept has no figures: numbers lie too far from 0 for that. */
function interceptNotes({ terms: [intercept, ...others] }: ModelResult): Note[] {
  const isAlone = intercept?.coefficient === null && others.some(({ coefficient }) => coefficient !== null)
  return isAlone ? [{ key: 'no_intercept', column: null }] : []
}

/** Of a factor that the model has no room for: why it has no adjusted figure though others have. */
export const ownModelNotes = (own: Model, column: string): Note[] =>
  scarceNotes(own).map(({ values = {} }) => ({ key: 'own_model_too_wide', column, values }))

function scarceNotes({ parameters, events, n, eventsPerParameter }: Model): Note[] {
  if (parameters === 0) return []
  const values = {
    parameters: String(parameters),
    fewer: String(Math.min(events, n - events)),
    needed: String(rules.eventsPerParameter),
  }
  const wide = (eventsPerParameter ?? 0) >= rules.eventsPerParameter
  return [{ key: wide ? 'model_too_wide' : 'low_epv_refused', column: null, values }]
}

function termsOf(fit: Fit, include: readonly Variable[]): ModelTerm[] {
  const names = include.map(({ name }) => name)
  const adjustedFor = new Set([
    0,
    ...fit.sample.terms.filter(({ name }) => names.includes(name)).flatMap(({ columns }) => columns),
  ])
  return fit.sample.names.map((name, column) => termResult({ fit, adjustedFor }, name, column))
}

/** In a model wider than this, columns only adjusted for get Wald limits: profiling each would take minutes. */
const profiledColumns = 60

function termResult(
  { fit, adjustedFor }: { fit: Fit; adjustedFor: ReadonlySet<number> },
  name: string,
  column: number,
): ModelTerm {
  const coefficient = at(fit.coefficients, column)
  const se = fit.estimator === 'ml' ? at(fit.se, column) : null
  const known = { name, coefficient, se, oddsRatio: Math.exp(coefficient) }
  if (adjustedFor.has(column) && fit.live.length > profiledColumns)
    return { ...known, ...waldOf(coefficient, at(fit.se, column)) }
  const interval = exponential(fit.limits(column))
  if (!interval) return { name, coefficient: null, se: null, p: null, oddsRatio: null, interval: null }
  return { ...known, p: chiSquareUpper(fit.test(column), 1), interval }
}

function waldOf(coefficient: number, se: number) {
  return { p: normalTwoSided(coefficient / se), interval: exponential([coefficient - Z95 * se, coefficient + Z95 * se]) }
}
