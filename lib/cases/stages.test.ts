import { describe, expect, test } from 'vitest'
import { caseStages, openStages } from '@/db/vocabulary'
import { canOverride, type GuardName, guards, missing, nothingKnown } from './guards'
import { canGo, isReopening, needsOf, stages } from './stages'

describe('where a case may go', () => {
  // domain.md 2.2, column "May go to", word for word.
  test.each([
    ['INTAKE', 'EVIDENCE FALLBACK CLOSED'],
    ['EVIDENCE', 'DRAFTING INTAKE CLOSED'],
    ['DRAFTING', 'CLIENT_REVIEW EVIDENCE CLOSED'],
    ['CLIENT_REVIEW', 'SUBMITTED DRAFTING CLOSED'],
    ['SUBMITTED', 'INFO_REQUESTED COUNTERED CONFIRMING FALLBACK DRAFTING CLOSED'],
    ['INFO_REQUESTED', 'SUBMITTED FALLBACK CLOSED'],
    ['COUNTERED', 'CONFIRMING DRAFTING FALLBACK CLOSED'],
    ['CONFIRMING', 'MONITORING COUNTERED FALLBACK CLOSED'],
    ['MONITORING', 'CLOSED DRAFTING FALLBACK'],
    ['FALLBACK', 'DRAFTING CLOSED'],
    ['CLOSED', 'INTAKE'],
  ] as const)('%s leads to %s and nowhere else', (from, next) => {
    expect(caseStages.filter((to) => canGo({ from, to })).sort()).toEqual(next.split(' ').sort())
  })

  test('from every stage the end can be reached', () => {
    const reaches = (from: (typeof caseStages)[number]) => {
      const seen = new Set([from])
      for (const stage of seen) for (const to of stages[stage].next) seen.add(to)
      return seen
    }
    expect(caseStages.filter((from) => !reaches(from).has('CLOSED'))).toEqual([])
    expect(openStages.filter((to) => !reaches('INTAKE').has(to))).toEqual([])
  })

  test('no case stays where it is by moving', () => {
    expect(caseStages.filter((stage) => canGo({ from: stage, to: stage }))).toEqual([])
  })

  test.each([
    ['INTAKE', 'us'],
    ['EVIDENCE', 'client'],
    ['DRAFTING', 'us'],
    ['CLIENT_REVIEW', 'client'],
    ['SUBMITTED', 'creditor'],
    ['INFO_REQUESTED', 'client'],
    ['COUNTERED', 'us'],
    ['CONFIRMING', 'creditor'],
    ['MONITORING', 'client'],
    ['FALLBACK', 'us'],
    ['CLOSED', 'nobody'],
  ] as const)('in %s it is the move of %s', (stage, mover) => {
    expect(stages[stage].whoseMove).toBe(mover)
  })

  test('SS-12 every open stage names a next action, and only a closed case has none', () => {
    expect(caseStages.filter((stage) => stages[stage].nextAction === null)).toEqual(['CLOSED'])
  })

  test('only a closed case is reopened', () => {
    expect(caseStages.filter((from) => isReopening({ from, to: 'INTAKE' }))).toEqual(['CLOSED'])
  })
})

