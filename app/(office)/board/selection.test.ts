import { describe, expect, test } from 'vitest'
import type { OpenStage } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { between, countOf, current, neighbourOf, nothingChosen, toggled, withAll } from './selection'

const card = (id: string, more: Partial<Card> = {}): Card => ({
  ...{ id, no: `XS-${id}`, name: '张**', product: '借呗', owed: '1.00', action: null, text: '', due: null, whose: 'us' },
  ...{ since: '2026-11-21T00:00:00Z', owner: '李', hold: null, overlays: [], stage: 'INTAKE', serial: 1, v: 1 },
  ...more,
})
const column = (stage: OpenStage, ids: string[], count = ids.length) => ({
  ...{ stage, count, total: '0.00', next: null, cards: ids.map((id) => card(id, { stage })) },
})
const board = { today: '2026-11-21', columns: [column('INTAKE', ['1', '2', '3', '4'], 64), column('EVIDENCE', ['5'])] }
const ids = (cards: Iterable<Card>) => [...cards].map(({ id }) => id)

describe('choosing cards', () => {
  test('a card is chosen and let go again', () => {
    const chosen = toggled(nothingChosen, card('1'))
    expect(ids(chosen.values())).toEqual(['1'])
    expect(toggled(chosen, card('1')).size).toBe(0)
  })

  test('a stretch runs from the card chosen last to this one, either way round', () => {
    expect(ids(between(board, '1', card('3')))).toEqual(['1', '2', '3'])
    expect(ids(between(board, '4', card('2')))).toEqual(['2', '3', '4'])
  })

  test('between two columns there is no stretch', () => {
    expect(ids(between(board, '1', card('5')))).toEqual(['5'])
    expect(ids(between(board, undefined, card('2')))).toEqual(['2'])
  })

  test('the neighbour is in the same column, and none is beyond its ends', () => {
    expect(neighbourOf(board, '2', 'down')?.id).toBe('3')
    expect(neighbourOf(board, '2', 'up')?.id).toBe('1')
    expect([neighbourOf(board, '1', 'up'), neighbourOf(board, '4', 'down')]).toEqual([undefined, undefined])
  })

  test('what is counted is what fits the filter, not what is drawn', () => {
    expect(countOf(board)).toBe(65)
  })

  test('a chosen card is worked on as it is now, also where a colleague has changed it since', () => {
    const chosen = withAll(nothingChosen, [card('2', { v: 1 }), card('99', { v: 7 })])
    const changed = { ...board, columns: [{ ...column('INTAKE', []), cards: [card('2', { v: 4 })] }] }
    expect(current(chosen, changed).map(({ id, v }) => [id, v])).toEqual([
      ['2', 4],
      ['99', 7],
    ])
  })
})
