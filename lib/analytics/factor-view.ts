import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { bandsOf, levelOf, shownFactors } from './levels'
import { type Cell, hiddenCells } from './small-cells'
import type { Version } from './version'

/** A group: its size, approvals and rate, or nothing where it is too small to be told. */
export type Level = { level: string; n: number; events: number; rate: number; wilson: Interval } | { level: string; hidden: true }
/** `missing`: decided versions without the fact, a group of its own (its level is empty); null where there are none. */
export type FactorView = { column: string; levels: Level[]; missing: Level | null }

type Shown = (typeof shownFactors)[string]

/** Counts, rates and intervals of every factor over the decided versions. Small groups, and small gaps, are hidden. */
export const factorViews = (decided: readonly Version[], limit: number): FactorView[] =>
  Object.entries(shownFactors).map(([column, shown]) => factorView(column, shown, { decided, limit }))

function factorView(
  column: string,
  shown: Shown,
  { decided, limit }: { decided: readonly Version[]; limit: number },
): FactorView {
  const { missing, cells } = counted(shown, decided)
  const hidden = hiddenCells([...cells.map(([, cell]) => cell), missing], limit)
  return {
    column,
    missing: missing.n === 0 ? null : told('', missing, hidden.at(-1)),
    levels: cells.map(([level, cell], index) => told(level, cell, hidden[index])),
  }
}

/** The decided versions by level, in the order they are shown; those without the fact apart. */
function counted(shown: Shown, decided: readonly Version[]) {
  const missing = { n: 0, events: 0 }
  const groups = new Map<string, Cell>(orderOf(shown).map((level) => [level, { n: 0, events: 0 }]))
  for (const { values, approval } of decided) {
    const level = levelOf(shown, values[shown.id])
    const group = level === null ? missing : (groups.get(level) ?? { n: 0, events: 0 })
    group.n += 1
    group.events += approval === 'approved' ? 1 : 0
    if (level !== null) groups.set(level, group)
  }
  const cells = [...groups].filter(([, { n }]) => n > 0)
  return { missing, cells: inOrder(shown, cells) }
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
