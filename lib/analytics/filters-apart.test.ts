import { expect, test } from 'vitest'
import { factorView, tallyOf } from './factor-view'
import { type Group, isGroupHidden } from './groups.queries'
import { exactly, type Rounding, roundedTo, roundingWith } from './rounding'
import { decidedOffice } from './simulated-view'
import { smallest } from './small-cells'
import { totalsOf } from './totals'
import type { Version } from './version'

/**
 * What somebody works out who asks for every filter there is, and sets the answers against each other: what is told of all less
 * what is told of the others, as far as adding and subtracting leads, over creditors, hardships and levels at once.
 */

const limit = smallest.outside
const [creditors, hardships, levels] = [
  ['甲 · 贷', '乙 · 贷', '丙 · 贷'],
  ['ILLNESS', 'DIVORCE'],
  ['yes', 'no'],
] as const
const all = '*'
const fates = ['approved', 'refused'] as const

/** Places of a table with all its totals. */
const places = fates.flatMap((fate) =>
  [...creditors, all].flatMap((creditor) =>
    [...hardships, all].flatMap((hardship) => [...levels, all].map((level) => ({ creditor, hardship, level, fate }))),
  ),
)
type Place = (typeof places)[number]
const nameOf = ({ creditor, hardship, level, fate }: Place) => [creditor, hardship, level, fate].join('/')
type Known = readonly [from: number, to: number]

const within = (versions: readonly Version[], { creditor, hardship, level, fate }: Place) =>
  versions.filter(
    ({ stratum, values, approval }) =>
      approval === fate &&
      (creditor === all || stratum === creditor) &&
      (hardship === all || values['F-05'] === hardship) &&
      (level === all || values['F-14'] === (level === 'yes')),
  ).length

/** What the figures of every filter say of each place: where nothing is told, a number of people. */
function told(versions: readonly Version[], round: Rounding): Map<string, Known> {
  const off = round === exactly ? 0 : roundedTo - 1
  const known = new Map<string, Known>(places.map((place) => [nameOf(place), [0, versions.length]]))
  for (const filter of filters)
    for (const [level, fate, n] of answerTo(versions, { ...filter, round }))
      known.set(nameOf({ ...filter, level, fate }), n === 0 ? [0, 0] : [Math.max(limit, n - off), n + off])
  return known
}

const filters = [...creditors, all].flatMap((creditor) => [...hardships, all].map((hardship) => ({ creditor, hardship })))
type Asked = { creditor: Place['creditor']; hardship: Place['hardship']; round: Rounding }

/** The answer to one filter: how many of each level, and of all, were approved and refused, as far as that is told. */
function answerTo(versions: readonly Version[], { creditor, hardship, round }: Asked) {
  const of = (some: { creditor: string; hardship: string }) =>
    versions.filter(
      ({ stratum, values }) =>
        (some.creditor === all || stratum === some.creditor) && (some.hardship === all || values['F-05'] === some.hardship),
    )
  const groups = (key: 'creditor' | 'hardship', values: readonly string[]) =>
    values.map((value) => groupOf(value, of({ creditor, hardship, [key]: value })))
  if (creditor !== all && isGroupHidden(groups('creditor', creditors), creditor, limit)) return []
  if (hardship !== all && isGroupHidden(groups('hardship', hardships), hardship, limit)) return []
  const own = of({ creditor, hardship })
  const by = new Map(fates.map((fate): [string, number] => [fate, own.filter(({ approval }) => approval === fate).length]))
  const counts = { sent: own.length, clients: own.length, by, importedBy: new Map<string, number>() }
  const { slices } = totalsOf(counts, { limit, round, isNarrowed: true }).funnel
  const flag = factorView('F-14', { id: 'F-14', kind: 'flag' }, { tally: tallyOf(own), limit, round })
  return [
    ...fates.flatMap((fate) => {
      const n = slices.find(({ approval }) => approval === fate)?.n ?? null
      return n === null ? [] : [[all, fate, n] as const]
    }),
    ...flag.levels.flatMap((level) => {
      const name = levels.find((one) => one === level.level)
      if (name === undefined || 'hidden' in level) return []
      return [[name, 'approved', level.events] as const, [name, 'refused', level.n - level.events] as const]
    }),
  ]
}

const groupOf = (value: string, some: readonly Version[]): Group => {
  const approved = some.filter(({ approval }) => approval === 'approved').length
  return { value, sent: some.length, clients: some.length, decided: some.length, approved }
}

/** Every sum the table has: a total and its parts. */
const sums = places.flatMap((place) => [
  ...(place.creditor === all ? [[place, creditors.map((creditor) => ({ ...place, creditor }))] as const] : []),
  ...(place.hardship === all ? [[place, hardships.map((hardship) => ({ ...place, hardship }))] as const] : []),
  ...(place.level === all ? [[place, levels.map((level) => ({ ...place, level }))] as const] : []),
])

/** Adds and subtracts until nothing more follows. */
function workedOut(first: ReadonlyMap<string, Known>): Map<string, Known> {
  const known = new Map(first)
  const at = (place: Place) => known.get(nameOf(place)) ?? [0, 0]
  const narrow = (place: Place, [from, to]: Known) => {
    const [low, high] = at(place)
    const next = [Math.max(low, from), Math.min(high, to)] as const
    known.set(nameOf(place), next)
    return next[0] > low || next[1] < high
  }
  const oneRound = () =>
    sums.map(([total, parts]) => {
      const ends = ([0, 1] as const).map((end) => parts.reduce((sum, part) => sum + at(part)[end], 0))
      const [low = 0, high = 0] = ends
      const whole = narrow(total, [low, high])
      const [least, most] = at(total)
      return parts.map((part) => narrow(part, [least - (high - at(part)[1]), most - (low - at(part)[0])])).includes(true) || whole
    })
  while (oneRound().includes(true));
  return known
}

/** Offices of three creditors, one of them small, whose groups are of one to some hundred. */
function officeOf(seed: number): Version[] {
  let state = seed
  const upTo = (most: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * most)
  }
  const groups = creditors.flatMap((stratum, place) =>
    hardships.flatMap((hardship) =>
      levels.map((level) => ({
        ...{ stratum, values: { 'F-05': hardship, 'F-14': level === 'yes' } },
        ...{ approved: upTo(place === 2 ? 20 : 90), refused: upTo(place === 2 ? 20 : 60) },
      })),
    ),
  )
  return decidedOffice(groups)
}

/** How many numbers are possible, at the least, for a count of one to nine in all these offices. */
function leastPossible(round: (seed: number) => Rounding) {
  const few = Array.from({ length: 40 }, (_, seed) => {
    const office = officeOf(seed + 1)
    const known = workedOut(told(office, round(seed)))
    return places.flatMap((place) => {
      const n = within(office, place)
      const [from, to] = known.get(nameOf(place)) ?? [0, 0]
      expect(from <= n && n <= to, `${nameOf(place)} is ${n}`).toBe(true)
      return n > 0 && n < limit ? [to - from + 1] : []
    })
  }).flat()
  return { least: Math.min(...few), known: few.filter((width) => width === 1).length, few: few.length }
}

test('counts told exactly would tell many of a few by the difference of filters', () => {
  const { known, few } = leastPossible(() => exactly)
  expect(known / few).toBeGreaterThan(0.5)
})

test('told in fives they do not, however many filters are set against each other', () => {
  const { least, few } = leastPossible((seed) => roundingWith(`key ${seed}`))
  expect(few).toBeGreaterThan(200)
  expect(least).toBeGreaterThanOrEqual(3)
})
