/** One group of decided proposals: how many, how many of them were approved, and how many were imported as past outcomes. */
export type Cell = { n: number; events: number; imported?: number }

/**
 * Below how many people a count is not shown: inside the team, and to analysts and in everything that leaves the team
 * (analytics.md 2).
 */
export const smallest = { team: 5, outside: 10 } as const

/** Whether figures with this limit leave the team. */
export const leavesTeam = (limit: number): boolean => limit >= smallest.outside

/**
 * Which groups of one factor must be hidden so that no small count can be read or worked out. A group is small where its
 * size, its approvals or its refusals are between one and the limit. What is hidden can be added up from the totals, so the
 * next smallest groups go along until they are two at least and, together, no small group either: with as many approved and
 * as many refused as may be told, so that neither "nobody" nor "everybody" is known of a hidden one.
 * `already`: groups that are hidden for another reason.
 */
export function hiddenCells(cells: readonly Cell[], limit: number, already: readonly boolean[] = []): boolean[] {
  const hidden = cells.map((cell, index) => already[index] === true || isSmall(cell, limit))
  const whole = summed(cells)
  const others = cells.map((cell, index) => ({ n: cell.n, index })).filter(({ n, index }) => n > 0 && hidden[index] === false)
  for (const { index } of others.sort((a, b) => a.n - b.n || a.index - b.index)) {
    const together = cells.filter((_, at) => hidden[at])
    if (together.length === 0 || (together.length > 1 && isCover(summed(together), whole, limit))) break
    hidden[index] = true
  }
  return hidden
}

type Telling = { limit: number; round: (count: number) => number }

/** How many of a group were imported; null where so few were, or so few were not, that it would point at them. */
export const importedOf = ({ n, imported = 0 }: Pick<Cell, 'n' | 'imported'>, { limit, round }: Telling): number | null =>
  isSmall({ n: imported, events: 0 }, limit) || isSmall({ n: n - imported, events: 0 }, limit) ? null : round(imported)

/** Whether a group, its approvals or its refusals are between one and the limit. */
export const isSmall = ({ n, events }: Cell, limit: number) => [n, events, n - events].some((count) => count > 0 && count < limit)

const summed = (cells: readonly Cell[]) =>
  cells.reduce((total, { n, events }) => ({ n: total.n + n, events: total.events + events }), { n: 0, events: 0 })

/** Whether groups hidden together may be known together. An outcome that nobody at all had is known anyway. */
function isCover(together: Cell, whole: Cell, limit: number): boolean {
  const [refused, allRefused] = [together.n - together.events, whole.n - whole.events]
  const isKnown = (count: number, all: number) => all === 0 || count >= limit
  return isKnown(together.events, whole.events) && isKnown(refused, allRefused)
}
