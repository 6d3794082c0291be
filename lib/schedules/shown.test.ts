import { expect, test } from 'vitest'
import { money, toText, zero } from '@/lib/platform/money'
import { shown } from './shown'

const row = (n: number, principal: string, interest: string) => ({
  ...{ n, due: `2027-0${n}-01`, fees: zero, balance: zero },
  ...{ principal: money(principal), interest: money(interest), payment: money(principal).plus(interest) },
})

test('a fen that a row shows too early is made up for by the next, so that the payments add up', () => {
  const rows = shown([row(1, '0.004', '0.002'), row(2, '0.002', '0'), row(3, '0.004', '0.010')])
  expect(rows.map(({ payment, principal }) => [toText(payment), toText(principal)])).toEqual([
    ['0.01', '0.00'],
    ['0.01', '0.01'],
    ['0.00', '0.00'],
  ])
})
