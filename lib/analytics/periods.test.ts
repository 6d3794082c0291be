import { describe, expect, test } from 'vitest'
import { stretchesOf, toldPeriod, type UnitCount } from './periods'

const quarters = (...counts: [string, number, number?][]): UnitCount[] =>
  counts.map(([first, sent, clients = sent]) => ({ first, sent, clients, approved: sent, refused: 0 }))

describe('periods outside the team', () => {
  test('a quarter of a few in the middle goes with the next, so that no difference leaves it', () => {
    const counts = quarters(['2025-10-01', 12], ['2026-01-01', 1], ['2026-04-01', 12])
    expect(stretchesOf(counts, 10)).toEqual([
      { first: '2025-10-01', last: '2025-12-31' },
      { first: '2026-01-01', last: '2026-06-30' },
    ])
    expect(toldPeriod({ from: '2026-05-02', to: null }, counts, 10)).toEqual({ from: '2026-01-01', to: null })
    expect(toldPeriod({ from: null, to: '2026-02-01' }, counts, 10)).toEqual({ from: null, to: '2026-06-30' })
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
    expect(toldPeriod({ from: '2026-02-03', to: '2026-08-09' }, [], 10)).toEqual({ from: '2026-01-01', to: '2026-09-30' })
  })

  test('what lies between two stretches, where nothing was sent, belongs to neither', () => {
    const counts = quarters(['2025-01-01', 12], ['2026-10-01', 12])
    expect(toldPeriod({ from: '2026-01-10', to: null }, counts, 10)).toEqual({ from: '2026-01-01', to: null })
    expect(toldPeriod({ from: null, to: '2026-01-10' }, counts, 10)).toEqual({ from: null, to: '2026-03-31' })
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

describe('periods inside the team', () => {
  const months = quarters(['2025-12-01', 7], ['2026-01-01', 2], ['2026-02-01', 5], ['2026-03-01', 6])

  test('are whole months, of which one of a few goes with the next', () => {
    expect(stretchesOf(months, 5)).toEqual([
      { first: '2025-12-01', last: '2025-12-31' },
      { first: '2026-01-01', last: '2026-02-28' },
      { first: '2026-03-01', last: '2026-03-31' },
    ])
    expect(toldPeriod({ from: '2025-12-24', to: '2026-01-15' }, months, 5)).toEqual({ from: '2025-12-01', to: '2026-02-28' })
  })

  test('that differ by a day within a month are one and the same', () => {
    const until = (to: string) => toldPeriod({ from: null, to }, months, 5)
    expect(until('2026-03-11')).toEqual(until('2026-03-12'))
    expect(until('2026-02-28')).not.toEqual(until('2026-03-01'))
  })

  test('where nothing was sent are months by the calendar, also in a leap year', () => {
    expect(toldPeriod({ from: '2028-02-03', to: '2028-02-04' }, [], 5)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })
})
