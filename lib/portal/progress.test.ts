import { describe, expect, test } from 'vitest'
import { progressOf } from './progress'

const moves = [
  { to: 'INTAKE' as const, on: '2026-10-01' },
  { to: 'EVIDENCE' as const, on: '2026-10-03' },
  { to: 'DRAFTING' as const, on: '2026-10-06' },
  { to: 'CLIENT_REVIEW' as const, on: '2026-10-08' },
  { to: 'SUBMITTED' as const, on: '2026-10-10' },
  { to: 'INFO_REQUESTED' as const, on: '2026-10-15' },
  { to: 'SUBMITTED' as const, on: '2026-10-18' },
]
const datesOf = (...[stage, walked]: Parameters<typeof progressOf>) => progressOf(stage, walked).map(({ doneOn }) => doneOn)

test('each step bears the day it was done; papers asked for in between do not begin the wait anew', () => {
  expect(datesOf('SUBMITTED', moves)).toEqual(['2026-10-06', '2026-10-10', null, null, null])
})

test('a case that came back to a step bears the day it left it again, and none while it is there', () => {
  const back = [...moves, { to: 'FALLBACK' as const, on: '2026-11-01' }]
  expect(datesOf('FALLBACK', back)).toEqual(['2026-10-06', null, null, null, null])
  expect(datesOf('SUBMITTED', [...back, { to: 'SUBMITTED' as const, on: '2026-11-09' }])).toEqual([
    '2026-10-06',
    '2026-11-09',
    null,
    null,
    null,
  ])
})

test('a case whose way is not known bears no days', () =>
  expect(datesOf('CONFIRMING', [])).toEqual([null, null, null, null, null]))

describe('a case that is over', () => {
  const [sent, over] = [moves.slice(0, 5), { to: 'CLOSED' as const, on: '2026-11-20' }]
  const statesOf = (...[stage, walked, closing]: Parameters<typeof progressOf>) =>
    progressOf(stage, walked, closing).map(({ state }) => state)

  test('says of what it never came to that it did not, and where it ended', () => {
    const refused = [...sent, { to: 'FALLBACK' as const, on: '2026-11-01' }, over]
    expect(statesOf('CLOSED', refused)).toEqual(['done', 'done', 'ended', 'missed', 'missed'])
    expect(datesOf('CLOSED', refused)).toEqual(['2026-10-06', '2026-11-20', '2026-11-20', null, null])
    expect(statesOf('CLOSED', [over])).toEqual(['ended', 'missed', 'missed', 'missed', 'missed'])
  })

  test('calls a plan kept only where it was', () => {
    const paying = [
      ...sent,
      { to: 'CONFIRMING' as const, on: '2026-10-20' },
      { to: 'MONITORING' as const, on: '2026-10-25' },
      over,
    ]
    expect(statesOf('CLOSED', paying, 'AGREEMENT_COMPLETED')).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(statesOf('CLOSED', paying, 'AGREEMENT_BROKEN').at(-1)).toBe('ended')
  })
})
