import { describe, expect, test } from 'vitest'
import { approvalOf } from './approval'

const sent = new Date('2026-09-01T02:00:00Z')
const version = (outcome: string, decidedOn: string | null = null) => ({ outcome, sent_at: sent, decided_on: decidedOn })
const now = new Date('2026-11-21T02:00:00Z')

describe('how a first version counts', () => {
  test('agreed in full or in part within 60 days is approved', () => {
    expect(approvalOf(version('ACCEPTED', '2026-09-20'), now)).toBe('approved')
    expect(approvalOf(version('ACCEPTED_MODIFIED', '2026-10-30'), now)).toBe('approved')
  })
  test('an approval after 60 days is no approval within 60 days', () => {
    expect(approvalOf(version('ACCEPTED', '2026-11-15'), now)).toBe('no_response')
  })
  test('SS-07 SS-08 only a refusal counts as refused', () => {
    const outcomes = ['REJECTED', 'COUNTERED', 'NO_RESPONSE', 'WITHDRAWN', 'SUPERSEDED'] as const
    expect(outcomes.map((outcome) => approvalOf(version(outcome), now))).toEqual([
      'refused',
      'countered',
      'no_response',
      'withdrawn',
      'withdrawn',
    ])
  })
  test('a version still waiting is pending for 60 days, then unanswered', () => {
    expect(approvalOf(version('PENDING'), new Date('2026-10-30T02:00:00Z'))).toBe('pending')
    expect(approvalOf(version('PENDING'), now)).toBe('no_response')
  })
})
