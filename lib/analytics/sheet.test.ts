import { describe, expect, test } from 'vitest'
import { modelFactors, sheetOf, specFor } from './sheet'
import type { Version } from './version'

const version: Version = {
  id: 'first',
  case_id: 'case',
  client_id: 'one',
  stratum: '甲 · 贷',
  sent_on: '2026-11-01',
  is_imported: false,
  decided_on: null,
  taken_back_on: null,
  values: { 'F-02': 'D1_30', 'F-14': true, 'F-19': ['TERM_EXTENSION'] },
  approval: 'pending',
  change: null,
  kept: null,
}
const rowOf = (change: Partial<Version>) => sheetOf([{ ...version, ...change }])[0]

describe('the sheet behind the page', () => {
  test('SF-15 each factor is a column of levels, and what is unknown stays empty', () => {
    expect(rowOf({})).toMatchObject({ 'F-02': 'D1_30', 'F-14': 'yes', 'F-19:TERM_EXTENSION': 'yes', 'F-07': null, client: 'one' })
  })
  test('a withdrawn version has no outcome', () => {
    expect(rowOf({ approval: 'withdrawn' })).toMatchObject({ outcome: null })
  })
})

describe('what is asked of it', () => {
  const decided = [
    { ...version, approval: 'approved' as const },
    { ...version, approval: 'refused' as const },
  ]
  const spec = (versions: Version[]) => specFor(sheetOf(versions))
  test('SF-14 strata are creditor and product, where there is more than one', () => {
    expect(spec(decided).stratifyBy).toBeNull()
    expect(spec([...decided, { ...version, stratum: '乙 · 贷' }]).stratifyBy).toBe('stratum')
  })
  test('the model is the same whatever the data, and every factor of it is shown', () => {
    const { model, factors } = spec(decided)
    expect(model?.factors).toEqual([...modelFactors])
    const columns = factors.map(({ column }) => column)
    expect(modelFactors.every((column) => columns.includes(column))).toBe(true)
  })
  test('a level or reference nobody decided has is not asked about', () => {
    const { factors } = spec([...decided, { ...version, values: { 'F-02': 'NOT_DUE' } }])
    expect(factors.find(({ column }) => column === 'F-02')?.levels).toEqual(['D1_30'])
    expect(factors.find(({ column }) => column === 'F-14')?.reference).toBeUndefined()
  })
})
