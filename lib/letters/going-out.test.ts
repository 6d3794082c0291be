import { describe, expect, test } from 'vitest'
import { letterKinds } from '@/db/vocabulary'
import { needsMandate } from './case-kinds'
import { afterGoingOut, answerBy, goingOut, isToCreditor } from './going-out'

const waiting = { stage: 'SUBMITTED', whoseMove: 'creditor', nextAction: 'AWAIT_REPLY', dueOn: '2026-11-18' } as const
const busy = { stage: 'DRAFTING', whoseMove: 'us', nextAction: 'DRAFT_PROPOSAL', dueOn: '2026-11-24' } as const

describe('by when an answer is awaited', () => {
  test('a credit dispute is answered in twenty days, a complaint in fifteen', () => {
    expect(answerBy('CREDIT_DISPUTE', '2026-11-21')).toBe('2026-12-11')
    expect(answerBy('COLLECTION_COMPLAINT', '2026-11-21')).toBe('2026-12-06')
  })
  test('a request is given ten working days, a reminder five, over weekends and holidays', () => {
    // Saturday 21 November: the working days after it begin on Monday the 23rd.
    expect(answerBy('HARDSHIP_NOTICE', '2026-11-21')).toBe('2026-12-04')
    expect(answerBy('REMINDER', '2026-11-21')).toBe('2026-11-27')
  })
  test('nothing is awaited of what the client keeps', () => {
    expect([answerBy('CLIENT_SUMMARY', '2026-11-21'), answerBy('ADVICE_CONFIRMATION', '2026-11-21')]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('what a letter leaves to be done', () => {
  test('where the case waits for the creditor the answer is its next action, also where nothing was next', () => {
    const next = { as: 'ACTION', action: 'AWAIT_REPLY', dueOn: '2026-11-27' }
    expect(afterGoingOut('REMINDER', waiting, '2026-11-21')).toEqual(next)
    expect(afterGoingOut('REMINDER', { ...busy, nextAction: null }, '2026-11-21')).toEqual(next)
  })
  test('what we or the client are at stays the next action: the answer is a task beside it', () => {
    expect(afterGoingOut('HARDSHIP_NOTICE', busy, '2026-11-21')).toEqual({ as: 'TASK', dueOn: '2026-12-04' })
  })
  test('no letter puts a day off that is today or still to come; an earlier answer brings it forward', () => {
    const due = (dueOn: string) => afterGoingOut('REMINDER', { ...waiting, dueOn }, '2026-11-21')
    for (const kept of ['2026-11-21', '2026-11-24']) expect(due(kept)).toEqual({ as: 'TASK', dueOn: '2026-11-27' })
    expect(due('2026-11-27')).toMatchObject({ as: 'ACTION', dueOn: '2026-11-27' })
    expect(due('2026-12-05')).toMatchObject({ as: 'ACTION', dueOn: '2026-11-27' })
    expect(due('2026-11-20')).toMatchObject({ as: 'ACTION', dueOn: '2026-11-27' })
  })
  test('a dispute and a complaint run beside the negotiation, whoever’s move it is', () => {
    expect(afterGoingOut('CREDIT_DISPUTE', waiting, '2026-11-21')).toEqual({ as: 'TASK', dueOn: '2026-12-11' })
    expect(afterGoingOut('COLLECTION_COMPLAINT', waiting, '2026-11-21')).toEqual({ as: 'TASK', dueOn: '2026-12-06' })
  })
  test('a closed case waits for nothing', () => {
    expect(afterGoingOut('REMINDER', { ...waiting, stage: 'CLOSED' }, '2026-11-21')).toBeUndefined()
  })
})

test('what takes a mandate is to the creditor; only what is spoken or goes with a proposal does not go out by itself', () => {
  expect(letterKinds.filter((kind) => goingOut[kind] === null)).toEqual(['NEGOTIATION', 'PHONE_SCRIPT'])
  const bySelf = letterKinds.filter((kind) => goingOut[kind] !== null)
  // The client disputes a credit report in their own hand: to the creditor, and yet without our mandate.
  expect(bySelf.filter((kind) => needsMandate(kind) !== isToCreditor(kind))).toEqual(['CREDIT_DISPUTE'])
})
