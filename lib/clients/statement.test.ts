import { describe, expect, test } from 'vitest'
import { money, toText } from '@/lib/platform/money'
import { summarise } from './statement'

const line = (kind: 'income' | 'fixed' | 'flexible' | 'priority' | 'savings', amount: string) => ({ kind, amount })

describe('the financial statement', () => {
  test('SP-05 what 小李 has left is income less fixed, flexible and reserve: 2,200.00 (vector V11)', () => {
    const lines = [line('income', '5200.00'), line('fixed', '1900.00'), line('flexible', '900.00')]
    expect(toText(summarise(lines, money('200.00')).disposable)).toBe('2200.00')
  })
  test('SD-08 what presses each month is known before relief is asked for: a month short by 150.00 says so', () => {
    const lines = [line('income', '3000.00'), line('fixed', '2200.00'), line('flexible', '850.00')]
    expect(toText(summarise(lines, money('100.00')).disposable)).toBe('-150.00')
  })
  test('payments that come first and regular saving are taken off before anything is offered', () => {
    const lines = [line('income', '6800.00'), line('priority', '500.50'), line('savings', '100.00'), line('fixed', '3150.00')]
    const sums = summarise(lines, money('340.00'))
    expect(toText(sums.priority)).toBe('500.50')
    expect(toText(sums.disposable)).toBe('2709.50')
  })
  test('several lines of one kind are added to the fen', () => {
    const lines = [line('income', '0.10'), line('income', '0.20')]
    expect(toText(summarise(lines, money('0')).income)).toBe('0.30')
  })
  test('a month that does not close stays negative', () => {
    expect(toText(summarise([line('fixed', '100.00')], money('50.00')).disposable)).toBe('-150.00')
  })
})
