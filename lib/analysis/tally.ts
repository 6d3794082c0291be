import { at } from '@/lib/statistics/numbers'
import type { TwoByTwo } from '@/lib/statistics/two-by-two'
import { rules } from './rules'
import type { Coded, Factor, Study } from './study'

/** Decided rows at one level. */
export type Tally = { level: string; events: number; others: number }

/** Decided rows per level, in the order of the levels. */
export function tallyOf(study: Study, { levels, codes }: Coded): Tally[] {
  const tallies = levels.map((level) => ({ level, events: 0, others: 0 }))
  countRows(study, (row) => tallies[at(codes, row)])
  return tallies
}

/** Adds each decided row to its tally, if it has one. */
function countRows({ outcome, counts }: Study, tallyAt: (row: number) => Tally | undefined): void {
  for (let row = 0; row < outcome.length; row++) {
    const tally = Number.isNaN(at(outcome, row)) ? undefined : tallyAt(row)
    if (tally) tally[outcome[row] === 1 ? 'events' : 'others'] += at(counts, row)
  }
}

/** Rows without a value, by how their outcome stands. */
export function missingOf({ standing, counts }: Study, { values }: Factor) {
  const { missing: _, ...found } = values.reduce(
    (count, value, row) => {
      if (Number.isNaN(value)) count[standing[row] ?? 'missing'] += at(counts, row)
      return count
    },
    { event: 0, nonEvent: 0, pending: 0, missing: 0 },
  )
  return found
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
  const [own, inside] = [factor.codes, strata.codes]
  const place = factor.levels.map((level) => levels.indexOf(level))
  const cells = strata.levels.map((stratum) => ({ stratum, tallies: levels.map((level) => ({ level, events: 0, others: 0 })) }))
  countRows(study, (row) => cells[at(inside, row)]?.tallies[at(place, at(own, row))])
  return cells
}
