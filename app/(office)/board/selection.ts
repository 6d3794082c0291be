import type { Card } from '@/lib/cases/card'
import type { Board } from './board-state'

/** The cards chosen, by their ids, as they were when they were chosen; some may not be drawn on the board. */
export type Selection = ReadonlyMap<string, Card>

export const nothingChosen: Selection = new Map()

/** The selection with this card in it, or without it where it was. */
export function toggled(selection: Selection, card: Card): Selection {
  const next = new Map(selection)
  if (!next.delete(card.id)) next.set(card.id, card)
  return next
}

export const withAll = (selection: Selection, cards: readonly Card[]): Selection =>
  new Map([...selection, ...cards.map((card) => [card.id, card] as const)])

/** The card above or below in the same column. */
export function neighbourOf({ columns }: Board, id: string, way: 'up' | 'down'): Card | undefined {
  const cards = columns.find((column) => column.cards.some((card) => card.id === id))?.cards ?? []
  const at = cards.findIndex((card) => card.id === id)
  return way === 'up' ? cards[at - 1] : cards[at + 1]
}

/** Every card of a column from the one chosen last to this one; this one alone where the other is elsewhere. */
export function between({ columns }: Board, from: string | undefined, to: Card): readonly Card[] {
  const cards = columns.find((column) => column.cards.some(({ id }) => id === to.id))?.cards ?? []
  const [a, b] = [cards.findIndex(({ id }) => id === from), cards.findIndex(({ id }) => id === to.id)]
  return a < 0 || b < 0 ? [to] : cards.slice(Math.min(a, b), Math.max(a, b) + 1)
}

export const allShown = ({ columns }: Board): readonly Card[] => columns.flatMap(({ cards }) => cards)
export const countOf = ({ columns }: Board) => columns.reduce((all, { count }) => all + count, 0)

/** The chosen cards as they are now: what the board knows of them is newer than what was chosen. */
export function current(selection: Selection, board: Board): Card[] {
  const shown = new Map(allShown(board).map((card) => [card.id, card]))
  return [...selection.values()].map((card) => shown.get(card.id) ?? card)
}
