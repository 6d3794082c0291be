import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openStages } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { append, type Board, findCard, place, positionOf, recount, remove } from './board-state'

const card = (serial: number, over: Partial<Card> = {}): Card => ({
  ...{ id: `c${serial}`, no: `XS-${serial}`, name: '张**', product: '借呗', owed: '100.10', action: 'TRIAGE', text: '' },
  ...{ due: '2026-11-24', whose: 'us', since: '2026-11-21T02:00:00Z', owner: '李', hold: null, overlays: [] },
  ...{ stage: 'INTAKE', serial, v: 1, ...over },
})

const empty: Board = {
  today: '2026-11-21',
  columns: openStages.map((stage) => ({ stage, count: 0, total: '0.00', next: null, cards: [] })),
}
const column = (board: Board, stage: string) => board.columns.find((one) => one.stage === stage)
const ids = (board: Board, stage: string) => column(board, stage)?.cards.map(({ id }) => id)

describe('the board in the browser', () => {
  test('a moved card leaves one column and enters the other; counts and totals follow to the fen', () => {
    const board = place(place(empty, card(1)), card(2, { owed: '0.05' }))
    const after = place(board, card(1, { stage: 'EVIDENCE' }))
    expect(column(after, 'INTAKE')).toMatchObject({ count: 1, total: '0.05' })
    expect(column(after, 'EVIDENCE')).toMatchObject({ count: 1, total: '100.10' })
  })

  test('cards stand by due date, then number; those without a date come last', () => {
    const board = [card(3), card(1, { due: null }), card(2), card(4, { due: '2026-11-20' })].reduce(place, empty)
    expect(ids(board, 'INTAKE')).toEqual(['c4', 'c2', 'c3', 'c1'])
    expect(positionOf(board, 'c2')).toEqual({ position: 2, count: 4 })
  })

  test('a move that failed is taken back for that card alone', () => {
    const [one, two] = [card(1), card(2)]
    const board = place(place(empty, one), two)
    const both = place(place(board, card(1, { stage: 'DRAFTING' })), card(2, { stage: 'EVIDENCE', v: 2 }))
    const after = place(both, one)
    expect([ids(after, 'INTAKE'), ids(after, 'EVIDENCE'), ids(after, 'DRAFTING')]).toEqual([['c1'], ['c2'], []])
  })

  test('a closed card and one out of reach leave the board', () => {
    const board = place(place(empty, card(1)), card(2))
    const after = remove(place(board, card(1, { stage: 'CLOSED' })), 'c2')
    expect(after).toEqual(empty)
    expect(remove(after, 'nobody')).toBe(after)
  })

  test('the next page joins at the end, and what came another way is not shown twice', () => {
    const board = place(empty, card(2))
    const after = append(board, 'INTAKE', { cards: [card(2), card(5), card(7)], next: '2026-11-24.7' })
    expect(ids(after, 'INTAKE')).toEqual(['c2', 'c5', 'c7'])
    expect(column(after, 'INTAKE')).toMatchObject({ count: 1, next: '2026-11-24.7' })
  })

  test('counts of the database replace those worked out here; cards stay', () => {
    const fresh = { ...empty, columns: empty.columns.map((one) => ({ ...one, count: 7, total: '9.00' })) }
    const after = recount(place(empty, card(1)), fresh)
    expect(column(after, 'INTAKE')).toMatchObject({ count: 7, total: '9.00' })
    expect(ids(after, 'INTAKE')).toEqual(['c1'])
  })

  test('whatever is moved wherever, no card is lost or doubled and the counts are those of the cards', () => {
    const step = fc.record({ serial: fc.integer({ min: 1, max: 6 }), to: fc.constantFrom(...openStages) })
    const start = [1, 2, 3, 4, 5, 6].map((n) => card(n)).reduce(place, empty)
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const board = steps.reduce((so, { serial, to }) => place(so, card(serial, { stage: to })), start)
        expect(board.columns.flatMap(({ cards }) => cards.map(({ id }) => id)).sort()).toEqual([
          'c1',
          'c2',
          'c3',
          'c4',
          'c5',
          'c6',
        ])
        expect(board.columns.every(({ count, cards }) => count === cards.length)).toBe(true)
        for (const { serial, to } of steps.slice(-1)) expect(findCard(board, `c${serial}`)?.stage).toBe(to)
      }),
    )
  })
})
