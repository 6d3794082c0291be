import type { CaseStage, OpenStage } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { differenceText, sumText } from '@/lib/platform/fen'

export type Column = { stage: OpenStage; count: number; total: string; next: string | null; cards: readonly Card[] }
export type Board = { today: string; columns: readonly Column[] }
export type Page = { cards: readonly Card[]; next: string | null }

export const findCard = (board: Board, id: string): Card | undefined => {
  for (const { cards } of board.columns) {
    const card = cards.find((one) => one.id === id)
    if (card !== undefined) return card
  }
  return undefined
}

/** Where a card stands in its column, counted from one, and of how many. */
export function positionOf(board: Board, id: string) {
  const column = board.columns.find(({ cards }) => cards.some((card) => card.id === id))
  const position = (column?.cards.findIndex((card) => card.id === id) ?? -1) + 1
  return { position, count: column?.count ?? 0 }
}

/** The card as it is now, in the column it belongs to, in order; a closed card leaves the board. Counts and totals follow. */
export const place = (board: Board, card: Card): Board => {
  const before = findCard(board, card.id)
  return {
    ...board,
    columns: board.columns.map((column) => withCard(before === undefined ? column : without(column, before), card)),
  }
}

/** The board without a card that is no longer one's business. */
export const remove = (board: Board, id: string): Board => {
  const before = findCard(board, id)
  return before === undefined ? board : { ...board, columns: board.columns.map((column) => without(column, before)) }
}

/** The next page of a column at its end. What arrived by another way in the meantime is not shown twice. */
export const append = (board: Board, stage: CaseStage, page: Page): Board => ({
  ...board,
  columns: board.columns.map((column) => (column.stage === stage ? { ...column, ...merged(column, page) } : column)),
})

/** Counts and totals as the database keeps them, which also know of cards that are not loaded. */
export const recount = (board: Board, fresh: Board): Board => ({
  today: fresh.today,
  columns: board.columns.map((column) => {
    const { count, total } = fresh.columns.find(({ stage }) => stage === column.stage) ?? column
    return { ...column, count, total }
  }),
})

const merged = ({ cards }: Column, page: Page): Page => {
  const known = new Set(cards.map(({ id }) => id))
  return { cards: inOrder([...cards, ...page.cards.filter(({ id }) => !known.has(id))]), next: page.next }
}

const without = (column: Column, card: Card): Column =>
  column.cards.some(({ id }) => id === card.id)
    ? {
        ...column,
        cards: column.cards.filter(({ id }) => id !== card.id),
        count: column.count - 1,
        total: differenceText(column.total, card.owed),
      }
    : column

const withCard = (column: Column, card: Card): Column =>
  column.stage === card.stage
    ? {
        ...column,
        cards: inOrder([...column.cards, card]),
        count: column.count + 1,
        total: sumText(column.total, card.owed),
      }
    : column

const inOrder = (cards: readonly Card[]) => [...cards].sort((a, b) => dueOf(a).localeCompare(dueOf(b)) || a.serial - b.serial)

/** Cards without a due date come last, as in the database. */
const dueOf = ({ due }: Card) => due ?? '9999-12-31'

/** A card as it will look once the move is through: what the stage itself says; the due date is the server's to say. */
export const moved = (card: Card, to: CaseStage, facts: Pick<Card, 'whose' | 'action' | 'since'>): Card => ({
  ...card,
  ...facts,
  stage: to,
  text: '',
  hold: null,
})
