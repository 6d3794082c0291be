import { expect, test } from 'vitest'
import { quote } from '@/lib/cli/quote'

// The vectors of domain.md 4.2.

const answer = (request: object) => {
  const answered = quote(request)
  if (!answered.ok) throw new Error(JSON.stringify(answered.faults))
  return answered.value
}
const debtOf = (principal: string, remainingPeriods: number, buckets: object = {}) => ({
  buckets: { principal, ...buckets },
  dailyPercent: '0.04',
  method: 'equal_instalment',
  remainingPeriods,
  nextDue: '2026-12-05',
  dayCount: '30/360',
})
const from = '2026-11-21'
const payments = (plan: { rows: { payment: string }[] }) => plan.rows.map((row) => row.payment)
const shape = (plan: { rows: { payment: string }[]; total: string; interest: string }) => ({
  first: plan.rows[0]?.payment,
  last: plan.rows.at(-1)?.payment,
  count: plan.rows.length,
  interest: plan.interest,
})

test('V3 V13 SX-03 SR-02 three instalments extended to six: to six, not by six', () => {
  const { before, after, annualPercent } = answer({
    debt: debtOf('12000.00', 3),
    reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 6 }],
    from,
  })
  expect(shape(before)).toEqual({ first: '4096.38', last: '4096.38', count: 3, interest: '289.14' })
  expect(payments(after)).toEqual([...Array.from({ length: 5 }, () => '2084.83'), '2084.86'])
  expect(after.interest).toBe('509.01')
  expect(after.last).toBe('2027-05-05')
  expect(annualPercent).toEqual({ simple: '14.40', irr: '15.39' })
})

test('V3 extended to twelve', () => {
  const { after } = answer({ debt: debtOf('12000.00', 3), reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }], from })
  expect(shape(after)).toEqual({ first: '1079.71', last: '1079.64', count: 12, interest: '956.45' })
})

test('V4 the rate cut from 0.04 % to 0.02 % a day', () => {
  const { after } = answer({ debt: debtOf('12000.00', 6), reliefs: [{ type: 'RATE_CUT', toDailyPercent: '0.02' }], from })
  expect(shape(after)).toEqual({ first: '2042.21', last: '2042.21', count: 6, interest: '253.26' })
})

test('V5 interest only for a year, then the principal', () => {
  const { after } = answer({ debt: debtOf('12000.00', 12), reliefs: [{ type: 'INTEREST_ONLY', periods: 12 }], from })
  expect(payments(after)).toEqual([...Array.from({ length: 11 }, () => '144.00'), '12144.00'])
  expect(after.interest).toBe('1728.00')
})

test('V11 SX-01 小李 asks for six months more, and it fits', () => {
  const { before, after, affordable, buffer } = answer({
    debt: debtOf('24000.00', 6),
    reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }],
    surplus: '2200.00',
    from,
  })
  expect([shape(before), before.total]).toEqual([
    { first: '4169.67', last: '4169.67', count: 6, interest: '1018.02' },
    '25018.02',
  ])
  expect([shape(after), after.total]).toEqual([{ first: '2159.41', last: '2159.43', count: 12, interest: '1912.94' }, '25912.94'])
  expect({ affordable, buffer }).toEqual({ affordable: true, buffer: '40.59' })
})

test('V12 SX-02 SR-04 小张 is waived half of the interest, the other half joins the first instalment', () => {
  const { after, waived, saving } = answer({
    debt: debtOf('18000.00', 6, { interest: '432.00' }),
    reliefs: [{ type: 'WAIVE_INTEREST', percent: '50' }],
    from,
  })
  expect(payments(after)).toEqual(['3343.25', '3127.25', '3127.25', '3127.25', '3127.25', '3127.26'])
  expect({ total: after.total, waived: waived.interest, saving }).toEqual({
    total: '18979.51',
    waived: '216.00',
    saving: '216.00',
  })
})
