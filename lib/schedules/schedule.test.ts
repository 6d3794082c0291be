import { expect, test } from 'vitest'
import { schedule } from '@/lib/cli/schedule'
import { fieldSentence } from '@/lib/registry/field-errors'

const today = '2026-11-21'
const loan = {
  principal: '12000',
  rate: { dailyPercent: '0.04' },
  method: 'equal_instalment',
  periods: 6,
  firstDue: '2026-12-05',
}
const planOf = (terms: object) => {
  const answered = schedule({ ...loan, ...terms }, today)
  if (!answered.ok) throw new Error(JSON.stringify(answered.faults))
  return answered.value
}
const column = (name: 'due' | 'principal' | 'interest' | 'payment' | 'balance', terms: object) =>
  planOf(terms).rows.map((row) => row[name])

test('V3 holds whichever way a tie is rounded', () => {
  for (const mode of ['half_even', 'half_up']) {
    expect(column('payment', { rounding: { mode } })).toEqual(['2084.83', '2084.83', '2084.83', '2084.83', '2084.83', '2084.86'])
  }
})

test('without any date the loan begins today', () => {
  expect(column('due', { firstDue: null, periods: 2 })).toEqual(['2026-12-21', '2027-01-21'])
})

test('SD-07 a schedule in whole yuan rounds up where that is agreed, and the last instalment is smaller', () => {
  const rounding = { mode: 'up', instalmentMultiple: '10' }
  expect(column('payment', { rounding })).toEqual(['2090.00', '2090.00', '2090.00', '2090.00', '2090.00', '2058.09'])
})

test('stepped instalments are paid as named, and the last one clears', () => {
  const terms = { method: 'stepped', periods: 3, payments: [{ amount: '1000', count: 2 }, '9000'] }
  expect(column('payment', terms)).toEqual(['1000.00', '1000.00', '10401.06'])
  expect(column('interest', terms)).toEqual(['144.00', '133.73', '123.33'])
})

test('a stepped instalment below the interest leaves the rest of it for later, without interest on interest', () => {
  const terms = { method: 'stepped', periods: 3, payments: ['0', '100', '0'] }
  expect(column('payment', terms)).toEqual(['0.00', '100.00', '12332.00'])
  expect(column('balance', terms)).toEqual(['12000.00', '12000.00', '0.00'])
})

test('interest put off for two periods is asked for with the third', () => {
  const terms = { method: 'equal_principal', interestDeferredPeriods: 2, periods: 4 }
  // 144.00 and 108.00 wait for the 72.00 of the third period.
  expect(column('interest', terms)).toEqual(['0.00', '0.00', '324.00', '36.00'])
})

test('level instalments clear the loan though interest is put off', () => {
  const payments = column('payment', { interestDeferredPeriods: 2, periods: 4 })
  const [first, ...rest] = payments.slice(0, 3)
  expect(rest.every((payment) => payment === first)).toBe(true)
  expect(Math.abs(+(payments[3] ?? 0) - +(first ?? 0))).toBeLessThan(0.05)
})

test('flat interest adds up to the exact amount of the whole term', () => {
  const terms = { principal: '1000', rate: { annualPercent: '10' }, method: 'flat', periods: 3 }
  expect(column('interest', terms)).toEqual(['8.33', '8.33', '8.34'])
})

test('interest carried exactly is only rounded where it is shown', () => {
  const plan = planOf({ rounding: { interest: 'none', mode: 'half_up' } })
  // 6 x 2,084.834... on an exact balance; computed independently with 50-digit arithmetic.
  expect(plan.rows.map((row) => row.payment)).toEqual(['2084.83', '2084.83', '2084.83', '2084.83', '2084.83', '2084.86'])
  expect(plan.total).toBe('12509.01')
})

test('what is shown of exactly carried interest adds up to the exact total', () => {
  const terms = {
    principal: '100',
    rate: { periodPercent: '0.333' },
    method: 'interest_only',
    periods: 3,
    rounding: { interest: 'none' },
  }
  // 0.333 each: 0.333, 0.666 and 0.999 in all.
  expect(column('interest', terms)).toEqual(['0.33', '0.34', '0.33'])
})

