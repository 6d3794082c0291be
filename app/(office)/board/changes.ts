import type { Card } from '@/lib/cases/card'
import type { Answer } from './api'
import { type Board, findCard, place, recount, remove } from './board-state'

export type Change = { id: string; v: number }

type Around = {
  latest: { current: Board }
  update: (change: (board: Board) => Board) => void
  ask: <Value>(path: string) => Promise<Answer<Value>>
  glow: (id: string) => void
  /** The filters of the board as an address carries them. */
  query: string
}

/** More changes at once than this, and the whole window is read again instead. */
const manyChanges = 20

/**
 * Brings colleagues' changes onto the board: changed cards are read one by one, counts once. A card that is being dragged
 * or saved stays where it is until it is let go.
 */
export class Changes {
  readonly #around: () => Around
  /** Cards that are held, with the newest version heard of each. */
  readonly #held = new Map<string, number>()

  constructor(around: () => Around) {
    this.#around = around
  }

  async hear(changes: Change[]): Promise<void> {
    const news = changes.filter((change) => this.#isNews(change))
    for (const { id, v } of news) if (this.#held.has(id)) this.#held.set(id, v)
    const now = news.filter(({ id }) => !this.#held.has(id))
    if (now.length > manyChanges) return this.reload()
    await Promise.all(now.map(({ id }) => this.merge(id)))
    if (news.length > 0) await this.#count()
  }

  /** Reads one card and shows it where it belongs; one that is out of reach or filtered out leaves. */
  async merge(id: string): Promise<void> {
    const { ask, update, glow, query } = this.#around()
    const answer = await ask<{ card: Card | null }>(`board/cards/${id}?${query}`)
    if (answer.kind === 'lost') return
    const card = answer.kind === 'done' ? answer.value.card : null
    update((board) => (card === null ? remove(board, id) : place(board, card)))
    glow(id)
  }

  /** Reads the whole window again: something may have been missed. */
  async reload(): Promise<void> {
    const { ask, update, query } = this.#around()
    const answer = await ask<Board>(`board?${query}`)
    if (answer.kind === 'done') update(() => answer.value)
  }

  hold(id: string) {
    if (!this.#held.has(id)) this.#held.set(id, 0)
  }

  /** Lets a card go; what was heard of it meanwhile is looked at now. */
  release(id: string) {
    const v = this.#held.get(id) ?? 0
    this.#held.delete(id)
    if (v > 0 && this.#isNews({ id, v })) void this.merge(id)
  }

  #isNews({ id, v }: Change) {
    return (findCard(this.#around().latest.current, id)?.v ?? 0) < v
  }

  async #count() {
    const { ask, update, query } = this.#around()
    const answer = await ask<Board>(`board?perColumn=0&${query}`)
    if (answer.kind === 'done') update((board) => recount(board, answer.value))
  }
}
