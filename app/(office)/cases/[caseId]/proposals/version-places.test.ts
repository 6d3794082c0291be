import { expect, test } from 'vitest'
import { versionPlace } from './version-places'

const draft = { id: 'd', sentAt: null, outcome: 'PENDING' } as const
const sent = { id: 's', sentAt: '2026-11-20T02:00:00Z', outcome: 'PENDING' } as const
const countered = { ...sent, outcome: 'COUNTERED' } as const
const setAside = { id: 'x', sentAt: null, outcome: 'SUPERSEDED' } as const

test('what a draft supplies is on the draft', () => {
  const table = { stage: 'CLIENT_REVIEW', proposals: [draft, sent] } as const
  expect(versionPlace('truth', table)).toBe('/d/check#truth')
  expect(versionPlace('clientApproval', table)).toBe('/d/check#approval')
  expect(versionPlace('limitation', table)).toBe('/d#limitation')
})

test('without a draft it begins with a new version', () => {
  expect(versionPlace('version', { stage: 'DRAFTING', proposals: [] })).toBe('#new-version')
  expect(versionPlace('sent', { stage: 'CLIENT_REVIEW', proposals: [setAside] })).toBe('#new-version')
})

test('an answer belongs to the version that went out; without one, it is sent first', () => {
  expect(versionPlace('withdrawn', { stage: 'SUBMITTED', proposals: [sent] })).toBe('/s#withdraw')
  expect(versionPlace('counterTerms', { stage: 'CONFIRMING', proposals: [sent] })).toBe('/s/decision#answer')
  expect(versionPlace('decision', { stage: 'SUBMITTED', proposals: [draft] })).toBe('/d/check#send')
})

test('a counter-offer is accepted where it is told, and recorded anew where it is not', () => {
  expect(versionPlace('decision', { stage: 'COUNTERED', proposals: [countered] })).toBe('/s/decision#answers')
  expect(versionPlace('counterTerms', { stage: 'COUNTERED', proposals: [countered] })).toBe('/s/decision#answer')
})

test('what no version supplies leads nowhere else', () => {
  expect(versionPlace('debt', { stage: 'INTAKE', proposals: [draft] })).toBeUndefined()
  expect(versionPlace('', { stage: 'INTAKE', proposals: [draft] })).toBeUndefined()
})
