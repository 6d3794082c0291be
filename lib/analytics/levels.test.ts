import { describe, expect, test } from 'vitest'
import { factorIds } from '@/db/vocabulary'
import { bandsOf, levelOf, shownFactors, specOf } from './levels'

const factor = (column: string) => {
  const shown = shownFactors[column]
  if (shown === undefined) throw new Error(column)
  return shown
}

describe('levels of frozen factors', () => {
  test('a missing fact is no level, never a guess', () => {
    expect(levelOf(factor('F-07'), null)).toBeNull()
    expect(levelOf(factor('F-05'), undefined)).toBeNull()
  })
  test('a number falls into the band that was fixed beforehand', () => {
    expect([-3, 0, 29, 30, 90].map((days) => levelOf(factor('F-03'), days))).toEqual(['<0', '0..30', '0..30', '30..90', '>=90'])
    expect(bandsOf([0, 30, 90])).toEqual(['<0', '0..30', '30..90', '>=90'])
  })
  test('SF-15 each relief asked for is a question of its own', () => {
    expect(levelOf(factor('F-19:WAIVE_INTEREST'), ['TERM_EXTENSION'])).toBe('no')
    expect(levelOf(factor('F-19:WAIVE_INTEREST'), ['TERM_EXTENSION', 'WAIVE_INTEREST'])).toBe('yes')
  })
  test('every band of a factor is named to the analysis', () => {
    expect(specOf('F-02', factor('F-02')).levels).toContain('D31_90')
  })
  test('the rating of willingness is not offered as a factor', () => {
    const shown = new Set(Object.values(shownFactors).map(({ id }) => id))
    expect(factorIds.filter((id) => !shown.has(id))).toEqual(['F-01', 'F-25', 'F-27'])
  })
})
