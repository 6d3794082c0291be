import type { Locale } from '@/db/vocabulary'
import { benjaminiHochberg } from '@/lib/statistics/multiplicity'
import { contrastOf, type Movement, movementsOf } from './adjusted'
import type { Job } from './apart'
import { besideBanded } from './banded'
import { besideBent, crookedIn } from './bent'
import { besideOthers, isNotable } from './beside'
import { besideLevels } from './beside-levels'
import { fewClusters, includedIn, nestedIn } from './clusters'
import { type CodedSheet, codedStudy, narrowed } from './coded'
import { modelNotes, modelResult, ownModelNotes } from './describe-model'
import { type Examined, examine } from './examine'
import { funnelOf } from './funnel'
import { missingDayNotes } from './missing'
import { fitModel, ingredientsOf, type Model } from './model'
import { movedNotes } from './moved'
import type { Comparison, FactorResult, Funnel, Result } from './result'
import { rules } from './rules'
import { sameNotes } from './same'
import type { SheetRow } from './sheet'
import { withSingleStrata } from './single-strata'
import type { AnalysisSpec, SpecFault } from './spec'
import { type Factor, faultIn, readStudy, type Study } from './study'
import { timeToDecision } from './time-to-decision'
import { leanVariableOf, variableOf } from './variable'
import { isFinding, isSilencing, judged, untold } from './verdict'
import { type Note, percentWord, spoken } from './warnings'

/**
 * Which factors go with approval, and what these data cannot tell (contracts.md 5, analytics.md 1-3). Pure, and the same
 * to 1e-12 in whatever order the rows come. Says what in the spec does not fit the sheet instead, if anything.
 */
export function analyse(
  rows: readonly SheetRow[],
  spec: AnalysisSpec,
  locale: Locale = 'zh-CN',
): { result: Result } | { fault: SpecFault } {
  const read = readStudy(rows, spec)
  return 'fault' in read ? read : { result: resultOf(read.study, locale) }
}

/** The answer to a job, of rows one by one or grouped beforehand. */
export const answerTo = (job: Job) =>
  'coded' in job ? analyseCoded(job.coded, job.spec, job.locale) : analyse(job.rows, job.spec, job.locale)

/** The same of rows as codes. */
export function analyseCoded(sheet: CodedSheet, spec: AnalysisSpec, locale: Locale = 'zh-CN'): { result: Result } {
  return { result: resultOf(codedStudy(sheet, spec), locale) }
}

/** The same of a sheet that somebody named the columns of, with what in the spec does not fit it. */
export function analyseColumns(
  { names, sheet }: { names: readonly string[]; sheet: CodedSheet },
  spec: AnalysisSpec,
  locale: Locale = 'zh-CN',
): { result: Result } | { fault: SpecFault } {
  const levelsOf = (column: string) => sheet.columns[column]?.levels ?? []
  const fault = faultIn(sheet.counts.length === 0 ? null : { names, levelsOf }, spec)
  return fault ? { fault } : analyseCoded(sheet, spec, locale)
}

function resultOf(study: Study, locale: Locale): Result {
  const funnel = funnelOf(study)
  const enough = carries(funnel)
  const looked = study.factors.map((factor) => examinedIn(study, factor, enough))
  const numbers = crookedIn(study, looked)
  const examined = besideBent(study, looked, numbers)
  const model = fitModel(
    study,
    ingredientsOf(
      study,
      examined.flatMap(({ usable }) => usable ?? []),
      new Set(
        examined.flatMap(({ factor, notes }) => (notes.some(({ key }) => key.startsWith('leakage')) ? [factor.column] : [])),
      ),
    ),
  )
  const adjusted = examined.map((one) => withModel(study, model, { one, all: examined }))
  const once = withVerdicts(adjusted.map(({ result }) => result))
  const tested = once.filter(({ test }) => test).length
  const seen = once.map((result, index) => ({ result, usable: adjusted[index]?.usable ?? null }))
  const again = besideBanded(study, { model, numbers, tested }, seen)
  const judgedAsTold = again.map(({ result }) => result)
  const described = modelResult(model)
  const ofModel = enough ? modelNotes(model, described) : []
  const factors = [...study.notes, ...ofModel].some(isSilencing) ? judgedAsTold.map(untold) : judgedAsTold
  const notes = [
    ...wholeNotes(funnel, enough),
    ...study.notes,
    ...(enough ? [...missingDayNotes(study), ...fewClusters(study, factors)] : []),
    ...adjusted.flatMap((one, index) => [...one.notes, ...(again[index]?.notes ?? [])]),
    ...ofModel,
  ]
  const collinear = new Set(notes.flatMap(({ key, column }) => (key === 'collinear' ? [column] : [])))
  return {
    funnel,
    factors,
    model: described,
    time: timeToDecision(study),
    multiplicity: {
      tested,
      method: 'benjamini-hochberg',
      findings: factors.filter(isFinding).map(({ column }) => column),
    },
    warnings: spoken([...withSingleStrata(study, notes), ...(enough ? sameNotes(study, collinear) : [])], locale),
  }
}

