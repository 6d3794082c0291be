import { beforeEach, describe, expect, test } from 'vitest'
import { openStages } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import type { Answer } from './api'
import { type Board, findCard, place } from './board-state'
import { Changes } from './changes'

const card = (over: Partial<Card> = {}): Card => ({
  ...{ id: 'c1', no: 'XS-0001', name: '张**', product: '借呗', owed: '100.00', action: 'TRIAGE', text: '' },
  ...{ due: '2026-11-24', whose: 'us', since: '2026-11-01T02:00:00Z', owner: '李', hold: null, overlays: [] },
  ...{ stage: 'EVIDENCE', serial: 1, v: 4, ...over },
})
const empty: Board = {
  today: '2026-11-21',
  columns: openStages.map((stage) => ({ stage, count: 0, total: '0.00', next: null, cards: [] })),
}

let server: Record<string, unknown>
let asked: string[]
let latest: { current: Board }
let changes: Changes

beforeEach(() => {
  server = {}
  asked = []
  latest = { current: place(empty, card()) }
  const around = {
    latest,
    update: (change: (board: Board) => Board) => {
      latest.current = change(latest.current)
    },
    ask: async <Value>(path: string): Promise<Answer<Value>> => {
      asked.push(path)
      const value = server[path]
      // What the server answers is JSON: here it is given as such.
      return value === undefined ? { kind: 'lost' } : JSON.parse(JSON.stringify(value))
    },
    glow: () => undefined,
    query: 'owner=me',
  }
  changes = new Changes(() => around)
})

const answerCard = (now: Card | null) => {
  server['board/cards/c1?owner=me'] = { kind: 'done', value: { card: now } }
}
const stageOf = (id: string) => findCard(latest.current, id)?.stage

describe('a colleague’s change', () => {
  test('is read and shown where it belongs, and the counts with it', async () => {
    answerCard(card({ stage: 'DRAFTING', v: 5 }))
    await changes.hear([{ id: 'c1', v: 5 }])
    expect(stageOf('c1')).toBe('DRAFTING')
    expect(asked).toEqual(['board/cards/c1?owner=me', 'board?perColumn=0&owner=me'])
  })

  test('that is one’s own move coming back is not read again', async () => {
    await changes.hear([{ id: 'c1', v: 4 }])
    expect(asked).toEqual([])
  })

  test('never moves a card under one’s hand: it waits until the card is let go', async () => {
    answerCard(card({ stage: 'DRAFTING', v: 5 }))
    changes.hold('c1')
    await changes.hear([{ id: 'c1', v: 5 }])
    expect(stageOf('c1')).toBe('EVIDENCE')
    changes.release('c1')
    await Promise.resolve()
    await new Promise((resolve) => setTimeout(resolve))
    expect(stageOf('c1')).toBe('DRAFTING')
  })

  test('a card let go with nothing heard is left alone', () => {
    changes.hold('c1')
    changes.release('c1')
    expect(asked).toEqual([])
  })

  test('takes a card away that is filtered out or out of reach, and keeps it when the connection fails', async () => {
    await changes.hear([{ id: 'c1', v: 5 }])
    expect(stageOf('c1')).toBe('EVIDENCE')
    server['board/cards/c1?owner=me'] = { kind: 'refused', problem: { code: 'not_found', detail: '' } }
    await changes.hear([{ id: 'c1', v: 5 }])
    expect(stageOf('c1')).toBeUndefined()
  })

  test('many at once are one reading of the whole window', async () => {
    server['board?owner=me'] = { kind: 'done', value: place(empty, card({ id: 'c9' })) }
    await changes.hear(Array.from({ length: 30 }, (_, i) => ({ id: `x${i}`, v: 1 })))
    expect(asked).toEqual(['board?owner=me'])
    expect(stageOf('c9')).toBe('EVIDENCE')
  })
})
