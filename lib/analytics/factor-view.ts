import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { isDecided } from './approval'
import { bandsOf, levelOf, type Shown, shownFactors } from './levels'
import type { Rounding } from './rounding'
import { type Cell, hiddenCells } from './small-cells'
import type { Version } from './version'

/**
 * A group: its size, approvals and rate, or nothing where it is too small to be told. `imported`: how many of it are past
 * outcomes; null where that would tell of a few.
 */
export type Level =
  | { level: string; n: number; events: number; imported: number | null; rate: number; wilson: Interval }
  | { level: string; hidden: true }
/** `missing`: decided versions without the fact, a group of its own (its level is empty); null where there are none. */
export type FactorView = { column: string; levels: Level[]; missing: Level | null }

/** Decided versions by level, null for those without the fact. */
export type Tally = (column: string) => ReadonlyMap<string | null, Cell>

type Telling = { tally: Tally; limit: number; round: Rounding }

/** Counts, rates and intervals of every factor over the decided versions. Small groups, and small gaps, are hidden. */
export const factorViews = (tally: Tally, telling: { limit: number; round: Rounding }): FactorView[] =>
  Object.entries(shownFactors).map(([column, shown]) => factorView(column, shown, { tally, ...telling }))

/** The same of one factor. */
export function factorView(column: string, shown: Shown, { tally, limit, round }: Telling): FactorView {
  const found = tally(column)
  const missing = found.get(null) ?? { n: 0, events: 0 }
  const levels = new Set([...orderOf(shown), ...found.keys()])
  const cells = [...levels].flatMap((level): [string, Cell][] => {
    const cell = level === null ? undefined : found.get(level)
    return level === null || cell === undefined ? [] : [[level, cell]]
  })
  const sorted = inOrder(shown, cells)
  const all = [...sorted.map(([, cell]) => cell), missing]
  const hidden = hiddenCells(all, limit)
  // How many were imported adds up to a total that is told, too.
  const uncounted = hiddenCells(
    all.map(({ n, imported = 0 }) => ({ n, events: imported })),
    limit,
    hidden,
  )
  const at = (index: number) => ({ isHidden: hidden.at(index), isUncounted: uncounted.at(index), round })
  return {
    column,
    missing: missing.n === 0 ? null : told('', missing, at(-1)),
    levels: sorted.map(([level, cell], index) => told(level, cell, at(index))),
  }
}

/** The tally of versions read one by one. */
export const tallyOf =
  (versions: readonly Version[]): Tally =>
  (column) => {
    const shown = shownFactors[column]
    const cells = new Map<string | null, Required<Cell>>()
    for (const version of versions) if (isDecided(version.approval)) count(cells, levelIn(version, shown), version)
    return cells
  }

const levelIn = ({ values }: Version, shown: Shown | undefined) => (shown === undefined ? null : levelOf(shown, values[shown.id]))

/** Adds a version to the cell of its level. */
function count(cells: Map<string | null, Required<Cell>>, level: string | null, { approval, is_imported: isImported }: Version) {
  const so = cells.get(level) ?? { n: 0, events: 0, imported: 0 }
  const [event, imported] = [approval === 'approved' ? 1 : 0, isImported ? 1 : 0]
  cells.set(level, { n: so.n + 1, events: so.events + event, imported: so.imported + imported })
}

/** Bands keep their order, quarters run in time, other categories go by size. */
function inOrder(shown: Shown, cells: [string, Cell][]) {
  if (shown.kind === 'bands' || shown.kind === 'ordered') return cells
  const byName = shown.id === 'F-26' || shown.kind === 'flag'
  return cells.sort(([a, x], [b, y]) => (byName ? 0 : y.n - x.n) || (a < b ? -1 : 1))
}

type Kept = { isHidden: boolean | undefined; isUncounted: boolean | undefined; round: Rounding }

function told(level: string, { n, events, imported = 0 }: Cell, { isHidden, isUncounted, round }: Kept): Level {
  if (isHidden) return { level, hidden: true }
  const [approved, all] = [round(events), round(events) + round(n - events)]
  const past = imported === n ? all : Math.min(all, round(imported))
  return {
    level,
    n: all,
    events: approved,
    imported: isUncounted ? null : past,
    rate: approved / all,
    wilson: wilson(approved, all),
  }
}

const orderOf = (shown: Shown): readonly string[] => {
  if (shown.kind === 'bands') return bandsOf(shown.limits)
  return shown.kind === 'ordered' ? shown.levels : []
}
