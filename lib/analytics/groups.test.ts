import { describe, expect, test } from 'vitest'
import { type Group, isGroupHidden } from './groups.queries'

const groups = (...counts: [string, number, number, number][]): Group[] =>
  counts.map(([value, sent, decided, approved]) => ({ value, sent, clients: sent, decided, approved }))

describe('one group of several, outside the team', () => {
  const hardships = groups(['ILLNESS', 60, 50, 25], ['UNEMPLOYMENT', 50, 40, 20], ['OTHER', 30, 26, 13], ['FAMILY', 4, 3, 1])

  test('of a few people is not told, nor the smallest of the others, by which it would be known', () => {
    const told = hardships.filter(({ value }) => !isGroupHidden(hardships, value, 10)).map(({ value }) => value)
    expect(told).toEqual(['ILLNESS', 'UNEMPLOYMENT'])
  })

  test('with few approvals is a small one too', () => {
    const some = groups(['A', 60, 50, 25], ['B', 50, 40, 20], ['C', 40, 30, 2])
    expect(some.map(({ value }) => isGroupHidden(some, value, 10))).toEqual([false, true, true])
  })

  test('of many proposals by a few people is one of a few people', () => {
    const three = groups(['A', 60, 50, 25], ['B', 50, 40, 20], ['C', 40, 30, 15])
    const few = three.map((one) => (one.value === 'C' ? { ...one, clients: 4 } : one))
    expect(few.map(({ value }) => isGroupHidden(few, value, 10))).toEqual([false, true, true])
  })

  test('is told where all are as many as may be told', () => {
    const all = hardships.slice(0, 3)
    expect(all.some(({ value }) => isGroupHidden(all, value, 10))).toBe(false)
  })

  test('of which nothing is decided yet is told by how many were sent', () => {
    const fresh = groups(['A', 30, 0, 0], ['B', 12, 0, 0], ['C', 3, 0, 0])
    expect(fresh.map(({ value }) => isGroupHidden(fresh, value, 10))).toEqual([false, true, true])
  })
})

describe('one group of several, inside the team', () => {
  const hiddenOf = (all: Group[]) => all.filter(({ value }) => isGroupHidden(all, value, 5)).map(({ value }) => value)

  test('of a few people is not told, nor the one by which it would be known', () => {
    expect(hiddenOf(groups(['A', 60, 50, 25], ['B', 12, 10, 5], ['C', 3, 2, 1]))).toEqual(['B', 'C'])
  })

  test('of enough people is counted though few of them were refused, which its own answer hides; the next smallest is not', () => {
    const some = groups(['A', 60, 50, 25], ['B', 50, 40, 20], ['C', 14, 11, 8])
    expect(hiddenOf(some)).toEqual(['B'])
    expect(some.filter(({ value }) => isGroupHidden(some, value, 10)).map(({ value }) => value)).toEqual(['B', 'C'])
  })

  test('several of few refusals cover each other', () => {
    expect(hiddenOf(groups(['A', 60, 50, 25], ['B', 14, 11, 8], ['C', 13, 10, 7]))).toEqual([])
  })
})
