import { expect, test } from 'vitest'
import { faultInLine, lost, stateOf } from './form-state'

const refused = { code: 'invalid' as const, details: { fields: { name: ['name'], phone: ['phone', 'required'] } } }

test('the faults of a form stand in the order of its fields, the first of each', () => {
  const issues = [
    { field: 'lines.0.amount', fault: 'amount' },
    { field: 'lines.0.amount', fault: 'negative' },
    { field: 'asOf', fault: 'date' },
  ]
  expect(Object.entries(stateOf(refused, issues).faults ?? {})).toEqual([
    ['lines.0.amount', 'amount'],
    ['asOf', 'date'],
  ])
})
test('what only the command knows is told by the command', () => {
  expect(stateOf(refused, []).faults).toEqual({ name: 'name', phone: 'phone' })
})
test('a rule that says no names its reason', () => {
  const { refusal, faults } = stateOf({ code: 'rule', details: { why: 'already_done' } }, [])
  expect({ refusal, faults }).toEqual({ refusal: { code: 'rule', why: 'already_done' }, faults: {} })
})
test('a move that lacks a fact names the first, which may have a sentence of its own', () => {
  const { refusal } = stateOf({ code: 'guard_missing', details: { missing: ['outcomeFits'], to: 'CLOSED' } }, [])
  expect(refusal).toEqual({ code: 'guard_missing', why: 'outcomeFits' })
})
test('too many tries say for how long to wait', () => {
  expect(stateOf({ code: 'too_many', details: { seconds: 40 } }, []).refusal).toEqual({ code: 'too_many', seconds: 40 })
})
test('what broke the server brings its reference along, what never arrived has none', () => {
  expect(lost(Object.assign(new Error('hidden'), { digest: '4711' }))).toEqual({ lost: { reference: '4711' } })
  expect(lost(new TypeError('Failed to fetch'))).toEqual({ lost: { reference: undefined } })
})

test('of a pasted plan the line that cannot be read is known', () => {
  expect(faultInLine('date:3')).toEqual({ code: 'date', line: '3' })
  expect(faultInLine('required')).toEqual({ code: 'required', line: undefined })
  // What the input's own checker says is no line of anything.
  expect(faultInLine('Invalid input: expected array').line).toBeUndefined()
})
