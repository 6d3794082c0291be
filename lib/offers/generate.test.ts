import { describe, expect, test } from 'vitest'
import { generateOffers } from './generate'
import { groundOf } from './ground'
import type { Situation } from './situation'
import { note, situation } from './situation.fixture'
import { type OfferKind, strategies } from './strategies'
import { valued } from './valued'

const offers = (over: Partial<Situation> = {}) => generateOffers(situation(over))
function offer(kind: OfferKind, over: Partial<Situation> = {}) {
  const ground = groundOf(situation(over))
  const lines = strategies[kind](ground)
  return lines && valued(ground, kind, lines)
}
const kinds = (over: Partial<Situation> = {}) => offers(over).offers.map(({ kind }) => kind)

const late = note({}, { overduePrincipal: '4000.00', interest: '288.00', overdueInterest: '20.00', penaltyPrincipal: '36.00' })

describe('SD-06 several offers for one debt', () => {
  test('at least three stand side by side, cheapest first, each with all that is compared', () => {
    const { offers: all, asIs } = offers()
    expect(all.length).toBeGreaterThanOrEqual(3)
    expect(all.length).toBeLessThanOrEqual(6)
    const totals = all.map(({ total }) => Number.parseFloat(total))
    expect(totals).toEqual(totals.toSorted((a, b) => a - b))
    expect(all.every(({ affordability }) => affordability.fits)).toBe(true)
    expect([asIs?.instalment, asIs?.total, asIs?.affordability.fits]).toEqual(['4169.67', '25018.02', false])
  })

  test('V11 SX-01 what 小李 asked for is the shortest extension that fits', () => {
    expect(offer('EXTEND')).toMatchObject({
      lines: [{ debtId: 'a', reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }], treatment: 'FIRST_INSTALMENT' }],
      ...{ instalmentBefore: '4169.67', instalment: '2159.41', periods: 12, last: '2027-11-05', total: '25912.94' },
      ...{ saving: '-894.92', waived: '0.00', annualPercent: { low: '15.39', high: '15.39' }, isCapitalised: false },
      affordability: { buffer: '40.59', fits: true },
      // 25,912.94 of 24,000.00 owed today.
      recovers: { total: '25912.94', percent: '108.0' },
    })
  })

  test('V12 SX-02 half of the accrued interest is asked for where nothing else grew, and time only where that is too little', () => {
    const sheets = [note({}, { principal: '18000.00', interest: '432.00' })]
    expect(offer('WAIVE', { sheets, surplus: '3400.00' })).toMatchObject({
      lines: [{ reliefs: [{ type: 'WAIVE_INTEREST', percent: '50' }], treatment: 'FIRST_INSTALMENT' }],
      ...{ first: '3343.25', instalment: '3127.25', total: '18979.51', waived: '216.00' },
    })
    expect(offer('WAIVE', { sheets, surplus: '3300.00' })?.lines[0]?.reliefs).toContainEqual({
      type: 'TERM_EXTENSION',
      toPeriods: 7,
    })
  })

  test('SX-06 the household can name the amount itself, in tens of yuan', () => {
    expect(offer('LOWER', { surplus: '2208.40' })?.lines[0]?.reliefs).toEqual([{ type: 'LOWER_INSTALMENT', amount: '2200.00' }])
    expect(kinds({ surplus: '9000.00' })).not.toContain('LOWER')
  })

  test('SR-07 interest alone while things are bad, the principal over a longer term after that', () => {
    const first = offer('INTEREST_FIRST', { easesOn: '2027-03-31' })
    // 24,000.00 at 0.04 % a day for thirty days.
    expect(first).toMatchObject({ first: '288.00', instalment: '288.00', affordability: { fits: true } })
    expect(first?.lines[0]?.reliefs[0]).toEqual({ type: 'INTEREST_ONLY', periods: 4 })
  })

  test('SR-05 a lump sum is offered only where there is money for it, and the rest is given up', () => {
    expect(kinds()).not.toContain('LUMP_SUM')
    const lump = offer('LUMP_SUM', { funds: '20000.00' })
    expect(lump).toMatchObject({ total: '20000.00', waived: '4000.00', last: '2026-12-05', annualPercent: null })
    expect(lump?.recovers.percent).toBe('83.3')
    expect(lump?.warnings).toContain('LUMP_SUM_NEEDS_FUNDS')
  })

  test('more money than is owed pays what is owed', () => {
    // Fourteen days of interest on 24,000.00 at 0.04 % a day: 134.40.
    expect(offer('LUMP_SUM', { funds: '90000.00' })).toMatchObject({ total: '24134.40', waived: '0.00' })
  })
})