/** Looks at a factor in as few rows as show all there is of it. */
function examinedIn(study: Study, factor: Factor, enough: boolean): Examined {
  if (study.clusters || factor.type === 'number' || includedIn(study).length > 0 || nestedIn(study, factor))
    return examine(firm(study), study.isLean ? { ...factor } : factor, enough)
  const narrow = narrowed(study, factor)
  const { usable, ...found } = examine(narrow.study, narrow.factor, enough)
  const variable = usable && (study.isLean ? leanVariableOf : variableOf)(factor, usable.variable.levels?.[0] ?? null)
  return { ...found, factor, usable: usable && variable && { ...usable, variable } }
}

/** The same study with the columns that every look needs at hand. */
function firm(study: Study): Study {
  const { strata, clusters } = study
  return study.isLean ? { ...study, strata: strata && { ...strata }, clusters: clusters && { ...clusters } } : study
}

/** Whether there are decisions enough, of both kinds, to compare anything. */
function carries({ decided, events }: Funnel): boolean {
  return decided >= rules.decided && Math.min(events, decided - events) >= rules.perOutcome
}

function wholeNotes({ decided, events }: Funnel, enough: boolean): Note[] {
  const others = decided - events
  const values = { decided, events, others, needed: rules.decided, each: rules.perOutcome }
  const words = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const few: Note[] = enough ? [] : [{ key: 'too_few_all', column: null, values: words }]
  const share = Math.max(events, others) / decided
  return share > rules.skewed ? [...few, { key: 'skewed', column: null, values: { share: percentWord(share) } }] : few
}

/** One family of tests: q over every factor tested in this view, then the verdicts. */
function withVerdicts(results: FactorResult[]): FactorResult[] {
  const qs = benjaminiHochberg(results.map(({ test }) => test?.p ?? null))
  const tested = qs.filter((q) => q !== null).length
  return results.map((result, index) =>
    judged(result.test ? { ...result, test: { ...result.test, q: qs[index] ?? null } } : result, tested),
  )
}

/**
 * Adds what the model says of each comparison; a factor outside the model is put into it for its own sake. Where data are too few
 * for that, what looks like a difference is looked at beside each other factor in turn, or within its levels.
 */
function withModel(study: Study, model: Model, { one, all }: { one: Examined; all: readonly Examined[] }): Examined {
  const { usable, result } = one
  if (!usable) return withViews(one, () => ({}))
  const { factors, include } = model.ingredients
  const inside = [...factors, ...include].some(({ name }) => name === usable.column)
  const own = inside || !model.fit ? model : fitModel(study, { factors: [...factors, usable.variable], include })
  const examined = besideLevels(study, own, { one, all })
  if (!own.fit) {
    const beside = isNotable(result.test?.p) ? besideOthers(study, model.ingredients, usable) : () => null
    const notes = own === model ? [] : ownModelNotes(own, usable.column)
    return withViews({ ...examined, notes: [...examined.notes, ...notes] }, (comparison) => ({ beside: beside(comparison) }))
  }
  const movement = movementsOf(own, usable)
  return withViews(examined, (comparison) => ({ model: comparison.oddsRatio && movement(contrastOf(comparison)) }))
}

/** What a model of all makes of a comparison, or in its stead the model of one other factor that leaves least of it. */
type Views = { model?: Movement | null; beside?: Movement | null }

function withViews(examined: Examined, viewsOf: (comparison: Comparison) => Views): Examined {
  const seen = examined.result.comparisons.map((comparison) => ({ comparison, ...viewsOf(comparison) }))
  return {
    ...examined,
    result: {
      ...examined.result,
      comparisons: seen.map(({ comparison, model, beside }) => ({
        ...comparison,
        adjusted: model?.adjusted ?? null,
        ...(beside && { beside: beside.adjusted }),
      })),
    },
    notes: [
      ...examined.notes,
      ...seen.flatMap(({ comparison, model, beside }) => movedNotes(examined.result, comparison, model ?? beside ?? null)),
    ],
  }
}
