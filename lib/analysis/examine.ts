import { at } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import type { Variable } from '@/lib/statistics/sample'
import { type Alone, aloneOf } from './alone'
import { bodyOf, isClusterLevel, nestedIn, testOfBodies, withClusters } from './clusters'
import { compareLevels, refusedComparisons, testLevels } from './compare'
import { type Alarm, knownTooLate, leakAlarm } from './leakage'
import { missingNotes } from './missing'
import type { UsableFactor } from './model'
import { bandsOf, compareNumber } from './numeric'
import type { Comparison, FactorResult, FactorTest, LevelResult } from './result'
import { rules } from './rules'
import { clusterCount } from './strata'
import type { Coded, Factor, Study } from './study'
import { comparable, missingOf, oneSided, referenceOf, shown, type Tally, tallyOf } from './tally'
import { variableOf } from './variable'
import { type Note, ratioWord } from './warnings'

/** A factor looked at by itself: its figures so far, what there is to say, and its variable if a model may use it. */
export type Examined = { factor: Factor; result: FactorResult; notes: Note[]; usable: UsableFactor | null }

/** Looks at one factor. `enough`: whether the data as a whole carry comparisons. */
export function examine(study: Study, factor: Factor, enough: boolean): Examined {
  const alone = factor.type === 'number' ? aloneOf(study, factor) : null
  const tallies = alone ? bandsOf(alone.grouped) : tallyOf(study, factor)
  const base = baseOf(study, factor, tallies)
  if (knownTooLate(factor)) return refused({ factor, tallies, base }, [{ key: 'leakage_timing', column: factor.column }])
  if (isClusterLevel(study, factor)) return clusterLevel(study, { factor, tallies, base }, enough)
  if (!enough) return { factor, result: withRefusals({ factor, tallies, base }), notes: [], usable: null }
  const alarm = leakAlarm(study, factor, alone?.grouped ?? null)
  if (!alarm) return nested(study, { factor, tallies, base }) ?? compared(study, { factor, tallies, base }, alone)
  return refused({ factor, tallies, base }, [...alarmNotes(factor, alarm), ...alarmLevels(factor, tallies)])
}

/** Of a column that tells outcomes too well its few levels; of one of many, such as dates, each would say the same again. */
function alarmLevels(factor: Factor, tallies: readonly Tally[]): Note[] {
  const sided = sidedNotes(factor, tallies)
  return sided.length > fewLevels ? [] : sided
}

const fewLevels = 4

function alarmNotes({ column, type }: Factor, { auc, perfect }: Alarm): Note[] {
  const late: Note = { key: 'leakage_auc', column, values: { auc: ratioWord(auc) } }
  if (!perfect) return [late]
  const copy: Note = { key: 'perfect_prediction', column }
  return type === 'number' ? [late, copy, { key: 'separation_number', column }] : [late, copy]
}

type Look = { factor: Factor; tallies: readonly Tally[]; base: FactorResult }

function compared(study: Study, { factor, tallies, base }: Look, alone: Alone | null): Examined {
  const reference = referenceOf(factor, tallies)?.level ?? null
  const notes = [
    ...missingNotes(study, factor.column, base.missing),
    ...sidedNotes(factor, tallies),
    ...fewNotes(factor, tallies),
  ]
  if (!differs(study, factor)) {
    const same: Note = { key: 'nothing_to_compare', column: factor.column }
    return { factor, result: { ...base, status: 'excluded' }, notes: [...notes, same], usable: null }
  }
  const variable = variableOf(factor, reference)
  if (alone) return comparedNumber(study, { factor, tallies, base }, { notes, variable, alone })
  const comparisons = compareLevels(study, factor, tallies)
  const plain = testLevels(factor, tallies)
  const test = plain && withClusters(study, factor, { plain, reference })
  return {
    factor,
    result: { ...base, comparisons, test },
    notes: [...notes, ...betweenNotes(study, factor, { plain, test }), ...bendNotes(factor, plain)],
    usable: { column: factor.column, variable, telling: tallies.filter(shown).length > 1 },
  }
}

const noNumber = { too_few: 'too_few_number', separated: 'separation_number' } as const

type NumberLook = { notes: Note[]; variable: Variable; alone: Alone }

function comparedNumber(study: Study, { factor, tallies, base }: Look, { notes, variable, alone }: NumberLook): Examined {
  const numeric = compareNumber(study, factor, alone)
  if (numeric === 'far') return refused({ factor, tallies, base }, [...notes, { key: 'number_far', column: factor.column }])
  const usable = { column: factor.column, variable, telling: numeric !== 'too_few', alone }
  if (typeof numeric === 'string')
    return { factor, result: base, notes: [...notes, { key: noNumber[numeric], column: factor.column }], usable }
  const plain = numeric.test
  const test = withClusters(study, factor, { plain, reference: null })
  const said = [...notes, ...betweenNotes(study, factor, { plain, test }), ...bendNotes(factor, plain)]
  return { factor, result: { ...base, comparisons: [numeric.comparison], test }, notes: said, usable }
}

type Tests = { plain: FactorTest | null; test: FactorTest | null }

