import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { money, sum, toText } from '@/lib/platform/money'
import { type DebtSheet, missingTerms } from './debt-sheet'
import { type AskedLine, isOnePayment, workOut } from './work-out'

const sheet = (over: Partial<DebtSheet> = {}, buckets: Partial<DebtSheet['buckets']> = {}): DebtSheet => ({
  debtId: 'a',
  version: 1,
  contractTail: '7731',
  lender: '重庆蚂蚁消费金融有限公司',
  buckets: {
    ...{ principal: '24000.00', overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
    ...buckets,
  },
  owed: '24000.00',
  dailyPercent: '0.04',
  method: 'EQUAL_INSTALMENT',
  remainingPeriods: 6,
  nextDueOn: '2026-12-05',
  endsOn: '2027-05-05',
  ...over,
})
const ask = (...reliefs: ReliefLine[]): AskedLine => ({ debtId: 'a', reliefs, treatment: 'FIRST_INSTALMENT' })
const on = (surplus: string | null, from = '2026-11-21') => ({ surplus, from })

test('V11 SX-01 SR-07 小李: six months more and a lower instalment, which fits with 40.59 to spare', () => {
  const worked = workOut([sheet()], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 })], on('2200.00'))
  expect([worked.instalmentBefore, worked.before.total, worked.before.interest]).toEqual(['4169.67', '25018.02', '1018.02'])
  expect([worked.instalment, worked.after.total, worked.after.interest]).toEqual(['2159.41', '25912.94', '1912.94'])
  expect(worked.after.rows.at(-1)?.payment).toBe('2159.43')
  expect(worked.affordability).toEqual({
    ...{ surplus: '2200.00', dearest: '2159.41', dearestOn: '2026-12-05', dearestIs: 'usual', buffer: '40.59', fits: true },
  })
  expect(worked.saving).toBe('-894.92')
})

test('V12 SX-02 小张: half of the interest waived, the rest joins the first instalment', () => {
  const debt = sheet({}, { principal: '18000.00', interest: '432.00' })
  const worked = workOut([debt], [ask({ type: 'WAIVE_INTEREST', percent: '50' })], on('3400.00'))
  expect(worked.after.rows.map((row) => row.payment)).toEqual(['3343.25', '3127.25', '3127.25', '3127.25', '3127.25', '3127.26'])
  expect([worked.after.total, worked.waived, worked.instalment]).toEqual(['18979.51', '216.00', '3127.25'])
  expect(worked.affordability).toMatchObject({ dearest: '3343.25', buffer: '56.75', fits: true })
})

test('V13 SX-03 SR-02 three instalments extended to six', () => {
  const debt = sheet({ remainingPeriods: 3 }, { principal: '12000.00' })
  const worked = workOut([debt], [ask({ type: 'TERM_EXTENSION', toPeriods: 6 })], on(null))
  expect(worked.after.rows.map((row) => row.payment)).toEqual([...Array.from({ length: 5 }, () => '2084.83'), '2084.86'])
  expect([worked.before.interest, worked.after.interest, worked.affordability]).toEqual(['289.14', '509.01', null])
})

describe('SD-08 SP-07 what the household can sustain', () => {
  test('an offer above the disposable income does not fit', () => {
    const worked = workOut([sheet()], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 })], on('2159.41'))
    // The last instalment is two fen dearer than the others, and the month does not have them.
    expect(worked.affordability).toMatchObject({ dearest: '2159.43', dearestIs: 'last', buffer: '-0.02', fits: false })
    const exact = workOut([sheet()], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 })], on('2159.43'))
    expect(exact.affordability).toMatchObject({ fits: true })
  })

  test('a last instalment that carries what the small ones left is measured too, and named', () => {
    const low = { type: 'LOWER_INSTALMENT', amount: '1500.00' } as const
    const worked = workOut([sheet()], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 }, low)], on('2599.45'))
    const [last, before] = worked.after.rows.toReversed()
    expect([before?.payment, worked.lines[0]?.warnings]).toEqual(['1500.00', expect.arrayContaining(['LAST_INSTALMENT_LARGE'])])
    const short = toText(money('2599.45').minus(money(last?.payment ?? '0')))
    expect(worked.affordability).toMatchObject({ dearest: last?.payment, dearestOn: last?.due, dearestIs: 'last', fits: false })
    expect([worked.affordability?.buffer, money(short).lt('0')]).toEqual([short, true])
    // Where the month bears even that, it is still the month that leaves least.
    const rich = workOut([sheet()], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 }, low)], on('20000.00'))
    expect(rich.affordability).toMatchObject({ dearest: last?.payment, dearestIs: 'last', fits: true })
  })

  test('a first instalment that carries arrears is named as the first', () => {
    const worked = workOut([sheet({}, { interest: '432.00' })], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 })], on('2200.00'))
    expect(worked.affordability).toMatchObject({ dearestIs: 'first', dearestOn: '2026-12-05', fits: false })
  })

  test('two loan notes that fall due in one month are one burden', () => {
    const other = sheet({ debtId: 'b', nextDueOn: '2026-12-20' })
    const lines = [ask(), { ...ask(), debtId: 'b' }]
    const worked = workOut([sheet(), other], lines, on('8000.00'))
    expect(worked.affordability).toMatchObject({ dearest: '8339.34', fits: false })
    expect(worked.instalment).toBe('8339.34')
    expect(worked.after.rows).toHaveLength(12)
  })

  test('SR-05 a settlement paid at once is not measured against the month', () => {
    const worked = workOut([sheet()], [ask({ type: 'LUMP_SUM', amount: '20000.00', on: '2026-12-01' })], on('2200.00'))
    expect(worked.affordability).toMatchObject({ dearest: '0.00', fits: true })
    expect(worked.lines[0]?.warnings).toContain('LUMP_SUM_NEEDS_FUNDS')
    expect(isOnePayment(worked.lines)).toBe(true)
    expect([[], [...worked.lines, ask()]].map(isOnePayment)).toEqual([false, false])
  })
})

