import type { Card } from '@/lib/cases/card'
import type { Answer } from '../board/api'
import { type FoundClient, isWorthSearching } from './entries'

/** So long after the last key a search begins. */
const restMs = 250

export type Sight = {
  state: 'idle' | 'searching' | 'done' | 'tooMany' | 'lost'
  cases: readonly Card[]
  clients: readonly FoundClient[]
}
export const nothing: Sight = { state: 'idle', cases: [], clients: [] }

type Around = { ask: <Value>(path: string) => Promise<Answer<Value>>; show: (sight: Sight) => void }

/** Looks cases and clients up while somebody types: after a rest, and never shows the answer to an older question. */
export class Finder {
  readonly #around: () => Around
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(around: () => Around) {
    this.#around = around
  }

  look(q: string) {
    clearTimeout(this.#timer)
    this.#turn += 1
    const { show } = this.#around()
    if (!isWorthSearching(q)) return show(nothing)
    show({ ...nothing, state: 'searching' })
    const turn = this.#turn
    this.#timer = setTimeout(() => void this.#find(q.trim(), turn), restMs)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#turn += 1
  }

  async #find(q: string, turn: number) {
    const { ask, show } = this.#around()
    const asked = encodeURIComponent(q.slice(0, 80))
    const [cases, clients] = await Promise.all([
      ask<{ cases: Card[] }>(`search?q=${asked}`),
      ask<{ clients: FoundClient[] }>(`clients?q=${asked}`),
    ])
    if (turn !== this.#turn) return
    show({
      state: stateOf([cases, clients]),
      cases: cases.kind === 'done' ? cases.value.cases : [],
      clients: clients.kind === 'done' ? clients.value.clients : [],
    })
  }
}

function stateOf(answers: readonly Answer<unknown>[]): Sight['state'] {
  if (answers.some((answer) => answer.kind === 'refused' && answer.problem.code === 'too_many')) return 'tooMany'
  return answers.every(({ kind }) => kind === 'lost') ? 'lost' : 'done'
}
