import { describe, expect, test } from 'vitest'
import { chance } from './chance'

const many = <T>(draw: () => T) => Array.from({ length: 20_000 }, draw)

describe('chance from a seed', () => {
  test('is decided by the seed alone', () => {
    const draws = (seed: string) => {
      const from = chance(seed)
      return [from.fraction(), from.whole(1, 6), from.uuid(), from.pick(['a', 'b', 'c'])]
    }
    expect(draws('x')).toEqual(draws('x'))
    expect(draws('x')).not.toEqual(draws('y'))
  })

  test('draws whole numbers evenly, both ends included', () => {
    const from = chance('dice')
    const counts = new Map<number, number>()
    for (const face of many(() => from.whole(1, 6))) counts.set(face, (counts.get(face) ?? 0) + 1)
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(Math.abs(count - 20_000 / 6)).toBeLessThan(300)
  })

  test('follows weights', () => {
    const from = chance('weights')
    const rare = many(() => from.weighted({ often: 9, seldom: 1 })).filter((key) => key === 'seldom').length
    expect(Math.abs(rare - 2_000)).toBeLessThan(250)
  })

  test('makes ids of the fourth version that differ', () => {
    const from = chance('ids')
    const ids = many(() => from.uuid())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  })
})
