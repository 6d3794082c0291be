import { describe, expect, test } from 'vitest'
import { evidenceStatuses } from '@/db/vocabulary'
import { lastValidDay, statusOn } from './expiry'

const ageless = { expiresOn: null, coversTo: null, receivedOn: '2026-06-10', validMonths: null }

describe('how long a paper proves something', () => {
  test('the day a reviewer named goes before every rule', () => {
    expect(lastValidDay({ ...ageless, expiresOn: '2026-12-31', coversTo: '2026-05-31', validMonths: 1 })).toBe('2026-12-31')
  })
  test('a kind with a rule counts from the end of what the paper covers, or from the day it came', () => {
    expect(lastValidDay({ ...ageless, coversTo: '2026-05-31', validMonths: 6 })).toBe('2026-11-30')
    expect(lastValidDay({ ...ageless, validMonths: 6 })).toBe('2026-12-10')
  })
  test('a kind without a rule never grows old', () => {
    expect(lastValidDay(ageless)).toBeNull()
    expect(statusOn('2099-01-01', { ...ageless, status: 'VERIFIED' })).toBe('VERIFIED')
  })
})

describe('SE-01 a paper runs out by itself', () => {
  const flow = { ...ageless, coversTo: '2026-05-31', validMonths: 6 }
  test('it holds on its last day and is expired the day after', () => {
    expect(statusOn('2026-11-30', { ...flow, status: 'VERIFIED' })).toBe('VERIFIED')
    expect(statusOn('2026-12-01', { ...flow, status: 'VERIFIED' })).toBe('EXPIRED')
  })
  test('only what was received or verified can run out', () => {
    const states = evidenceStatuses.map((status) => statusOn('2027-01-01', { ...flow, status }))
    expect(states).toEqual(['REQUESTED', 'EXPIRED', 'EXPIRED', 'REJECTED', 'EXPIRED'])
  })
})
