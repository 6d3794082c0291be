import { expect, test } from 'vitest'
import type { CaseStage, ConsentPurpose } from '@/db/vocabulary'
import { whatWasTakenBack } from './taken-back'

const given = (purpose: ConsentPurpose) => ({ purpose, withdrawnAt: null })
const back = (purpose: ConsentPurpose) => ({ purpose, withdrawnAt: '2026-11-23' })

test.each<[string, ReturnType<typeof back>[] | ReturnType<typeof given>[], CaseStage, string | undefined]>([
  ['the basic consent', [back('PROCESSING')], 'SUBMITTED', 'consentWithdrawn'],
  ['the basic consent while a plan runs', [back('PROCESSING')], 'MONITORING', 'consentWithdrawnPlan'],
  ['the consent to contact the creditor', [back('CONTACT_CREDITOR')], 'SUBMITTED', 'contactWithdrawn'],
  ['nothing', [given('PROCESSING'), given('CONTACT_CREDITOR')], 'SUBMITTED', undefined],
  ['one of a case that is over', [back('PROCESSING')], 'CLOSED', undefined],
])('taken back: %s', (_, consents, stage, said) => {
  expect(whatWasTakenBack(consents, stage)).toBe(said)
})

test('given again is not taken back', () => {
  expect(whatWasTakenBack([back('PROCESSING'), given('PROCESSING')], 'SUBMITTED')).toBeUndefined()
})
