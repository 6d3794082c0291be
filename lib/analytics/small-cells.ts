/** One group of decided proposals: how many, how many of them were approved, and how many were imported as past outcomes. */
export type Cell = { n: number; events: number; imported?: number }

/**
 * Below how many people a count is not shown: inside the team, and to analysts and in everything that leaves the team
 * (analytics.md 2).
 */
export const smallest = { team: 5, outside: 10 } as const

/**
 * Which groups of one factor must be hidden so that no small count can be read or worked out. A group is small where its
 * size, its approvals or its refusals are between one and the limit; a lone hidden group takes the next smallest with it,
 * because the total would reveal it.
 */
export function hiddenCells(cells: readonly Cell[], limit: number): boolean[] {
  const hidden = cells.map((cell) => isSmall(cell, limit))
  if (hidden.filter(Boolean).length !== 1) return hidden
  const others = cells.map((cell, index) => ({ n: cell.n, index })).filter(({ n, index }) => n > 0 && hidden[index] === false)
  const [companion] = others.sort((a, b) => a.n - b.n || a.index - b.index)
  return hidden.map((isHidden, index) => isHidden || index === companion?.index)
}

/** How many of a group were imported; null where so few were, or so few were not, that it would point at them. */
export const importedOf = ({ n, imported = 0 }: Pick<Cell, 'n' | 'imported'>, limit: number): number | null =>
  isSmall({ n: imported, events: 0 }, limit) || isSmall({ n: n - imported, events: 0 }, limit) ? null : imported

const isSmall = ({ n, events }: Cell, limit: number) => [n, events, n - events].some((count) => count > 0 && count < limit)