/** A difference that lies between a few clusters and not inside them is one of those clusters. */
function betweenNotes({ clusters }: Study, { column }: Factor, { plain, test }: Tests): Note[] {
  const isLost = (plain?.p ?? 1) <= rules.falseDiscovery && (test?.withinClustersP ?? 0) > rules.falseDiscovery
  return isLost ? [{ key: 'cluster_between', column, values: { cluster: clusters?.column ?? '' } }] : []
}

/** A rate that rises and falls again has no trend, and differs all the same. */
function bendNotes({ column, type }: Factor, plain: FactorTest | null): Note[] {
  const key = type === 'number' ? 'not_straight_number' : 'not_straight'
  return (plain?.departureP ?? 1) < rules.departure ? [{ key, column }] : []
}

/** What belongs to the cluster: no plain p; with clusters enough a robust one, else none. */
function clusterLevel(study: Study, look: Look, enough: boolean): Examined {
  const { factor } = look
  const bodies = bodyOf(study, factor)
  const told = enough && bodies ? ofBodies(study, look, bodies) : null
  return told ?? refused(look, [{ key: 'cluster_level_few', column: factor.column, values: valuesOf(study, bodies) }])
}

/** What may belong to another factor, as the size of a lender does: the same, but where these are few nothing is told rather than refused. */
function nested(study: Study, look: Look): Examined | null {
  const { column } = look.factor
  const body = nestedIn(study, look.factor)
  if (!body) return null
  const few: Note = { key: 'cluster_level_nested', column, values: valuesOf(study, body) }
  return ofBodies(study, look, body) ?? untellable(refused(look, [few]))
}

const untellable = (one: Examined): Examined => ({ ...one, result: { ...one.result, verdict: 'cannot_tell' } })

function ofBodies(study: Study, { factor, tallies, base }: Look, bodies: Coded): Examined | null {
  const reference = referenceOf(factor, tallies)?.level ?? null
  const test = testOfBodies(study, factor, { clusters: bodies, reference })
  if (!test) return null
  const comparisons = factor.type === 'number' ? [] : compareLevels(study, factor, tallies).map(estimateOnly)
  const robust: Note = { key: 'cluster_level_robust', column: factor.column, values: valuesOf(study, bodies) }
  return { factor, result: { ...base, comparisons, test }, notes: [robust], usable: null }
}

const valuesOf = (study: Study, bodies: Coded | null) => ({
  cluster: bodies?.column ?? '',
  clusters: String(bodies ? clusterCount(study, bodies) : 0),
})

/** Of what belongs to the cluster only the estimate: every interval here would take rows for independent. */
function estimateOnly({ level, reference, oddsRatio }: Comparison): Comparison {
  const estimate = oddsRatio && { ...oddsRatio, woolf: null }
  return { level, reference, oddsRatio: estimate, riskDifference: null, fisherP: null, stratified: null, adjusted: null }
}

function refused(look: Look, notes: Note[]): Examined {
  return { factor: look.factor, result: { ...withRefusals(look), status: 'refused', verdict: 'refused' }, notes, usable: null }
}

function withRefusals({ factor, tallies, base }: Look): FactorResult {
  return { ...base, comparisons: factor.type === 'number' ? [] : refusedComparisons(factor, tallies) }
}

function baseOf(study: Study, factor: Factor, tallies: readonly Tally[]): FactorResult {
  return {
    column: factor.column,
    type: factor.type,
    status: 'ok',
    n: tallies.reduce((total, { events, others }) => total + events + others, 0),
    missing: missingOf(study, factor),
    levels: tallies.map(levelResult),
    comparisons: [],
    test: null,
    verdict: 'too_few',
    verdictLevel: null,
  }
}

function levelResult(tally: Tally): LevelResult {
  const n = tally.events + tally.others
  const rate = n > 0 ? tally.events / n : null
  return { level: tally.level, n, events: tally.events, rate, wilson: wilson(tally.events, n), shown: shown(tally) }
}

/** Whether the decided rows show more than one value. */
function differs(study: Study, factor: Factor): boolean {
  const isKnown = (value: number, row: number) => !Number.isNaN(value + at(study.outcome, row))
  const first = factor.values.find(isKnown)
  return factor.values.some((value, row) => value !== first && isKnown(value, row))
}

function sidedNotes(factor: Factor, tallies: readonly Tally[]): Note[] {
  if (factor.type === 'number') return []
  return tallies.filter(oneSided).map(({ level, events, others }) => ({
    key: 'separation_level',
    column: factor.column,
    values: { level, n: String(events + others), events: String(events) },
  }))
}

function fewNotes(factor: Factor, tallies: readonly Tally[]): Note[] {
  if (factor.type === 'number') return []
  const few = tallies.filter((tally) => !comparable(tally) && tally.events + tally.others > 0)
  if (few.length === 0) return []
  const values = {
    levels: few.map(({ level }) => level).join(', '),
    perLevel: String(rules.perLevel),
    perCell: String(rules.perCell),
  }
  return [{ key: 'too_few_levels', column: factor.column, values }]
}
