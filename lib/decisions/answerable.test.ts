import { expect, test } from 'vitest'
import { caseStages, versionOutcomes } from '@/db/vocabulary'
import { isAnswerable } from './answerable'

const sentAt = new Date('2026-11-21T04:00:00Z')

test('an answer can be recorded while the case talks to the creditor, and changed until the paper is signed', () => {
  const stages = caseStages.filter((stage) => isAnswerable({ version: { sentAt, outcome: 'PENDING' }, kase: { stage } }))
  expect(stages).toEqual(['SUBMITTED', 'INFO_REQUESTED', 'COUNTERED', 'CONFIRMING'])
})

test('a version that is refused, withdrawn or set aside has its outcome for good, and a draft has none to get', () => {
  const kase = { stage: 'SUBMITTED' as const }
  const outcomes = versionOutcomes.filter((outcome) => isAnswerable({ version: { sentAt, outcome }, kase }))
  expect(new Set(outcomes)).toEqual(new Set(['PENDING', 'COUNTERED', 'ACCEPTED', 'ACCEPTED_MODIFIED']))
  expect(isAnswerable({ version: { sentAt: null, outcome: 'PENDING' }, kase })).toBe(false)
})
