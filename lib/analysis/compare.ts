import { exactTest, hypergeometric } from '@/lib/statistics/hypergeometric'
import { contingency } from '@/lib/statistics/r-by-c'
import { trend } from '@/lib/statistics/trend'
import { haldane, oddsRatio, riskDifference, type TwoByTwo } from '@/lib/statistics/two-by-two'
import type { Comparison, FactorTest, StratifiedResult } from './result'
import { stratify } from './stratify'
import type { Factor, Study } from './study'
import { comparable, oneSided, referenceOf, shown, type Tally, tableOf, tallyByStratum } from './tally'

/** Every level against the reference, crude and within strata; what the counts cannot carry is null. */
export function compareLevels(study: Study, factor: Factor, tallies: readonly Tally[]): Comparison[] {
  const reference = referenceOf(factor, tallies)
  if (!reference) return []
  const within = withinStrata(study, factor, tallies)
  return tallies
    .filter((tally) => tally !== reference)
    .map((tally) => ({ ...crude(tally, reference), stratified: within(tally.level) }))
}

/** What each level against the reference comes to within the strata; null where there are none, or too few rows for it. */
export function withinStrata(
  study: Study,
  factor: Factor,
  tallies: readonly Tally[],
): (level: string) => StratifiedResult | null {
  const { strata } = study
  const levels = tallies.filter(comparable).map(({ level }) => level)
  const reference = referenceOf(factor, tallies)?.level ?? ''
  // A factor is not compared within itself.
  if (!strata || strata.column === factor.column || !levels.includes(reference)) return () => null
  const byStratum = tallyByStratum(study, factor, { strata, levels })
  return (level) => {
    if (!levels.includes(level)) return null
    const tables = byStratum.flatMap(({ stratum, tallies: inside }) => {
      const [own, other] = [level, reference].map((name) => inside[levels.indexOf(name)])
      return own && other ? [{ stratum, table: tableOf(own, other) }] : []
    })
    return stratify(strata.column, tables)
  }
}

/** The shape of a comparison that is refused. */
export function refusedComparisons(factor: Factor, tallies: readonly Tally[]): Comparison[] {
  const reference = referenceOf(factor, tallies)
  return tallies.filter((tally) => tally !== reference).map(({ level }) => empty(level, reference?.level ?? ''))
}

/**
 * One test per factor over the levels that can be compared: Fisher for two, trend for ordered ones, else chi-square.
 * Null where fewer than two levels can.
 */
export function testLevels(factor: Factor, tallies: readonly Tally[]): FactorTest | null {
  const able = tallies.map((tally, score) => ({ ...tally, score })).filter(comparable)
  if (able.length < 2) return null
  if (factor.type === 'ordered' && able.length > 2) {
    const { p, departure } = trend(able.map(({ events, others, score }) => ({ events, n: events + others, score })))
    return { name: 'trend', p, q: null, departureP: departure.p }
  }
  if (able.length > 2) return { name: 'chi2', p: contingency(able.map(({ events, others }) => [events, others])).chi2P, q: null }
  const [first, second] = able
  return first && second ? { name: 'fisher', p: fisherP(tableOf(second, first)), q: null } : null
}

function crude(tally: Tally, reference: Tally): Comparison {
  const table = tableOf(tally, reference)
  const { estimate, newcombe } = riskDifference(table)
  return {
    ...empty(tally.level, reference.level),
    riskDifference: shown(tally) && shown(reference) ? { estimate, newcombe } : null,
    ...(comparable(tally) && comparable(reference) ? ratios(table) : sparse(tally, reference)),
  }
}

function ratios(table: TwoByTwo) {
  const { estimate, interval } = oddsRatio(table)
  return { oddsRatio: { estimate, woolf: interval, haldane: haldane(table).estimate }, fisherP: fisherP(table) }
}

/** A zero cell has no odds ratio; the one with a half added (Firth's of this table) is given, under its own name. */
function sparse(tally: Tally, reference: Tally) {
  const sided = oneSided(tally) && comparable(reference)
  const half = haldane(tableOf(tally, reference)).estimate
  return { oddsRatio: sided ? { estimate: null, woolf: null, haldane: half } : null, fisherP: null }
}

function empty(level: string, reference: string): Comparison {
  return { level, reference, riskDifference: null, oddsRatio: null, fisherP: null, stratified: null, adjusted: null }
}

function fisherP(table: TwoByTwo): number {
  return exactTest(hypergeometric(table), table.exposedEvents).twoSided
}
