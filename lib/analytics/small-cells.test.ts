import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenCells, smallest } from './small-cells'

describe('small groups', () => {
  test('a group of fewer people than the limit is hidden, and a second one with it', () => {
    expect(
      hiddenCells(
        [
          { n: 4, events: 0 },
          { n: 30, events: 15 },
          { n: 60, events: 20 },
        ],
        5,
      ),
    ).toEqual([true, true, false])
  })
  test.each([
    ['team', 5],
    ['outside', 10],
  ] as const)('as many people as the limit for the %s are shown, and one fewer are not', (who, limit) => {
    expect(smallest[who]).toBe(limit)
    const groups = (n: number) => [n, 60, 70].map((many) => ({ n: many, events: 0 }))
    expect(hiddenCells(groups(limit), limit)).toEqual([false, false, false])
    expect(hiddenCells(groups(limit - 1), limit)).toEqual([true, true, false])
  })
  test('few approvals in a large group are a small cell too', () => {
    expect(
      hiddenCells(
        [
          { n: 40, events: 2 },
          { n: 50, events: 25 },
          { n: 80, events: 40 },
        ],
        5,
      ),
    ).toEqual([true, true, false])
  })
  test('no approval at all in a large group may be told', () => {
    expect(
      hiddenCells(
        [
          { n: 40, events: 0 },
          { n: 50, events: 25 },
        ],
        5,
      ),
    ).toEqual([false, false])
  })
  test('what is hidden together is no small group either', () => {
    const few = [
      { n: 3, events: 2 },
      { n: 4, events: 1 },
      { n: 40, events: 20 },
      { n: 90, events: 60 },
    ]
    expect(hiddenCells(few, 10)).toEqual([true, true, true, false])
  })
  test('that nobody of the hidden was approved is not left to be seen', () => {
    const refused = [
      { n: 4, events: 0 },
      { n: 12, events: 0 },
      { n: 40, events: 20 },
      { n: 90, events: 60 },
    ]
    expect(hiddenCells(refused, 10)).toEqual([true, true, true, false])
  })
  test('a group hidden for another reason counts among the hidden', () => {
    const groups = [20, 30, 40].map((n) => ({ n, events: n / 2 }))
    expect(hiddenCells(groups, 10, [false, true, false])).toEqual([true, true, false])
    expect(hiddenCells(groups, 10, [false, false, false])).toEqual([false, false, false])
  })
  test('never exactly one group is hidden while another could be', () => {
    const cell = fc.nat(40).chain((n) => fc.nat(n).map((events) => ({ n, events })))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), fc.constantFrom(5, 10), (cells, limit) => {
        const hidden = hiddenCells(cells, limit)
        const shownWithPeople = cells.filter(({ n }, index) => n > 0 && !hidden[index]).length
        expect(hidden.filter(Boolean).length === 1 && shownWithPeople > 0).toBe(false)
      }),
    )
  })
})
