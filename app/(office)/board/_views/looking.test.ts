import { describe, expect, test } from 'vitest'
import { addressOf, isChanged, type Looking } from './looking'
import { asksNothing, knownView, lookingFrom } from './looking-from'

const late: Looking = { filters: { due: 'overdue', whose: ['us', 'client'] }, layout: 'board', density: 'compact' }
const view = {
  id: 'v1',
  name: '急的',
  owner: '李',
  isMine: true,
  isShared: false,
  version: 1,
  layout: 'board',
  density: 'compact',
} as const

describe('a view in the address', () => {
  test('is complete, so that a colleague without the view sees the same', () => {
    const address = addressOf(late, 'v1')
    expect(address).toBe('/board?view=v1&due=overdue&whose=us&whose=client&density=compact')
    const params = new URLSearchParams(address.split('?')[1])
    const given = { view: 'v1', due: 'overdue', whose: params.getAll('whose'), density: 'compact' }
    expect(lookingFrom(given, 'board')).toEqual({ ...late, viewId: 'v1' })
  })

  test('of a list leads to the list, with its stage', () => {
    const closed: Looking = { filters: { stage: 'CLOSED' }, layout: 'list', density: 'comfortable' }
    expect(addressOf(closed)).toBe('/cases?stage=CLOSED')
    expect(lookingFrom({ stage: 'CLOSED' }, 'list').filters).toEqual({ stage: 'CLOSED' })
    expect(lookingFrom({ stage: 'CLOSED' }, 'board').filters).toEqual({})
  })

  test('holds no words that were searched for', () => {
    expect(lookingFrom({ q: '张三', due: 'today' }, 'board').filters).toEqual({ due: 'today' })
  })

  test('without anything is the plain board', () => {
    expect(addressOf({ filters: {}, layout: 'board', density: 'comfortable' })).toBe('/board')
    expect([asksNothing({}), asksNothing({ view: undefined }), asksNothing({ view: 'all' })]).toEqual([true, true, false])
  })
})

describe('a view is changed', () => {
  test('when something else is filtered, or the cards stand closer', () => {
    expect(isChanged({ ...late, filters: { due: 'overdue' } }, late)).toBe(true)
    expect(isChanged({ ...late, density: 'comfortable' }, late)).toBe(true)
    expect(isChanged({ ...late, layout: 'list' }, late)).toBe(true)
  })

  test('not by the order in which filters were chosen', () => {
    expect(isChanged({ ...late, filters: { whose: ['client', 'us'], due: 'overdue', creditor: undefined } }, late)).toBe(false)
  })
})

test('a view kept by an older product shows what is still known', () => {
  expect(knownView({ ...view, filters: { due: 'overdue', colour: 'red', whose: ['us', 'nobody else'] } }).filters).toEqual({
    due: 'overdue',
  })
})
