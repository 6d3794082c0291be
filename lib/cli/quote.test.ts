import { expect, test } from 'vitest'
import { decimalText, money } from '@/lib/platform/money'
import { quote } from './quote'

const answer = (reliefs: object[]) => {
  const answered = quote({
    debt: {
      ...{ buckets: { principal: '12000.00' }, dailyPercent: '0.04', method: 'equal_instalment', remainingPeriods: 3 },
      ...{ nextDue: '2026-12-05', dayCount: '30/360' },
    },
    ...{ reliefs, from: '2026-11-21' },
  })
  if (!answered.ok) throw new Error(JSON.stringify(answered.faults))
  return answered.value
}
const percent = (text: string, of: string) => decimalText(money(text).div(money(of)).minus(1).times(100), 1)

test('SR-02 three months extended to six cut the instalment by 49.1 % and raise the interest by 76.0 %, vector V3', () => {
  const { before, after } = answer([{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  expect(before.rows.map((row) => row.payment)).toEqual(['4096.38', '4096.38', '4096.38'])
  expect(after.rows.map((row) => row.payment)).toEqual(['2084.83', '2084.83', '2084.83', '2084.83', '2084.83', '2084.86'])
  expect([before.interest, after.interest]).toEqual(['289.14', '509.01'])
  expect(percent('2084.83', '4096.38')).toBe('-49.1')
  expect(percent(after.interest, before.interest)).toBe('76.0')
})

test('SR-08 what is asked in free words changes no figure of the quote', () => {
  const free = answer([{ type: 'OTHER', text: '由机构代为争取更多还款优惠' }])
  expect(free).toEqual(answer([]))
})
