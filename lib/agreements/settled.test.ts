import { describe, expect, test } from 'vitest'
import { money, zero } from '@/lib/platform/money'
import { claimsInTurn, settledParts } from './settled'

const owed = (principal: string, interest: string, fees = '0') => ({
  ...{ principal: money(principal), interest: money(interest), fees: money(fees) },
})

describe('what is settled in turn within an instalment', () => {
  const plan = [owed('1940.83', '144'), owed('1964.12', '120.71')]

  test('names only what the plan holds, in the order of the law or of the contract', () => {
    expect(claimsInTurn(plan, 'COSTS_INTEREST_PRINCIPAL')).toEqual(['interest', 'principal'])
    expect(claimsInTurn(plan, 'PRINCIPAL_COSTS_INTEREST')).toEqual(['principal', 'interest'])
    expect(claimsInTurn([...plan, owed('100', '0', '20')], 'COSTS_INTEREST_PRINCIPAL')).toEqual([
      'costs',
      'interest',
      'principal',
    ])
  })

  test('is nothing where no instalment has two things in it: principal alone, or interest first and principal after', () => {
    expect(claimsInTurn([owed('2084.83', '0')], 'COSTS_INTEREST_PRINCIPAL')).toEqual([])
    expect(claimsInTurn([owed('0', '144'), owed('12000', '0')], 'COSTS_INTEREST_PRINCIPAL')).toEqual([])
    expect(claimsInTurn([], 'COSTS_INTEREST_PRINCIPAL')).toEqual([])
  })
})

test('V10 500 towards costs of 20, interest of 180 and principal of 10,000 falls into 20, 180 and 300, by contract otherwise', () => {
  const row = { ...owed('10000', '180', '20'), paid: money('500') }
  expect(settledParts(row, 'COSTS_INTEREST_PRINCIPAL')).toEqual({ costs: '20.00', interest: '180.00', principal: '300.00' })
  expect(settledParts(row, 'PRINCIPAL_INTEREST_COSTS')).toEqual({ costs: '0.00', interest: '0.00', principal: '500.00' })
  expect(settledParts({ ...row, paid: zero }, 'COSTS_INTEREST_PRINCIPAL').principal).toBe('0.00')
})