test('a month ending in February counts thirty days too', () => {
  const terms = { disbursed: '2027-01-31', firstDue: '2027-02-28', dueDay: 31, dayCount: '30/360' }
  expect(column('due', terms).slice(0, 3)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30'])
  expect(column('interest', terms)[0]).toBe('144.00')
})

test('an extension replaces an instalment that was agreed', () => {
  const terms = { principal: '3000', rate: { annualPercent: '0' }, periods: 3, fixedInstalment: '1000', firstDue: '2023-08-01' }
  const longer = { ...terms, changes: [{ on: '2023-09-01', extendBy: 2 }] }
  expect(column('payment', longer)).toEqual(['1000.00', '500.00', '500.00', '500.00', '500.00'])
})

test('instalments due on a day off move to the next working day', () => {
  const terms = { firstDue: '2026-10-05', periods: 2, daysOff: ['2026-10-05', '2026-10-06', '2026-10-07'] }
  expect(column('due', terms)).toEqual(['2026-10-08', '2026-11-05'])
})

test('quarters, weeks and days are periods too', () => {
  const due = (every: string) => column('due', { every, firstDue: '2026-11-30', periods: 3 })
  expect(due('1 quarter')).toEqual(['2026-11-30', '2027-02-28', '2027-05-30'])
  expect(due('2 weeks')).toEqual(['2026-11-30', '2026-12-14', '2026-12-28'])
  expect(due('15 days')).toEqual(['2026-11-30', '2026-12-15', '2026-12-30'])
})

test('a daily rate counts thirty days a month, ninety a quarter, seven a week', () => {
  const first = (every: string) => column('interest', { every })[0]
  expect([first('1 month'), first('1 quarter'), first('1 week')]).toEqual(['144.00', '432.00', '33.60'])
})

test('actual days count 31 in December', () => {
  expect(column('interest', { dayCount: 'actual/365', firstDue: '2027-01-05' })[0]).toBe('148.80')
})

test('a first period that is longer bears interest for its days', () => {
  const terms = { disbursed: '2026-11-05', firstDue: '2026-12-15' }
  expect(column('interest', { ...terms, dayCount: '30/360' })[0]).toBe('192.00')
  expect(column('interest', { ...terms, dayCount: 'actual/365' })[0]).toBe('192.00')
  expect(column('interest', { ...terms, dayCount: 'period' })[0]).toBe('144.00')
})

test('what settles the loan on a day is the principal open and interest to that day', () => {
  const terms = {
    principal: '5000',
    rate: { annualPercent: '12' },
    dayCount: 'actual/365',
    fixedInstalment: '862',
    disbursed: '2022-11-01',
    firstDue: '2022-12-01',
  }
  // After the instalment of 1 December 4,187.32 are open: 16 days at 12 % are 22.03.
  expect(planOf({ ...terms, payOffOn: '2022-12-17' }).payOff).toEqual({
    on: '2022-12-17',
    principal: '4187.32',
    interest: '22.03',
    total: '4209.35',
  })
  expect(planOf({ ...terms, payOffOn: '2022-12-01' }).payOff).toMatchObject({ principal: '5000.00', interest: '49.32' })
  // Nothing paid: 49.32 of November, and 5,000 for 16 days are 26.30.
  expect(planOf({ ...terms, payOffOn: '2022-12-17', asOf: '2022-12-17' }).payOff).toMatchObject({
    principal: '5000.00',
    interest: '75.62',
  })
  expect(planOf({ ...terms, payOffOn: '2024-01-01' }).payOff).toMatchObject({ total: '0.00' })
})

test('whoever pays the sum that settles the loan on a day owes nothing that day, nor later', () => {
  // Sixteen days of thirty at 144.00 a month.
  const on = '2026-11-21'
  expect(planOf({ payOffOn: on }).payOff).toMatchObject({ principal: '12000.00', interest: '76.80', total: '12076.80' })
  const courses = ['shorter', 'lower', 'next'].flatMap((prepayment) => [
    { prepayment, method: 'equal_instalment' },
    { prepayment, method: 'flat' },
    { prepayment, interestDeferredPeriods: 2 },
  ])
  for (const course of courses) {
    const paid = { paid: [{ on, amount: '12076.80' }], ...course }
    expect(planOf({ ...paid, payOffOn: on }).payOff?.total).toBe('0.00')
    expect(planOf({ ...paid, payOffOn: '2026-12-20', asOf: '2026-12-20' }).payOff?.total).toBe('0.00')
    expect(planOf(paid).total).toBe('12076.80')
  }
})

test('flat interest runs on where the payment falls a fen short, or more is lent in the same period', () => {
  const paid = [{ on: '2026-11-21', amount: '12076.79' }]
  expect(planOf({ method: 'flat', paid }).total).toBe('12144.00')
  const lent = { paid: [{ on: '2026-11-21', amount: '12076.80' }], changes: [{ on: '2026-11-25', disburse: '3000' }] }
  // Twenty days at 144.00 a month and ten at 180.00.
  expect(planOf({ method: 'flat', ...lent }).rows[0]?.interest).toBe('156.00')
})

test('what comes in after the last due date settles what is overdue', () => {
  const paid = [{ on: '2027-06-01', amount: '5000' }]
  const open = (amounts: object[]) => planOf({ paid: amounts, asOf: '2027-07-01', payOffOn: '2027-07-01' }).payOff
  // Nothing paid: six months at 144.00 on all of the 12,000.
  expect([open([]), open(paid)].map((payOff) => payOff?.total)).toEqual(['12864.00', '7864.00'])
})

test('a due day moves the first due date only where none is named', () => {
  expect(column('due', { firstDue: null, dueDay: 5, periods: 2 })).toEqual(['2026-12-05', '2027-01-05'])
})

test('instalments keep to the day of the loan at the end of months where no due day is named', () => {
  const lent = { disbursed: '2024-01-31', firstDue: null, periods: 3 }
  expect(column('due', lent)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30'])
  expect(column('due', { ...lent, every: '1 quarter' })).toEqual(['2024-04-30', '2024-07-31', '2024-10-31'])
})

test('an amount paid beyond the whole debt ends it', () => {
  const plan = planOf({ paid: [{ on: '2026-12-05', amount: '20000' }], prepayment: 'shorter' })
  expect(plan.rows).toHaveLength(1)
  expect(plan.rows[0]).toMatchObject({ principal: '12000.00', interest: '144.00', payment: '12144.00', balance: '0.00' })
})

test.each([
  [{ principal: '0' }, 'principal'],
  [{ principal: '1e9' }, 'principal'],
  [{ rate: {} }, 'rate'],
  [{ rate: { annualPercent: '-1' } }, 'rate'],
  [{ rate: { annualPercent: '1', dailyPercent: '1' } }, 'rate'],
  [{ method: 'balloon' }, 'method'],
  [{ periods: 0 }, 'periods'],
  [{ periods: 601 }, 'periods'],
  [{ every: '0 months' }, 'every'],
  [{ every: 'fortnight' }, 'every'],
  [{ every: '11 years' }, 'every'],
  [{ disbursed: '9999-12-05', firstDue: null }, 'disbursed'],
  [{ firstDue: '1899-12-31' }, 'firstDue'],
  [{ rounding: { mode: 'nearest' } }, 'rounding.mode'],
  [{ rounding: { instalmentMultiple: '0' } }, 'rounding.instalmentMultiple'],
  [{ changes: [{ on: '2026-12-05' }] }, 'changes.0'],
  [{ disbursed: '2026-12-05' }, 'firstDue'],
  [{ changes: [{ on: '2030-01-01', disburse: '5' }] }, 'changes'],
  [{ changes: [{ on: '2027-05-06', extendBy: 6 }] }, 'changes'],
  [
    {
      changes: [
        { on: '2027-05-05', extendBy: 1 },
        { on: '2027-06-06', extendBy: 1 },
      ],
    },
    'changes',
  ],
  [
    {
      changes: [
        { on: '2027-06-01', disburse: '5' },
        { on: '2027-06-30', extendBy: 6 },
      ],
    },
    'changes',
  ],
  [{ dueDay: 1 }, 'dueDay'],
  [{ firstDue: '2027-02-28', dueDay: 27 }, 'dueDay'],
  [{ paid: [{ on: '2020-01-01', amount: '5' }] }, 'paid'],
  [{ payOffOn: '2020-01-01' }, 'payOffOn'],
  [{ colour: 'red' }, ''],
])('terms that cannot be meant are refused, and the field is named: %j', (terms, path) => {
  const answered = schedule({ ...loan, ...terms }, today)
  expect(!answered.ok && answered.faults.map((fault) => fault.path)).toContain(path)
})

test('a due day at odds with the first due date is told what it must be, not to be a date', () => {
  const answered = schedule({ ...loan, dueDay: 1 }, today)
  expect(!answered.ok && answered.faults).toEqual([{ path: 'dueDay', code: 'due_day' }])
  expect(fieldSentence('due_day', 'en')).toContain('the day of the month of the first due date')
})
