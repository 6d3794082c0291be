import { describe, expect, test } from 'vitest'
import { nextThing, type Waiting } from './next-thing'
import { progressOf } from './progress'

const quiet: Waiting = { caseId: 'a', requests: [], toApprove: null, toSign: null, instalment: null, isTold: false }
const payslip = { id: 'r1', code: 'PAYSLIP', name: '工资单', note: '', deadline: '2026-12-01' }
const instalment = { n: 1, dueOn: '2026-11-26', amount: '1200.00', agreementId: 'g' }

describe('the one next thing', () => {
  test('a client with nothing to do is told so', () => {
    expect(nextThing([quiet], '2026-11-21')).toEqual({ kind: 'nothing' })
  })
  test('confirming a version comes before everything else', () => {
    const both = { ...quiet, requests: [payslip], toApprove: { id: 'v', number: 2 } }
    expect(nextThing([both], '2026-11-21')).toMatchObject({ kind: 'approve', versionId: 'v' })
  })
  test('SS-13 of two documents asked for, the one with the nearer deadline is asked first', () => {
    const later = { ...payslip, id: 'r2', deadline: null }
    expect(
      nextThing(
        [
          { ...quiet, requests: [later] },
          { ...quiet, caseId: 'b', requests: [payslip] },
        ],
        '2026-11-21',
      ),
    ).toMatchObject({
      kind: 'upload',
      requestId: 'r1',
    })
  })
  test('their own figures are to be confirmed after what is to be sent or signed, and before anything more is asked for', () => {
    const paper = { id: 'p' }
    const asked = { ...quiet, requests: [payslip], instalment }
    expect(nextThing([asked], '2026-11-21', paper)).toEqual({ kind: 'confirm', evidenceId: 'p' })
    expect(nextThing([{ ...asked, toSign: { id: 'g' } }], '2026-11-21', paper)).toMatchObject({ kind: 'sign' })
    expect(nextThing([quiet], '2026-11-21', null)).toEqual({ kind: 'nothing' })
  })
  test('an instalment is mentioned a week ahead, not earlier', () => {
    const owing = { ...quiet, instalment }
    expect(nextThing([owing], '2026-11-18')).toEqual({ kind: 'nothing' })
    expect(nextThing([owing], '2026-11-19')).toMatchObject({ kind: 'pay', isLate: false })
    expect(nextThing([owing], '2026-11-27')).toMatchObject({ kind: 'pay', isLate: true })
  })
  test('what is late stands before figures to confirm and papers to give, not before what is to be sent or signed', () => {
    const [late, today] = [{ ...quiet, requests: [payslip], instalment }, '2026-11-27']
    expect(nextThing([late], today, { id: 'p' })).toMatchObject({ kind: 'pay', isLate: true })
    expect(nextThing([{ ...late, toApprove: { id: 'v', number: 2 } }], today)).toMatchObject({ kind: 'approve' })
    expect(nextThing([{ ...late, isTold: true }], today, { id: 'p' })).toMatchObject({ kind: 'confirm' })
  })
  test('who told us that they cannot pay is not asked to before we have called', () => {
    expect(nextThing([{ ...quiet, instalment, isTold: true }], '2026-11-27')).toEqual({ kind: 'nothing' })
  })
})

describe('the way of a case as a client sees it', () => {
  test('while the creditor decides, two steps are behind and two ahead', () => {
    expect(progressOf('SUBMITTED').map(({ state }) => state)).toEqual(['done', 'done', 'current', 'ahead', 'ahead'])
  })
})
