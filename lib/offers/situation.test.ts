import { describe, expect, test } from 'vitest'
import { money, toText } from '@/lib/platform/money'
import { budgetOf, proRata } from './situation'
import { situation } from './situation.fixture'

describe('what one creditor can be offered', () => {
  test('V2 debts of 900, 1200 and 1500 share 120 a month as 30, 40 and 50', () => {
    const shares = proRata(money('120'), [money('900'), money('1200'), money('1500')])
    expect(shares.map(toText)).toEqual(['30.00', '40.00', '50.00'])
  })
  test('is all that is left where nobody else is owed', () => {
    expect(toText(budgetOf(situation()))).toBe('2200.00')
  })
  test('is a share by balance where others are still to be agreed with', () => {
    // 24,000 of 36,000 owed: two thirds of 2,200, cut to the fen.
    const elsewhere = { creditors: 1, owed: '12000.00', paying: '0.00' }
    expect(toText(budgetOf(situation({ elsewhere })))).toBe('1466.67')
  })
  test('comes after what agreements in force take', () => {
    const elsewhere = { creditors: 2, owed: '24000.00', paying: '200.00' }
    expect(toText(budgetOf(situation({ elsewhere })))).toBe('1000.00')
  })
  test('is nothing, and never less, where the month does not close', () => {
    expect(toText(budgetOf(situation({ surplus: '-350.00' })))).toBe('0.00')
    expect(toText(budgetOf(situation({ elsewhere: { creditors: 1, owed: '0.00', paying: '2500.00' } })))).toBe('0.00')
    expect(toText(budgetOf(situation({ surplus: null })))).toBe('0.00')
  })
})