test('an extension asked for after the debt matured says so [民法典合同编 678]', () => {
  const late = sheet({ endsOn: '2026-11-20' })
  const warned = (relief: ReliefLine) => workOut([late], [ask(relief)], on(null)).lines[0]?.warnings
  expect(warned({ type: 'TERM_EXTENSION', toPeriods: 12 })).toContain('AFTER_MATURITY')
  expect(warned({ type: 'LOWER_INSTALMENT', amount: '3000.00' })).not.toContain('AFTER_MATURITY')
  const over = sheet({ endsOn: '2026-11-05', nextDueOn: '2026-11-05', remainingPeriods: 1 })
  const said = workOut([over], [ask({ type: 'TERM_EXTENSION', toPeriods: 12 })], on(null)).lines[0]?.warnings
  expect(said?.filter((code) => code === 'AFTER_MATURITY')).toHaveLength(1)
})

test('a loan note whose terms are not known is left out, and what it lacks is named', () => {
  const unknown = sheet({ dailyPercent: null, nextDueOn: null })
  expect(workOut([unknown], [ask()], on(null)).lines).toEqual([])
  expect(missingTerms(unknown)).toEqual(['dailyPercent', 'nextDueOn'])
})

describe('every relief of the source documents, worked out', () => {
  const worked = (relief: ReliefLine, buckets: Partial<DebtSheet['buckets']> = {}) =>
    workOut([sheet({}, buckets)], [ask(relief)], on(null)).lines[0]
  const sumOf = (line: ReturnType<typeof worked>, part: 'principal' | 'payment') =>
    toText(sum((line?.after.rows ?? []).map((row) => money(row[part]))))

  test('SR-01 SD-07 instalments over everything that is owed add up to the fen', () => {
    const line = worked({ type: 'INSTALMENT_PLAN', periods: 24, firstDue: '2026-12-20' }, { interest: '432.00', fees: '12.34' })
    expect(line?.after.rows).toHaveLength(24)
    expect([sumOf(line, 'principal'), sumOf(line, 'payment')]).toEqual(['24444.34', line?.after.total])
    expect(line?.after.rows.at(-1)?.balance).toBe('0.00')
  })

  test('SR-03 a lower instalment states the term and the total it leads to', () => {
    const line = worked({ type: 'LOWER_INSTALMENT', amount: '2159.41' })
    expect([line?.instalment, line?.after.rows.length, line?.total]).toEqual(['2159.41', 12, '25912.94'])
  })

  test('SR-06 another due day moves every date, and the longer first period is paid for', () => {
    const line = worked({ type: 'DATE_CHANGE', dueDay: 20 })
    expect(line?.after.rows.map((row) => row.due.slice(-2))).toEqual(Array.from({ length: 6 }, () => '20'))
    // Worked out apart: 24,000.00 × 1.018 over the annuity of six payments at 1.2 %, the first at once.
    expect(line?.instalment).toBe('4194.39')
  })

  test('SR-08 a relief in free words changes no figure', () => {
    const line = worked({ type: 'OTHER', text: '免除提前还款违约金' })
    expect(line?.after).toEqual(line?.before)
  })
})

test('a lump sum on a day gone by is told, one of today is not', () => {
  const told = (day: string) =>
    workOut([sheet()], [ask({ type: 'LUMP_SUM', amount: '24000.00', on: day })], on(null)).lines[0]?.warnings
  expect(told('2026-11-16')).toContain('LUMP_SUM_PAST')
  expect(told('2026-11-21')).not.toContain('LUMP_SUM_PAST')
})
