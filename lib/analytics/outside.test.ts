import { describe, expect, test } from 'vitest'
import { outsidePeriod, type QuarterCount, stretchesOf } from './outside'

const quarters = (...counts: [string, number, number?][]): QuarterCount[] =>
  counts.map(([first, sent, clients = sent]) => ({ first, sent, clients, approved: sent, refused: 0 }))

describe('periods outside the team', () => {
  test('a quarter of a few in the middle goes with the next, so that no difference leaves it', () => {
    const stretches = stretchesOf(quarters(['2025-10-01', 12], ['2026-01-01', 1], ['2026-04-01', 12]), 10)
    expect(stretches).toEqual([
      { first: '2025-10-01', last: '2025-12-31' },
      { first: '2026-01-01', last: '2026-06-30' },
    ])
    expect(outsidePeriod({ from: '2026-05-02', to: null }, stretches)).toEqual({ from: '2026-01-01', to: null })
    expect(outsidePeriod({ from: null, to: '2026-02-01' }, stretches)).toEqual({ from: null, to: '2026-06-30' })
  })

  test('a quarter of a few at the end goes with the one before', () => {
    const stretches = stretchesOf(quarters(['2026-01-01', 30], ['2026-04-01', 2]), 10)
    expect(stretches).toEqual([{ first: '2026-01-01', last: '2026-06-30' }])
  })

  test('many versions of a few people are a few', () => {
    const stretches = stretchesOf(quarters(['2026-01-01', 30, 3], ['2026-04-01', 20, 15]), 10)
    expect(stretches).toEqual([{ first: '2026-01-01', last: '2026-06-30' }])
  })

  test('people of one quarter may be those of the next: only as many as in the larger count', () => {
    const same = quarters(['2025-10-01', 12, 6], ['2026-01-01', 12, 6], ['2026-04-01', 12, 12])
    expect(stretchesOf(same, 10)).toEqual([{ first: '2025-10-01', last: '2026-06-30' }])
  })

  test('a few refused are in no stretch of their own, nor are they what is left between two', () => {
    const decided = (first: string, approved: number, refused: number) => {
      const sent = approved + refused
      return { first, sent, clients: sent, approved, refused }
    }
    const few = decided('2025-10-01', 13, 3)
    const many = decided('2026-01-01', 57, 27)
    expect(stretchesOf([few, many], 10)).toEqual([{ first: '2025-10-01', last: '2026-03-31' }])
    expect(stretchesOf([many, decided('2026-04-01', 46, 4)], 10)).toEqual([{ first: '2026-01-01', last: '2026-06-30' }])
    const [none, last] = [decided('2026-04-01', 46, 0), decided('2026-07-01', 6, 4)]
    expect(stretchesOf([many, none, last], 10)).toEqual([{ first: '2026-01-01', last: '2026-09-30' }])
    expect(stretchesOf([many, none], 10).map(({ first }) => first)).toEqual(['2026-01-01', '2026-04-01'])
  })

  test('where nothing was sent a period is whole quarters', () => {
    expect(outsidePeriod({ from: '2026-02-03', to: '2026-08-09' }, [])).toEqual({ from: '2026-01-01', to: '2026-09-30' })
  })

  test('together the stretches leave out no day between the first and the last', () => {
    const counts = Array.from({ length: 20 }, (_, k): [string, number] => [
      `${2020 + Math.floor(k / 4)}-${['01', '04', '07', '10'][k % 4]}-01`,
      (k * 7) % 13,
    ])
    const stretches = stretchesOf(quarters(...counts), 10)
    for (const [index, { last }] of stretches.slice(0, -1).entries()) {
      const next = Date.parse(`${stretches[index + 1]?.first}T00:00:00Z`)
      expect(next - Date.parse(`${last}T00:00:00Z`)).toBe(86_400_000)
    }
  })
})
