import { expect, test } from 'vitest'
import type { LineDraft } from '../draft-state'
import { keptLine } from './kept-line'

const line: LineDraft = {
  on: ['TERM_EXTENSION', 'WAIVE_INTEREST'],
  params: { TERM_EXTENSION: { toPeriods: '' }, WAIVE_INTEREST: { unit: 'percent', share: '50' }, LUMP_SUM: { amount: '1' } },
  treatment: 'FIRST_INSTALMENT',
}
const kept = (more: object = {}) => JSON.stringify({ debtId: 'one', ...line, ...more })

test('terms come back as they stood, those not filled in yet and those unticked again too', () => {
  expect(keptLine(kept(), 'one')).toEqual(line)
})

test('what was typed about another loan note stays with that one', () => {
  expect(keptLine(kept(), 'two')).toBeUndefined()
})

test('what is none of ours is left out, and a text that says nothing is nothing', () => {
  const strange = { on: ['TERM_EXTENSION', 'FORGIVE_ALL'], params: { TERM_EXTENSION: { toPeriods: 6 }, FORGIVE_ALL: {} } }
  expect(keptLine(kept(strange), 'one')).toEqual({ ...line, on: ['TERM_EXTENSION'], params: { TERM_EXTENSION: {} } })
  for (const text of [undefined, '', '{', 'null', '[]', '"x"', kept({ treatment: 'NONE' }), kept({ on: 'TERM_EXTENSION' })]) {
    expect(keptLine(text, 'one')).toBeUndefined()
  }
})
