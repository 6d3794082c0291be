import { describe, expect, test } from 'vitest'
import type { Card } from '@/lib/cases/card'
import { searchText } from '@/lib/platform/pinyin'
import { foundEntries, isAbout, isWorthSearching, type KnownEntry, sectionsOf } from './entries'

const place = (id: string, text: string, other: string): KnownEntry => ({
  ...{ id, text, href: `/${id}`, words: searchText(text, [other]) },
})
const board = place('board', '看板', 'Board')
const late = place('late', '看板：已逾期', 'Board: overdue')
const dark: KnownEntry = { id: 'dark', text: '深色外观', deed: 'dark', words: searchText('深色外观', ['Dark appearance']) }
const known = { places: [board, late], deeds: [dark] }
const nothing = { found: { cases: [], clients: [] }, recent: [] }
const ids = (sections: ReturnType<typeof sectionsOf>) => sections.map(({ id, items }) => [id, items.map((item) => item.id)])

describe('a line of the palette', () => {
  test.each(['看', '看板', '板', 'kanban', 'kb', 'KB', 'ｋｂ', 'board', ' kanb '])('is found by %s', (q) => {
    expect(isAbout(board, q)).toBe(true)
  })

  test.each(['客户', 'anban', 'x', 'oard'])('is not found by %s', (q) => {
    expect(isAbout(board, q)).toBe(false)
  })

  test('has to fit every word that was typed', () => {
    expect(isAbout(late, 'board over')).toBe(true)
    expect(isAbout(board, 'board over')).toBe(false)
  })
})

describe('the palette', () => {
  test('opens with what was used last, then everywhere to go and everything to do, nothing twice', () => {
    const recent = [{ id: 'late', text: '看板：已逾期', href: '/late' }]
    expect(ids(sectionsOf('', known, { ...nothing, recent }))).toEqual([
      ['recent', ['late']],
      ['places', ['board']],
      ['deeds', ['dark']],
    ])
  })

  test('narrows down as one types, and shows people before pages', () => {
    const found = { cases: [{ id: 'case:1', text: '陈** · XS-0001', href: '/cases/1' }], clients: [] }
    expect(ids(sectionsOf('kb', known, { ...nothing, found }))).toEqual([
      ['cases', ['case:1']],
      ['places', ['board', 'late']],
    ])
    expect(sectionsOf('没有', known, nothing)).toEqual([])
  })

  test('does not search for a single letter or digit, but for a single character', () => {
    expect(['z', '1', ' z '].some(isWorthSearching)).toBe(false)
    expect(['zs', '张', '12'].every(isWorthSearching)).toBe(true)
  })
})

test('what is found is masked, says which stage, and is cut to a screen', () => {
  const card: Card = {
    ...{ id: '1', no: 'XS-0001', name: '张**', product: '借呗', owed: '1.00', action: null, text: '', due: null, whose: 'us' },
    ...{ since: '2026-11-21T00:00:00Z', owner: '李', hold: null, overlays: [], stage: 'INTAKE', serial: 1, v: 1 },
  }
  const many = Array.from({ length: 20 }, (_, n) => ({ ...card, id: String(n) }))
  const client = { id: '9', maskedName: '张**', phone: '199****0001', openCases: 2 }
  const found = foundEntries(many, [client], {
    product: (name) => name,
    stage: (stage) => stage,
    client: ({ phone }) => phone ?? '',
  })
  expect(found.cases).toHaveLength(8)
  expect(found.cases[0]).toEqual({ id: 'case:0', text: '张** · XS-0001', note: '借呗 · INTAKE', href: '/cases/0' })
  expect(found.clients).toEqual([{ id: 'client:9', text: '张**', note: '199****0001', href: '/clients/9' }])
})
