import { describe, expect, test } from 'vitest'
import { answerGoal, askedOfDraft, type Draft, draftOfLine, faultyNote, lineOf, reliefOf, setParam, toggle } from './draft-state'

const blank: Draft = {
  lines: {},
  letterLocale: 'zh-CN',
  sourceOfFunds: '',
  whatChanged: '',
  ratedWillingness: null,
  limitationAnswer: '',
}
const asked = (draft: Draft) => askedOfDraft(draft, ['a']).lines

describe('what is typed becomes what is asked', () => {
  test('a relief is ticked with a start, changed, unticked, and remembers what was typed', () => {
    const ticked = toggle('a', 'TERM_EXTENSION', { toPeriods: '6' })(blank)
    const changed = setParam('a', 'TERM_EXTENSION', { toPeriods: '9' })(ticked)
    expect(asked(changed)).toEqual([
      { debtId: 'a', treatment: 'FIRST_INSTALMENT', reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] },
    ])
    const unticked = toggle('a', 'TERM_EXTENSION', { toPeriods: '6' })(changed)
    expect(asked(unticked)).toEqual([])
    expect(asked(toggle('a', 'TERM_EXTENSION', { toPeriods: '6' })(unticked))[0]?.reliefs).toEqual([
      { type: 'TERM_EXTENSION', toPeriods: 9 },
    ])
  })

  test('a relief that is not complete yet is left out and named', () => {
    const draft = setParam('a', 'TERM_EXTENSION', { toPeriods: '' })(toggle('a', 'TERM_EXTENSION', {})(blank))
    expect(askedOfDraft(draft, ['a'])).toEqual({ lines: [], faulty: { a: ['TERM_EXTENSION'] } })
  })

  test.each([
    ['TERM_EXTENSION', 'toPeriods', '0'],
    ['TERM_EXTENSION', 'toPeriods', '-3'],
    ['TERM_EXTENSION', 'toPeriods', '9999'],
    ['TERM_EXTENSION', 'toPeriods', 'abc'],
    ['LOWER_INSTALMENT', 'amount', '0'],
    ['LOWER_INSTALMENT', 'amount', '-1'],
  ] as const)('%s with %s of %s is left out and named', (type, name, typed) => {
    const draft = setParam('a', type, { [name]: typed })(toggle('a', type, {})(blank))
    expect(askedOfDraft(draft, ['a'])).toEqual({ lines: [], faulty: { a: [type] } })
  })

  test('a longer term and a new plan give way to each other', () => {
    const longer = toggle('a', 'TERM_EXTENSION', { toPeriods: '6' })(blank)
    const planned = toggle('a', 'INSTALMENT_PLAN', { periods: '12', firstDue: '2026-12-20' })(longer)
    expect(asked(planned)[0]?.reliefs.map(({ type }) => type)).toEqual(['INSTALMENT_PLAN'])
  })

  test('amounts are read as people write them', () => {
    expect(reliefOf('LOWER_INSTALMENT', { amount: '￥１,953.1' })).toEqual({ type: 'LOWER_INSTALMENT', amount: '1953.10' })
    expect(reliefOf('WAIVE_INTEREST', { unit: 'percent', share: '50％' })).toEqual({ type: 'WAIVE_INTEREST', percent: '50' })
    expect(reliefOf('WAIVE_INTEREST', { unit: 'amount', share: '216' })).toEqual({ type: 'WAIVE_INTEREST', amount: '216.00' })
    expect(reliefOf('WAIVE_INTEREST', { unit: 'percent', share: '120' })).toBeUndefined()
    expect(reliefOf('LUMP_SUM', { amount: '100', on: '2026-02-30' })).toBeUndefined()
  })

  test('a lump sum of nothing is a fault, as it is where the draft is saved, and no saving', () => {
    expect(reliefOf('LUMP_SUM', { amount: '0', on: '2026-12-20' })).toBeUndefined()
    expect(reliefOf('LUMP_SUM', { amount: '0.01', on: '2026-12-20' })).toBeDefined()
    expect(reliefOf('RATE_CUT', { toDailyPercent: '7.2' })).toBeUndefined()
  })

  test('what was kept is shown as it was typed', () => {
    const line = {
      debtId: 'a',
      treatment: 'CAPITALISE' as const,
      reliefs: [{ type: 'WAIVE_INTEREST' as const, amount: '216.00' }],
    }
    expect(draftOfLine(line)).toEqual({
      on: ['WAIVE_INTEREST'],
      params: { WAIVE_INTEREST: { unit: 'amount', share: '216.00' } },
      treatment: 'CAPITALISE',
    })
  })

  test('a proposal does not go on while something ticked is not complete, on whichever loan note', () => {
    expect(faultyNote(['a', 'b'], { a: [], b: ['WAIVE_INTEREST'] })).toBe('b')
    expect(faultyNote(['a', 'b'], { a: [], b: [] })).toBeUndefined()
  })

  test('SX-06 naming a monthly amount takes the place of the longer term; a waiver stays', () => {
    const start = toggle('a', 'WAIVE_INTEREST', { unit: 'percent', share: '100' })(
      toggle('a', 'TERM_EXTENSION', { toPeriods: '6' })(blank),
    )
    const answered = answerGoal('a', { type: 'LOWER_INSTALMENT', amount: '2084.83' })(start)
    expect(lineOf(answered, 'a').on).toEqual(['WAIVE_INTEREST', 'LOWER_INSTALMENT'])
  })
})
