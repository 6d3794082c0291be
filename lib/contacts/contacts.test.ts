import { describe, expect, test } from 'vitest'
import { afterContact, firstHardshipContact } from './after-contact'
import { instantOf, localOf } from './local-instant'

const call = { counterpart: 'CREDITOR', purpose: 'FOLLOW_UP', promisedReplyBy: '2026-11-25' } as const

describe('what a promise makes of the case', () => {
  test('a creditor who promised an answer has the move until that day', () => {
    expect(afterContact(call)).toEqual({ nextAction: 'AWAIT_REPLY', dueOn: '2026-11-25', whoseMove: 'creditor' })
  })
  test('after a question about procedure one calls back', () => {
    expect(afterContact({ ...call, purpose: 'INFO' })).toMatchObject({ nextAction: 'CALL_BACK', whoseMove: 'creditor' })
  })
  test('a client who promised something has the move', () => {
    expect(afterContact({ ...call, counterpart: 'CLIENT', purpose: 'CLIENT' })).toMatchObject({ whoseMove: 'client' })
  })
  test('without a promise nothing changes', () => {
    expect(afterContact({ ...call, promisedReplyBy: null })).toBeUndefined()
  })
})

describe('SP-11 the first time the creditor hears of the hardship', () => {
  const [earlier, later] = [new Date('2026-11-01T01:00:00Z'), new Date('2026-11-20T01:00:00Z')]
  const notice = { purpose: 'HARDSHIP_NOTICE', counterpart: 'CREDITOR' } as const
  test('the first notice is stamped, and a later one does not move it', () => {
    expect(firstHardshipContact(null, { ...notice, at: later })).toEqual(later)
    expect(firstHardshipContact(earlier, { ...notice, at: later })).toEqual(earlier)
  })
  test('an earlier one that is entered afterwards does', () => {
    expect(firstHardshipContact(later, { ...notice, at: earlier })).toEqual(earlier)
  })
  test('talking to the client, or to the creditor about something else, is no notice', () => {
    expect(firstHardshipContact(null, { ...notice, counterpart: 'CLIENT', at: later })).toBeNull()
    expect(firstHardshipContact(null, { ...notice, purpose: 'INFO', at: later })).toBeNull()
  })
})

describe('the time on the wall', () => {
  test('half past two in Shanghai is half past six in the morning of UTC', () => {
    expect(instantOf('2026-11-21T14:30', 'Asia/Shanghai')).toEqual(new Date('2026-11-21T06:30:00Z'))
    expect(localOf(new Date('2026-11-21T06:30:59Z'), 'Asia/Shanghai')).toBe('2026-11-21T14:30')
  })
  test('a zone with summer time is read by the offset of that day', () => {
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toEqual(new Date('2026-07-01T10:00:00Z'))
    expect(instantOf('2026-12-01T12:00', 'Europe/Berlin')).toEqual(new Date('2026-12-01T11:00:00Z'))
  })
  test('a time that names its own offset is taken as it says', () => {
    for (const text of ['2026-11-21T06:30:00.000Z', '2026-11-21T06:30:00Z', '2026-11-21T07:30:00+01:00'])
      expect(instantOf(text, 'Asia/Shanghai')).toEqual(new Date('2026-11-21T06:30:00Z'))
    expect(instantOf('2026-02-30T06:30:00Z', 'Asia/Shanghai')).toBeUndefined()
  })
  test('what is no time is none', () => {
    expect(instantOf('2026-13-45T99:99', 'Asia/Shanghai')).toBeUndefined()
    for (const day of ['2026-02-30T10:00', '2026-04-31T10:00', '2025-02-29T10:00', '2026-11-21T24:00', '2026-11-21T10:60'])
      expect(instantOf(day, 'Asia/Shanghai')).toBeUndefined()
    expect(instantOf('yesterday', 'Asia/Shanghai')).toBeUndefined()
  })
})