describe('arrears', () => {
  test('what the delay cost is asked to be waived whole, and interest and principal are not', () => {
    expect(offer('WAIVE', { sheets: [late] })?.lines[0]?.reliefs.slice(0, 2)).toEqual([
      { type: 'WAIVE_OVERDUE_INTEREST', percent: '100' },
      { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' },
    ])
    expect(kinds({ sheets: [late] })).not.toContain('RATE')
  })
  test('that no month could bear join the principal, and the offer says so', () => {
    const extended = offer('EXTEND', { sheets: [late] })
    expect(extended).toMatchObject({ isCapitalised: true, affordability: { fits: true } })
    expect(extended?.lines[0]?.treatment).toBe('CAPITALISE')
    expect(extended?.warnings).toContain('ARREARS_CAPITALISED')
  })
  test('a loan due in one sum at its end is spread over instalments that fit', () => {
    for (const method of ['BULLET', 'INTEREST_ONLY'] as const) {
      const end = note({ method, remainingPeriods: 1, endsOn: '2026-12-05' }, { principal: '12000.00' })
      expect(offer('RESCHEDULE', { sheets: [end] })).toMatchObject({ affordability: { fits: true }, isCapitalised: false })
      expect(kinds({ sheets: [end] })).toContain('RESCHEDULE')
    }
    expect(offer('RESCHEDULE')).toBeUndefined()
  })
  test('every offer for a loan due in one sum takes that sum apart, so that all of them fit', () => {
    for (const method of ['BULLET', 'INTEREST_ONLY'] as const) {
      const { offers: all } = offers({ sheets: [note({ method }, { principal: '12000.00' })] })
      expect(all.map(({ kind, periods, total, affordability: { fits } }) => [kind, periods, total, fits])).toEqual([
        // Half the rate over six (V4), 2,200.00 a month, as it is over six (V3), and interest alone for three months first.
        ['RATE', 6, '12253.26', true],
        ['LOWER', 6, '12487.94', true],
        ['RESCHEDULE', 6, '12509.01', true],
        ['INTEREST_FIRST', 9, '12941.01', true],
      ])
    }
  })
  test('a debt that has matured is spread anew, never extended [民法典合同编 678]', () => {
    const matured = note(
      { remainingPeriods: 0, nextDueOn: '2026-10-05', endsOn: '2026-10-05' },
      { principal: '0.00', overduePrincipal: '12000.00', interest: '300.00', penaltyPrincipal: '120.00' },
    )
    const asked = offers({ sheets: [matured] }).offers.flatMap(({ lines }) => lines.flatMap(({ reliefs }) => reliefs))
    expect(asked.map(({ type }) => type)).not.toContain('TERM_EXTENSION')
    expect(kinds({ sheets: [matured] })).toContain('RESCHEDULE')
  })
})

describe('SP-07 the household sets the limit', () => {
  test('two loan notes share it: both longer by the same time, together within the month', () => {
    const other = note(
      { debtId: 'b', remainingPeriods: 10, nextDueOn: '2026-12-20', endsOn: '2027-09-20' },
      { principal: '9000.00' },
    )
    const extended = offer('EXTEND', { sheets: [note(), other] })
    expect(extended?.lines.map(({ reliefs }) => reliefs[0]?.toPeriods)).toEqual([16, 20])
    expect(extended?.affordability).toMatchObject({ surplus: '2200.00', fits: true })
  })
  test('an offer above it is there only where too few fit, and says so', () => {
    const poor = offers({ surplus: '150.00' })
    expect(poor.why).toBe('none_fits')
    expect(poor.offers.map(({ affordability }) => affordability.fits)).toEqual([false, false, false])
    expect(poor.offers.find(({ kind }) => kind === 'EXTEND')).toMatchObject({ periods: 60, affordability: { buffer: '-413.43' } })
  })
  test('a month that does not close bears no offer', () => {
    expect(offers({ surplus: '-100.00' })).toMatchObject({ budget: '0.00', why: 'no_surplus' })
  })
  test('without a financial statement, known terms or a debt nothing is offered, and the reason is named', () => {
    expect(offers({ surplus: null })).toMatchObject({ offers: [], why: 'no_statement' })
    expect(offers({ sheets: [note({ dailyPercent: null })] })).toMatchObject({ offers: [], why: 'no_terms', unknown: ['a'] })
    const paid = note({ dailyPercent: null, owed: '0.00' })
    expect(offers({ sheets: [paid] })).toMatchObject({ offers: [], why: 'nothing_owed', unknown: [] })
    expect(offers({ sheets: [note({}, { principal: '0.00' })] })).toMatchObject({ offers: [], why: 'nothing_owed', unknown: [] })
  })
  test('a loan note whose terms are not known is named and left out', () => {
    const both = offers({ sheets: [note(), note({ debtId: 'b', nextDueOn: null })] })
    expect(both.unknown).toEqual(['b'])
    expect(both.offers[0]?.lines.map(({ debtId }) => debtId)).toEqual(['a'])
  })
})
