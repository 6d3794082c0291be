import { describe, expect, test } from 'vitest'
import { caseStages, openStages } from '@/db/vocabulary'
import { arrival, dueIn } from './arrival'
import { nothingKnown } from './guards'

// Saturday in Shanghai.
const at = { now: new Date('2026-11-21T02:00:00Z'), today: '2026-11-21' }

describe('arriving in a stage', () => {
  test('the next action is due within the target, counted in working days', () => {
    // Target of DRAFTING: three working days after Saturday are Monday, Tuesday, Wednesday.
    expect(dueIn('DRAFTING', nothingKnown, at.today)).toBe('2026-11-25')
  })

  test('public holidays are no working days, and the weekends worked in exchange are', () => {
    // 国务院办公厅关于2026年部分节假日安排的通知: off from 1 to 7 October, worked on Saturday the 10th. So the 8th, 9th, 10th.
    expect(dueIn('DRAFTING', nothingKnown, '2026-09-30')).toBe('2026-10-10')
  })

  test('SS-02 a submitted proposal is due when the creditor said it would answer', () => {
    expect(dueIn('SUBMITTED', { ...nothingKnown, expectedReplyBy: '2026-12-05' }, at.today)).toBe('2026-12-05')
  })

  test('SS-14 documents the creditor asked for are due by its deadline', () => {
    expect(dueIn('INFO_REQUESTED', { ...nothingKnown, nearestDeadline: '2026-11-28' }, at.today)).toBe('2026-11-28')
  })

  test('a plan is looked at when the next instalment is due, and within a month where none is known', () => {
    expect(dueIn('MONITORING', { ...nothingKnown, nextInstalmentOn: '2027-01-05' }, at.today)).toBe('2027-01-05')
    expect(dueIn('MONITORING', nothingKnown, at.today)).toBe('2026-12-21')
  })

  test('SS-12 every open stage leaves a next action and a due date behind', () => {
    const bare = openStages.filter((stage) => {
      const { nextAction, dueOn } = arrival(stage, nothingKnown, at)
      return nextAction === null || dueOn === null
    })
    expect(bare).toEqual([])
  })

  test('a closed case waits for nobody', () => {
    const closing = { outcome: 'PAID_IN_FULL', reason: '已结清', summary: '您已还清' } as const
    expect(arrival('CLOSED', { ...nothingKnown, closing }, at)).toMatchObject({
      ...{ whoseMove: 'nobody', nextAction: null, dueOn: null, closedAt: at.now },
      ...{ closingOutcome: 'PAID_IN_FULL', closingReason: '已结清', clientSummary: '您已还清' },
    })
  })

  test('a case taken up again forgets how it was closed', () => {
    expect(arrival('INTAKE', nothingKnown, at)).toMatchObject({ closedAt: null, closingOutcome: null, clientSummary: '' })
  })

  test('moving ends a hold', () => {
    expect(caseStages.map((stage) => arrival(stage, nothingKnown, at).holdUntil)).toEqual(caseStages.map(() => null))
  })
})
