import { expect, test } from 'vitest'
import { quote } from '@/lib/cli/quote'
import { quoteInput } from './quote-input'

const from = '2026-11-21'
const debt = (over: object = {}) => ({
  buckets: { principal: '12000.00' },
  dailyPercent: '0.04',
  remainingPeriods: 6,
  nextDue: '2026-12-05',
  ...over,
})
const answer = (request: object) => {
  const answered = quote({ from, debt: debt(), ...request })
  if (!answered.ok) throw new Error(JSON.stringify(answered.faults))
  return answered.value
}
const asked = (relief: object, more: object = {}) => answer({ reliefs: [relief], ...more })
const payments = ({ after }: ReturnType<typeof answer>) => after.rows.map((row) => row.payment)
const dues = ({ after }: ReturnType<typeof answer>) => after.rows.map((row) => row.due)
const codes = ({ warnings }: ReturnType<typeof answer>) => warnings.map((warning) => warning.code)

/** Every bucket filled, 13,000.00 in all. */
const overdue = debt({
  buckets: {
    principal: '10000.00',
    overduePrincipal: '2000.00',
    interest: '120.00',
    overdueInterest: '80.00',
    penaltyPrincipal: '300.00',
    penaltyInterest: '100.00',
    fees: '400.00',
  },
})

test('without reliefs nothing changes', () => {
  const same = answer({})
  expect(same.after).toEqual(same.before)
  expect(same.saving).toBe('0.00')
})

test('SR-01 an instalment plan spreads everything owed, from the date named', () => {
  const plan = asked({ type: 'INSTALMENT_PLAN', periods: 12, firstDue: '2026-12-15' }, { debt: overdue })
  expect([plan.after.rows.length, dues(plan)[0], dues(plan)[11]]).toEqual([12, '2026-12-15', '2027-11-15'])
  const principal = plan.after.rows.reduce((fens, row) => fens + BigInt(row.principal.replace('.', '')), 0n)
  expect(principal).toBe(1_300_000n)
  expect(codes(plan)).toContain('ARREARS_CAPITALISED')
})

test('SR-03 a lower instalment says how long it takes and what it costs', () => {
  const plan = asked({ type: 'LOWER_INSTALMENT', amount: '1079.71' })
  expect(payments(plan).slice(0, 11)).toEqual(Array.from({ length: 11 }, () => '1079.71'))
  expect([plan.after.rows.length, payments(plan)[11], plan.after.interest, plan.saving]).toEqual([
    12,
    '1079.64',
    '956.45',
    '-447.44',
  ])
  expect(codes(plan)).toEqual(['COSTS_MORE'])
})

test('an instalment that does not pay the interest is said to be too low', () => {
  expect(codes(asked({ type: 'LOWER_INSTALMENT', amount: '100.00' }))).toContain('INSTALMENT_TOO_LOW')
})

test('SR-07 a longer term and an instalment named together leave the rest to the last one', () => {
  const plan = answer({
    reliefs: [
      { type: 'TERM_EXTENSION', toPeriods: 12 },
      { type: 'LOWER_INSTALMENT', amount: '1000.00' },
    ],
  })
  expect([plan.after.rows.length, payments(plan)[10]]).toEqual([12, '1000.00'])
  expect(codes(plan)).toContain('LAST_INSTALMENT_LARGE')
})

test('interest only for three of six, then the principal in three', () => {
  const plan = asked({ type: 'INTEREST_ONLY', periods: 3 })
  // 12,000 at 1.2 % a month is 144.00; three level instalments are those of V3.
  expect(payments(plan)).toEqual(['144.00', '144.00', '144.00', '4096.38', '4096.38', '4096.38'])
})

test('a pause moves every date, and its interest joins the first instalment', () => {
  const plan = asked({ type: 'PAYMENT_PAUSE', periods: 2, interest: 'accrues' })
  expect([dues(plan)[0], dues(plan)[5]]).toEqual(['2027-02-05', '2027-07-05'])
  // 2,084.83 and two months of 144.00
  expect(payments(plan).slice(0, 2)).toEqual(['2372.83', '2084.83'])
})

test('a pause whose interest is waived only moves the dates', () => {
  const plan = asked({ type: 'PAYMENT_PAUSE', periods: 2, interest: 'waived' })
  expect([dues(plan)[0], plan.after.total, plan.saving]).toEqual(['2027-02-05', '12509.01', '0.00'])
})