describe('what a move needs', () => {
  test.each([
    ['INTAKE', 'EVIDENCE', 'consent identity debt triage hardship'],
    ['EVIDENCE', 'DRAFTING', 'statement authorisation consent'],
    ['DRAFTING', 'CLIENT_REVIEW', 'consent version limitation supervisorCheck'],
    ['CLIENT_REVIEW', 'SUBMITTED', 'clientApproval truth sent snapshot consent'],
    ['SUBMITTED', 'INFO_REQUESTED', 'infoRequest'],
    ['SUBMITTED', 'COUNTERED', 'counterTerms'],
    ['SUBMITTED', 'CONFIRMING', 'decision'],
    ['SUBMITTED', 'DRAFTING', 'statement authorisation withdrawn'],
    ['CONFIRMING', 'MONITORING', 'writtenConfirmation receipt'],
    ['SUBMITTED', 'FALLBACK', 'fallbackReason'],
    ['MONITORING', 'FALLBACK', 'fallbackReason agreementEnded'],
    ['FALLBACK', 'DRAFTING', 'statement authorisation consent whatChanged'],
    ['INTAKE', 'CLOSED', 'closing outcomeFits outcomeBorneOut'],
    ['CLOSED', 'INTAKE', 'consent reason'],
  ] as const)('%s to %s: %s', (from, to, names) => {
    expect(needsOf({ from, to })).toEqual(names.split(' '))
  })

  test('who takes the basic consent back stops every step on; taking back, writing down, keeping to it and closing stay open', () => {
    const steps = caseStages.flatMap((from) => stages[from].next.map((to) => ({ from, to })))
    const open = steps.filter((step) => !needsOf(step).includes('consent')).map(({ from, to }) => `${from}>${to}`)
    const onwards = ['EVIDENCE', 'CLIENT_REVIEW']
    expect(open.filter((step) => onwards.some((to) => step.endsWith(`>${to}`)))).toEqual([])
    expect(open.filter((step) => step.endsWith('>DRAFTING'))).toEqual(['CLIENT_REVIEW>DRAFTING', 'SUBMITTED>DRAFTING'])
    expect(open).not.toContain('CLIENT_REVIEW>SUBMITTED')
    expect(open).toEqual(
      expect.arrayContaining([
        'SUBMITTED>DRAFTING',
        'INFO_REQUESTED>SUBMITTED',
        'SUBMITTED>CONFIRMING',
        'CONFIRMING>MONITORING',
        'DRAFTING>CLOSED',
      ]),
    )
  })

  test('SD-03 nothing is proposed without a hardship cause: the way there leads through the hardship guard', () => {
    expect(stages.EVIDENCE.needs).toContain('hardship')
    expect(stages.INTAKE.next).not.toContain('DRAFTING')
  })

  test('SE-15 a plan is not followed before the written confirmation, unless a supervisor says so', () => {
    const signed = { ...nothingKnown, receiptSigned: true }
    expect(missing(['writtenConfirmation', 'receipt'], signed)).toEqual(['writtenConfirmation'])
    expect(missing(['writtenConfirmation', 'receipt'], { ...nothingKnown, agreementOverridden: true })).toEqual([])
  })

  test('a second pair of eyes is asked for only where the organisation asks for it', () => {
    expect(missing(['supervisorCheck'], nothingKnown)).toEqual([])
    expect(missing(['supervisorCheck'], { ...nothingKnown, supervisorChecks: true })).toEqual(['supervisorCheck'])
    expect(missing(['supervisorCheck'], { ...nothingKnown, supervisorChecks: true, supervisorChecked: true })).toEqual([])
  })

  test('SP-03 a case can be closed at triage, with outcome, reason and a summary for the client', () => {
    const closing = { outcome: 'ABLE_TO_PAY', reason: '收入稳定', summary: '可以按期还款' } as const
    expect(missing(needsOf({ from: 'INTAKE', to: 'CLOSED' }), { ...nothingKnown, closing })).toEqual([])
    expect(missing(['closing'], { ...nothingKnown, closing: { ...closing, summary: '' } })).toEqual(['closing'])
  })

  test.each([
    ['AGREEMENT_COMPLETED', { agreementKept: true }],
    ['AGREEMENT_BROKEN', { agreementBroken: true }],
    ['REFUSED_FINAL', { wasSent: true, wasRefused: true }],
    ['NO_RESPONSE_FINAL', { wasSent: true }],
  ] as const)('a case is closed as %s only where that is on record', (outcome, record) => {
    const closing = { outcome, reason: '核对过记录', summary: '这件事到这里结束。' }
    const lacking = (facts: object) =>
      missing(needsOf({ from: 'FALLBACK', to: 'CLOSED' }), { ...nothingKnown, closing, ...facts })
    expect(lacking({})).toEqual(['outcomeBorneOut'])
    expect(lacking(record)).toEqual([])
    expect(canOverride('outcomeBorneOut')).toBe(true)
  })

  test.each(['REFUSED_FINAL', 'NO_RESPONSE_FINAL'] as const)('an agreement that was kept is not closed as %s', (outcome) => {
    const record = { ...nothingKnown, wasSent: true, wasRefused: true, agreementKept: true }
    expect(missing(['outcomeBorneOut'], { ...record, closing: { outcome, reason: '写错', summary: '结束' } })).toEqual([
      'outcomeBorneOut',
    ])
  })

  test('consent, and what can simply be said, is never waved through', () => {
    const names = Object.keys(guards).filter((name): name is GuardName => name in guards)
    expect(names.filter((name) => !canOverride(name))).toEqual([
      ...['consent', 'agreementEnded', 'outcomeFits', 'fallbackReason', 'whatChanged', 'reason', 'closing'],
    ])
  })

  test('with nothing known, no stage can be entered', () => {
    const free = caseStages.filter((to) => missing(stages[to].needs, nothingKnown).length === 0)
    expect(free).toEqual([])
  })
})
