import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { isUnchanged } from './same-content'

const row = { n: 1, due: '2026-12-05', principal: '900.00', interest: '10.00', fees: '0.00', payment: '910.00', balance: '0.00' }
const plan = (payment = '910.00') => ({ rows: [{ ...row, payment }], total: payment, interest: '10.00', last: row.due })
const line = (debtId: string, reliefs: ReliefLine[], over: object = {}) => ({
  ...{ debtId, reliefs, treatment: 'FIRST_INSTALMENT', after: plan() },
  ...over,
})
const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 6 }
const waiver: ReliefLine = { type: 'WAIVE_INTEREST', percent: '50' }
const letter = { letterHash: 'a' }
const now = (...lines: ReturnType<typeof line>[]) => ({ ...letter, worked: { lines } })

describe('a version worked out again', () => {
  const kept = [line('one', [longer]), line('two', [waiver])]
  test('is the same in whatever order notes and parameters are kept', () => {
    expect(isUnchanged(letter, now(line('two', [{ percent: '50', type: 'WAIVE_INTEREST' }]), line('one', [longer])), kept)).toBe(
      true,
    )
  })
  test('is another where the letter differs by a letter', () => {
    expect(isUnchanged({ letterHash: 'b' }, now(...kept), kept)).toBe(false)
  })
  test('is another where a relief moved to the other note, though the letter may read the same', () => {
    expect(isUnchanged(letter, now(line('one', [waiver]), line('two', [longer])), kept)).toBe(false)
  })
  test('is another where what is not waived is paid another way, or an instalment differs by a fen', () => {
    expect(isUnchanged(letter, now(line('one', [longer], { treatment: 'CAPITALISE' }), line('two', [waiver])), kept)).toBe(false)
    expect(isUnchanged(letter, now(line('one', [longer], { after: plan('910.01') }), line('two', [waiver])), kept)).toBe(false)
  })
  test('is another where a note is left out', () => {
    expect(isUnchanged(letter, now(line('one', [longer])), kept)).toBe(false)
  })
})
