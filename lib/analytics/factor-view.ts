import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { isDecided } from './approval'
import { bandsOf, levelOf, type Shown, shownFactors } from './levels'
import { type Cell, hiddenCells } from './small-cells'
import type { Version } from './version'

/** A group: its size, approvals and rate, or nothing where it is too small to be told. */
export type Level = { level: string; n: number; events: number; rate: number; wilson: Interval } | { level: string; hidden: true }
/** `missing`: decided versions without the fact, a group of its own (its level is empty); null where there are none. */
export type FactorView = { column: string; levels: Level[]; missing: Level | null }

/** Decided versions by level, null for those without the fact. */
export type Tally = (column: string) => ReadonlyMap<string | null, Cell>

/** Counts, rates and intervals of every factor over the decided versions. Small groups, and small gaps, are hidden. */
export const factorViews = (tally: Tally, limit: number): FactorView[] =>
  Object.entries(shownFactors).map(([column, shown]) => factorView(column, shown, { tally, limit }))

function factorView(column: string, shown: Shown, { tally, limit }: { tally: Tally; limit: number }): FactorView {
  const found = tally(column)
  const missing = found.get(null) ?? { n: 0, events: 0 }
  const levels = new Set([...orderOf(shown), ...found.keys()])
  const cells = [...levels].flatMap((level): [string, Cell][] => {
    const cell = level === null ? undefined : found.get(level)
    return level === null || cell === undefined ? [] : [[level, cell]]
  })
  const sorted = inOrder(shown, cells)
  const hidden = hiddenCells([...sorted.map(([, cell]) => cell), missing], limit)
  return {
    column,
    missing: missing.n === 0 ? null : told('', missing, hidden.at(-1)),
    levels: sorted.map(([level, cell], index) => told(level, cell, hidden[index])),
  }
}

/** The tally of versions read one by one. */
export const tallyOf =
  (versions: readonly Version[]): Tally =>
  (column) => {
    const [shown, cells] = [shownFactors[column], new Map<string | null, Cell>()]
    const decided = versions.filter(({ approval }) => isDecided(approval))
    for (const { values, approval } of decided) {
      const level = shown === undefined ? null : levelOf(shown, values[shown.id])
      count(cells, level, approval === 'approved' ? { n: 1, events: 1 } : { n: 1, events: 0 })
    }
    return cells
  }

/** Adds to the cell of a level. */
function count(cells: Map<string | null, Cell>, level: string | null, { n, events }: Cell) {
  const so = cells.get(level) ?? { n: 0, events: 0 }
  cells.set(level, { n: so.n + n, events: so.events + events })
}

/** Bands keep their order, quarters run in time, other categories go by size. */
function inOrder(shown: Shown, cells: [string, Cell][]) {
  if (shown.kind === 'bands' || shown.kind === 'ordered') return cells
  const byName = shown.id === 'F-26' || shown.kind === 'flag'
  return cells.sort(([a, x], [b, y]) => (byName ? 0 : y.n - x.n) || (a < b ? -1 : 1))
}

const told = (level: string, { n, events }: Cell, isHidden: boolean | undefined): Level =>
  isHidden ? { level, hidden: true } : { level, n, events, rate: events / n, wilson: wilson(events, n) }

const orderOf = (shown: Shown): readonly string[] => {
  if (shown.kind === 'bands') return bandsOf(shown.limits)
  return shown.kind === 'ordered' ? shown.levels : []
}
