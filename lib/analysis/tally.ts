import { at } from '@/lib/statistics/numbers'
import type { TwoByTwo } from '@/lib/statistics/two-by-two'
import { rules } from './rules'
import { type Coded, countWhere, type Factor, type Study } from './study'

/** Decided rows at one level. */
export type Tally = { level: string; events: number; others: number }

/** Decided rows per level, in the order of the levels. */
export function tallyOf(study: Study, coded: Coded): Tally[] {
  const tallies = coded.levels.map((level) => ({ level, events: 0, others: 0 }))
  study.outcome.forEach((outcome, row) => {
    const tally = tallies[at(coded.codes, row)]
    if (!tally || Number.isNaN(outcome)) return
    if (outcome === 1) tally.events += at(study.counts, row)
    else tally.others += at(study.counts, row)
  })
  return tallies
}

/** Rows without a value, by how their outcome stands. */
export function missingOf(study: Study, { values }: Factor) {
  const count = (standing: string) =>
    countWhere(study, (row) => Number.isNaN(at(values, row)) && study.standing[row] === standing)
  return { event: count('event'), nonEvent: count('nonEvent'), pending: count('pending') }
}

/** Large enough to be shown with a rate that means something. */
export function shown({ events, others }: Tally): boolean {
  return events + others >= rules.perLevel
}

/** Large enough, in both outcomes, for an odds ratio and a p. */
export function comparable(tally: Tally): boolean {
  return shown(tally) && tally.events >= rules.perCell && tally.others >= rules.perCell
}

/** Shown, but with one outcome only: the odds ratio has no finite estimate. */
export function oneSided(tally: Tally): boolean {
  return shown(tally) && (tally.events === 0 || tally.others === 0)
}

/** The level the others are compared with: as asked, else the first (ordered) or largest that can carry a comparison. */
export function referenceOf(factor: Factor, tallies: readonly Tally[]): Tally | null {
  const asked = tallies.find(({ level }) => level === factor.reference)
  if (asked) return asked
  const able = tallies.filter(comparable)
  const candidates = able.length > 0 ? able : tallies
  const larger = (a: Tally, b: Tally) => (b.events + b.others > a.events + a.others ? b : a)
  return factor.type === 'ordered' ? (candidates[0] ?? null) : candidates.length > 0 ? candidates.reduce(larger) : null
}

/** A level against the reference. */
export function tableOf(level: Tally, reference: Tally): TwoByTwo {
  return {
    exposedEvents: level.events,
    exposedOthers: level.others,
    unexposedEvents: reference.events,
    unexposedOthers: reference.others,
  }
}

/** The tallies of some levels of a factor within each stratum. */
export function tallyByStratum(study: Study, factor: Factor, { strata, levels }: { strata: Coded; levels: readonly string[] }) {
  const place = factor.levels.map((level) => levels.indexOf(level))
  const cells = strata.levels.map((stratum) => ({ stratum, tallies: levels.map((level) => ({ level, events: 0, others: 0 })) }))
  study.outcome.forEach((outcome, row) => {
    const tally = cells[at(strata.codes, row)]?.tallies[at(place, at(factor.codes, row))]
    if (!tally || Number.isNaN(outcome)) return
    if (outcome === 1) tally.events += at(study.counts, row)
    else tally.others += at(study.counts, row)
  })
  return cells
}
