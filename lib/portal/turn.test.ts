import { expect, test } from 'vitest'
import { portal } from '@/lib/i18n/messages/portal'
import { foremost, isPaperHere, turnOf } from './turn'

test('a thing to do is the client’s turn, whomever the office waits for', () => {
  for (const whoseMove of ['us', 'client', 'creditor'] as const)
    for (const next of ['approve', 'sign', 'upload'] as const) expect(turnOf({ whoseMove, step: 'sign', next })).toBe('client')
})

test('with nothing to do it is not the client’s turn: the plan is kept, or we are at work', () => {
  expect(turnOf({ whoseMove: 'client', step: 'repay', next: 'nothing' })).toBe('onPlan')
  expect(turnOf({ whoseMove: 'client', step: 'understand', next: 'nothing' })).toBe('us')
  expect(turnOf({ whoseMove: 'us', step: 'repay', next: 'nothing' })).toBe('us')
})

test('a creditor that has answered is awaited for the paper, not for an answer', () => {
  expect(turnOf({ whoseMove: 'creditor', step: 'sign', next: 'nothing' })).toBe('paper')
  expect(turnOf({ whoseMove: 'creditor', step: 'await', next: 'nothing' })).toBe('creditor')
})

test('who told us that they cannot pay is waiting for us', () => {
  expect(turnOf({ whoseMove: 'us', step: 'repay', next: 'pay' })).toBe('us')
  expect(turnOf({ whoseMove: 'client', step: 'repay', next: 'pay' })).toBe('client')
})

test('a case that is over does not stand before one that goes on', () => {
  const [over, open] = [{ stage: 'CLOSED' }, { stage: 'DRAFTING' }]
  expect(foremost([over, open])).toBe(open)
  expect(foremost([over])).toBe(over)
  expect(foremost([])).toBeUndefined()
})

test('where a case stands is said without saying that nothing else is to do: beside it may stand a thing to do', () => {
  for (const sentence of [...Object.values(portal.zh.lead), ...Object.values(portal.en.lead)])
    expect(sentence).not.toMatch(/就可以|只需|不用|all there is|nothing (else|more)|only thing/i)
})

test('the written confirmation is here, and no longer awaited, once it is there to sign', () => {
  expect(isPaperHere({ kind: 'sign', caseId: 'a', agreementId: 'g' }, 'a')).toBe(true)
  expect(isPaperHere({ kind: 'sign', caseId: 'b', agreementId: 'g' }, 'a')).toBe(false)
  expect(isPaperHere({ kind: 'nothing' }, 'a')).toBe(false)
  for (const { lead } of [portal.zh, portal.en]) expect(lead.paper).not.toBe(lead.sign)
})