test('SR-06 a later due day lengthens the first period by its days', () => {
  const plan = asked({ type: 'DATE_CHANGE', dueDay: 15 })
  expect(dues(plan)).toEqual(['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-15'])
  // 12,000 x 0.04 % x 40 days
  expect(plan.after.rows[0]?.interest).toBe('192.00')
})

test('days that a later due day adds bear interest too where the first instalments are paused', () => {
  const plan = answer({
    reliefs: [
      { type: 'DATE_CHANGE', dueDay: 15 },
      { type: 'PAYMENT_PAUSE', periods: 1, interest: 'accrues' },
    ],
  })
  expect(dues(plan)[0]).toBe('2027-01-15')
  // 144.00 of the paused period, and 12,000 x 0.04 % x 40 days.
  expect(plan.after.rows[0]?.interest).toBe('336.00')
})

test('an earlier due day falls in the next month; the 31st is the last day of shorter months', () => {
  expect(dues(asked({ type: 'DATE_CHANGE', dueDay: 1 }))[0]).toBe('2027-01-01')
  expect(dues(asked({ type: 'DATE_CHANGE', dueDay: 31 })).slice(0, 3)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28'])
})

test('a debt due on the 31st keeps to it though the next date is the 30th', () => {
  const plan = answer({ debt: debt({ nextDue: '2026-11-30', dueDay: 31 }) })
  expect(dues(plan).slice(0, 3)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31'])
})

test('a rate cut to nothing waives all future interest', () => {
  const plan = asked({ type: 'RATE_CUT', toDailyPercent: '0' })
  expect(plan.after.total).toBe('12000.00')
  expect(plan.annualPercent).toEqual({ simple: '0.00', irr: '0.00' })
})

test.each([
  ['WAIVE_INTEREST', '120.00'],
  ['WAIVE_OVERDUE_INTEREST', '80.00'],
  ['WAIVE_PENALTY_PRINCIPAL', '300.00'],
  ['WAIVE_PENALTY_INTEREST', '100.00'],
  ['WAIVE_FEES', '400.00'],
])('SR-04 %s takes its own bucket off the first instalment', (type, amount) => {
  const plan = asked({ type, percent: '100' }, { debt: overdue })
  expect(plan.saving).toBe(amount)
  expect(asked({ type, amount: '50.00' }, { debt: overdue }).saving).toBe('50.00')
  expect(asked({ type, amount: '5000.00' }, { debt: overdue }).saving).toBe(amount)
})

test('principal is waived from what is overdue first', () => {
  const { waived } = asked({ type: 'WAIVE_PRINCIPAL', amount: '2500.00' }, { debt: overdue })
  expect([waived.overduePrincipal, waived.principal]).toEqual(['2000.00', '500.00'])
})

test('a waiver of an empty bucket is pointed out', () => {
  expect(codes(asked({ type: 'WAIVE_FEES', percent: '50' }))).toEqual(['NOTHING_TO_WAIVE'])
})

test('arrears go to the first instalment, to the last, or into the amount lent', () => {
  const first = answer({ debt: overdue })
  const carried = answer({ debt: overdue, treatment: 'carry_forward' })
  const capitalised = answer({ debt: overdue, treatment: 'capitalise' })
  expect(first.after.total).toBe(carried.after.total)
  // Equal instalments of 10,000 over six months are 1,737.36; arrears are 3,000.00.
  expect([payments(first)[0], payments(first)[1], payments(carried)[0]]).toEqual(['4737.36', '1737.36', '1737.36'])
  expect(first.after.rows[0]).toMatchObject({ principal: '3617.36', interest: '320.00', fees: '800.00' })
  expect(carried.after.rows[0]?.balance).toBe('10382.64')
  expect([codes(capitalised), capitalised.saving.startsWith('-')]).toEqual([['COSTS_MORE', 'ARREARS_CAPITALISED'], true])
})

test('SR-05 a lump sum pays costs, interest and then principal, and the rest is given up', () => {
  const plan = asked({ type: 'LUMP_SUM', amount: '9000.00', on: '2026-12-01' }, { debt: overdue, surplus: '2000.00' })
  // Interest grows by 10,000 x 0.04 % x 10 days = 40.00.
  expect(plan.after.rows).toEqual([
    { n: 1, due: '2026-12-01', principal: '7960.00', interest: '240.00', fees: '800.00', payment: '9000.00', balance: '0.00' },
  ])
  expect(codes(plan)).toEqual(['ABOVE_SURPLUS', 'LUMP_SUM_NEEDS_FUNDS'])
  // Paid back short within days, its yearly cost would come to less than everything.
  expect(plan.annualPercent).toBeNull()
})

test('a lump sum above the debt pays no more than the debt', () => {
  const plan = asked({ type: 'LUMP_SUM', amount: '20000.00', on: '2026-12-01' })
  expect([payments(plan), codes(plan)]).toEqual([['12048.00'], ['LUMP_SUM_ABOVE_DEBT', 'LUMP_SUM_NEEDS_FUNDS']])
})

test('STOP_COLLECTION and OTHER change no figure', () => {
  expect(asked({ type: 'STOP_COLLECTION' }).saving).toBe('0.00')
  expect(asked({ type: 'OTHER', text: '分期免息券' }).saving).toBe('0.00')
})

test('SP-07 SD-08 an offer above the surplus is flagged, and what is left or missing is said', () => {
  const plan = answer({ surplus: '2000.00' })
  expect([plan.affordable, plan.buffer, codes(plan)]).toEqual([false, '-84.83', ['ABOVE_SURPLUS']])
  expect(answer({}).affordable).toBeNull()
})

test('an extension asked for after the last due date comes too late', () => {
  const late = debt({ remainingPeriods: 1, nextDue: '2026-11-20' })
  expect(codes(asked({ type: 'TERM_EXTENSION', toPeriods: 6 }, { debt: late }))).toContain('AFTER_MATURITY')
  const today = debt({ remainingPeriods: 1, nextDue: from })
  expect(codes(asked({ type: 'TERM_EXTENSION', toPeriods: 6 }, { debt: today }))).not.toContain('AFTER_MATURITY')
  expect(answer({ debt: today }).before.rows[0]?.due).toBe(from)
  expect(codes(asked({ type: 'TERM_EXTENSION', toPeriods: 6 }))).toEqual(['TERM_NOT_LONGER'])
})

test('an instalment that is not lower is told, one named for a loan paid at its end is not', () => {
  expect(codes(asked({ type: 'LOWER_INSTALMENT', amount: '9000.00' }))).toContain('INSTALMENT_NOT_LOWER')
  const bullet = debt({ method: 'BULLET', remainingPeriods: 3 })
  expect(codes(asked({ type: 'LOWER_INSTALMENT', amount: '1500.00' }, { debt: bullet }))).not.toContain('INSTALMENT_NOT_LOWER')
})

test('a rate that is not lower is told', () => {
  expect(codes(asked({ type: 'RATE_CUT', toDailyPercent: '0.05' }))).toContain('RATE_NOT_LOWER')
  expect(codes(asked({ type: 'RATE_CUT', toDailyPercent: '0.04' }))).toContain('RATE_NOT_LOWER')
  expect(codes(asked({ type: 'RATE_CUT', toDailyPercent: '0.03' }))).not.toContain('RATE_NOT_LOWER')
})

test('instalments of a debt whose due date has passed go on from the next one', () => {
  const plan = answer({ debt: debt({ nextDue: '2026-10-31', remainingPeriods: 3 }) })
  expect(dues(plan)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31'])
})

test('a plan whose first date comes before the running period bears interest from the proposal on', () => {
  const soon = { type: 'INSTALMENT_PLAN', periods: 2, firstDue: '2026-11-26' }
  const plan = asked(soon, { debt: debt({ nextDue: '2026-12-31' }) })
  // 12,000 x 0.04 % x 5 days
  expect(plan.after.rows[0]?.interest).toBe('24.00')
})

test('a bullet loan asks for everything with its last instalment', () => {
  const plan = answer({ debt: debt({ method: 'BULLET', remainingPeriods: 3 }) })
  expect(payments(plan)).toEqual(['0.00', '0.00', '12432.00'])
})

test('a loan paid at the end is paid in instalments, interest first, once an instalment is named or it is spread', () => {
  const bullet = { debt: debt({ method: 'BULLET', remainingPeriods: 1 }) }
  const named = answer({
    reliefs: [
      { type: 'LOWER_INSTALMENT', amount: '1500' },
      { type: 'TERM_EXTENSION', toPeriods: 6 },
    ],
    ...bullet,
  })
  // 144.00 of the first 1,500.00 are interest: 0.04 % a day on 12,000 for thirty days.
  expect(named.after.rows[0]).toMatchObject({ principal: '1356.00', interest: '144.00' })
  for (const method of ['BULLET', 'INTEREST_ONLY']) {
    const spread = asked(
      { type: 'INSTALMENT_PLAN', periods: 6, firstDue: '2026-12-05' },
      { debt: debt({ method, remainingPeriods: 1 }) },
    )
    // V3, six months.
    expect(payments(spread)).toEqual(['2084.83', '2084.83', '2084.83', '2084.83', '2084.83', '2084.86'])
  }
})

test('a debt wholly overdue is asked for at once, and can be rescheduled', () => {
  const all = debt({ buckets: { overduePrincipal: '5000.00', penaltyPrincipal: '90.00' }, remainingPeriods: 0 })
  expect(payments(answer({ debt: all }))).toEqual(['5090.00'])
  expect(payments(asked({ type: 'INSTALMENT_PLAN', periods: 5, firstDue: '2026-12-05' }, { debt: all }))).toHaveLength(5)
})

test('nothing owed asks for nothing', () => {
  expect(answer({ debt: debt({ buckets: {} }) }).after).toEqual({ rows: [], total: '0.00', interest: '0.00', last: null })
})

test.each([
  [{ debt: debt({ buckets: { principal: '12.345' } }) }, 'debt.buckets.principal'],
  [{ debt: debt({ buckets: { principal: '-5' } }) }, 'debt.buckets.principal'],
  [{ debt: debt({ dailyPercent: 'x' }) }, 'debt.dailyPercent'],
  [{ debt: debt({ nextDue: '2026-02-30' }) }, 'debt.nextDue'],
  [{ debt: debt({ remainingPeriods: 1.5 }) }, 'debt.remainingPeriods'],
  [{ reliefs: [{ type: 'FORGIVE' }] }, 'reliefs.0.type'],
  [{ reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 0 }] }, 'reliefs.0.toPeriods'],
  [{ reliefs: [{ type: 'WAIVE_FEES', percent: '101' }] }, 'reliefs.0.percent'],
  [{ reliefs: [{ type: 'WAIVE_FEES', percent: '10', amount: '5' }] }, 'reliefs.0'],
  [
    {
      reliefs: [
        { type: 'RATE_CUT', toDailyPercent: '0' },
        { type: 'RATE_CUT', toDailyPercent: '0' },
      ],
    },
    'reliefs',
  ],
  [{ reliefs: [{ type: 'LUMP_SUM', amount: '1', on: '2026-11-20' }] }, 'reliefs.0.on'],
  [{ reliefs: [{ type: 'LUMP_SUM', amount: '0.00', on: '2026-12-01' }] }, 'reliefs.0.amount'],
  [{ reliefs: [{ type: 'RATE_CUT', toDailyPercent: '9999' }] }, 'reliefs.0.toDailyPercent'],
  [{ reliefs: [{ type: 'INSTALMENT_PLAN', periods: 3, firstDue: '2026-11-20' }] }, 'reliefs.0.firstDue'],
  [{ reliefs: [{ type: 'INSTALMENT_PLAN', periods: 3, firstDue: '9999-12-05' }] }, 'reliefs.0.firstDue'],
  [{ surplus: 'lots' }, 'surplus'],
  [{ from: 'today' }, 'from'],
])('what cannot be meant is refused, and the field is named: %j', (request, path) => {
  const answered = quote({ from, debt: debt(), ...request })
  expect(answered.ok).toBe(false)
  expect(!answered.ok && answered.faults.some((fault) => fault.path.startsWith(path))).toBe(true)
})

test('a relief says what is wrong with its field in a way that can be put into either language', () => {
  const faulty = { reliefs: [{ type: 'DATE_CHANGE', dueDay: 32 }], from, debt: debt() }
  expect(quoteInput.safeParse(faulty).error?.issues).toMatchObject([
    { code: 'too_big', maximum: 31, path: ['reliefs', 0, 'dueDay'] },
  ])
})
