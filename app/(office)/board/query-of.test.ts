import { describe, expect, test } from 'vitest'
import { filtersFrom } from '@/lib/cases/filters'
import { queryOf, withChanges } from './query-of'

describe('filters in the address', () => {
  test('are the same again when the address is opened by somebody else', () => {
    const filters = filtersFrom({ whose: ['us', 'client'], due: 'overdue', q: ' 张 ' })
    const opened = new URLSearchParams(queryOf(filters))
    expect(filtersFrom({ due: opened.get('due'), q: opened.get('q'), whose: opened.getAll('whose') })).toEqual(filters)
  })

  test('what makes no sense is left out rather than refused', () => {
    expect(filtersFrom({ due: 'never', whose: 'us', owner: '1; drop', q: '', unknown: 'x' })).toEqual({ whose: ['us'] })
  })

  test('a change replaces its own filter, keeps the others and starts paging over', () => {
    const now = new URLSearchParams('owner=me&whose=us&after=2026-11-21.7')
    expect(withChanges(now, { whose: ['creditor'] })).toBe('owner=me&whose=creditor')
    expect(withChanges(now, { owner: [], whose: [''] })).toBe('')
  })
})
