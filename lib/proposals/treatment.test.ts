import { expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { asked, day, recorded } from './agreed-notes.fixture'
import { choosesTreatment, treatmentOf } from './treatment'
import { workOut } from './work-out'

const late = { ...recorded, buckets: { ...recorded.buckets, interest: '432.00', penaltyPrincipal: '0.00' } }
const nothingLate = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '0.00' } }
const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 12 }
const anew: ReliefLine = { type: 'INSTALMENT_PLAN', periods: 12, firstDue: '2026-12-10' }
const settled: ReliefLine = { type: 'LUMP_SUM', amount: '12000', on: '2026-12-10' }
const pause = (interest: string): ReliefLine => ({ type: 'PAYMENT_PAUSE', periods: 3, interest })
const waived = (percent: string): ReliefLine => ({ type: 'WAIVE_INTEREST', percent })

test.each<[string, ReliefLine[], typeof recorded, string | undefined]>([
  ['as chosen, where something has accrued', [longer], late, 'CARRY_FORWARD'],
  ['as chosen, where half of it is waived', [waived('50')], late, 'CARRY_FORWARD'],
  ['not at all, where all of it is waived', [longer, waived('100')], late, undefined],
  ['not at all, where nothing has accrued', [longer], nothingLate, undefined],
  ['as chosen, for what a pause lets accrue', [pause('accrues')], nothingLate, 'CARRY_FORWARD'],
  ['not at all, where a pause lets nothing accrue', [pause('waived')], nothingLate, undefined],
  ['spread with the rest, where everything is spread anew', [anew], late, 'CAPITALISE'],
  ['not at all, where one payment settles everything', [settled], late, undefined],
])('what is not waived is told %s', (_, reliefs, sheet, told) => {
  const line = { ...asked(reliefs, sheet), treatment: 'CARRY_FORWARD' as const }
  const [worked] = workOut([sheet], [line], { surplus: null, from: day }).lines
  expect(worked && treatmentOf(worked, sheet)).toBe(told)
})

test('is asked for only where the plan leaves a choice', () => {
  expect(choosesTreatment(['TERM_EXTENSION'], late)).toBe(true)
  expect(choosesTreatment(['TERM_EXTENSION'], nothingLate)).toBe(false)
  expect(choosesTreatment(['PAYMENT_PAUSE'], nothingLate)).toBe(true)
  expect(choosesTreatment(['INSTALMENT_PLAN'], late)).toBe(false)
  expect(choosesTreatment(['LUMP_SUM'], late)).toBe(false)
})
