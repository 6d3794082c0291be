import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreedNote } from '@/db/schema/agreements'
import type { ReliefLine } from '@/db/schema/proposals'
import { repaymentMethods, treatments } from '@/db/vocabulary'
import { addDays } from '@/lib/platform/dates'
import { money, sum, toText } from '@/lib/platform/money'
import { asked, day, granted, leftAfter, none, recorded } from './agreed-notes.fixture'
import type { DebtSheet } from './debt-sheet'
import { workOut } from './work-out'

// 12,000.00 at 0.04 % a day, next due on 5 December: moved to the 28th, the first period has 53 days, 254.40.
const plain: DebtSheet = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '0.00' }, owed: '12000.00' }
const to28th: ReliefLine = { type: 'DATE_CHANGE', dueDay: 28 }
const late: Partial<DebtSheet['buckets']> = {
  ...{ overduePrincipal: '2000.00', interest: '144.00', overdueInterest: '26.00', penaltyPrincipal: '250.00', fees: '50.00' },
}
const withBuckets = (more: Partial<DebtSheet['buckets']>): DebtSheet => {
  const buckets = { ...plain.buckets, ...more }
  return { ...plain, buckets, owed: toText(sum(Object.values(buckets).map((amount) => money(amount)))) }
}

const owedOn = (note: AgreedNote, today: string, paid: readonly string[] = []) => {
  const [now] = leftAfter([note], paid, today)
  return now?.owed
}

describe('a loan note whose first due day was moved', () => {
  const moved = granted([to28th], plain)
  const again = (reliefs: ReliefLine[], today = day) => {
    const [note = plain] = leftAfter([moved], [], today)
    return workOut([note], [asked(reliefs, note)], { surplus: null, from: today }).lines[0]
  }

  test.each([
    [day, '12000.00'],
    ['2026-11-28', '12000.00'],
    ['2026-12-28', '12000.00'],
    ['2026-12-29', '12254.40'],
    ['2027-01-28', '12254.40'],
  ])('owes on %s what fell due by then and no interest of days to come: %s', (today, owed) => {
    expect(owedOn(moved, today)).toBe(owed)
  })

  test('owes nothing of its long first period twice where that is paid before its day', () => {
    const [first] = moved.plan.rows
    expect(owedOn(moved, day, [first?.payment ?? ''])).toBe(toText(money('12000').minus(first?.payment ?? '')))
    expect(owedOn(moved, '2026-12-28', [first?.payment ?? ''])).toBe(first?.balance)
  })

  test('is asked in a new version for the whole first period once', () => {
    const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 12 }
    const atOnce = workOut([plain], [asked([to28th, longer], plain)], { surplus: null, from: day }).lines[0]
    expect(again([longer])?.after).toEqual(atOnce?.after)
    expect(again([{ type: 'RATE_CUT', toDailyPercent: '0' }])?.total).toBe('12000.00')
    expect(again([{ type: 'LUMP_SUM', amount: '99999', on: day }])?.total).toBe('12000.00')
  })

  test('is asked in a pause of one month for the long period and then for a month', () => {
    const [first] = again([{ type: 'PAYMENT_PAUSE', periods: 1, interest: 'accrues' }])?.after.rows ?? []
    expect(first).toMatchObject({ due: '2027-01-28', interest: '398.40' })
  })
})

const reliefsOf: fc.Arbitrary<ReliefLine[]> = fc
  .tuple(
    fc.option(fc.record({ type: fc.constant('DATE_CHANGE' as const), dueDay: fc.integer({ min: 1, max: 31 }) })),
    fc.option(
      fc.constantFrom<ReliefLine>(
        { type: 'INSTALMENT_PLAN', periods: 10, firstDue: '2026-12-01' },
        { type: 'INSTALMENT_PLAN', periods: 10, firstDue: '2027-01-03' },
        { type: 'INTEREST_ONLY', periods: 3 },
        { type: 'TERM_EXTENSION', toPeriods: 12 },
        { type: 'LUMP_SUM', amount: '99999', on: '2026-12-15' },
        { type: 'LUMP_SUM', amount: '99999', on: '2027-03-01' },
      ),
    ),
    fc.option(
      fc.constantFrom<ReliefLine>(
        { type: 'PAYMENT_PAUSE', periods: 2, interest: 'accrues' },
        { type: 'PAYMENT_PAUSE', periods: 1, interest: 'waived' },
      ),
    ),
    fc.option(
      fc.constantFrom<ReliefLine>({ type: 'RATE_CUT', toDailyPercent: '0' }, { type: 'RATE_CUT', toDailyPercent: '0.02' }),
    ),
  )
  .map((lines) => lines.filter((line) => line !== null))

const notes = fc.record({
  reliefs: reliefsOf,
  treatment: fc.constantFrom(...treatments),
  method: fc.constantFrom(...repaymentMethods),
  arrears: fc.constantFrom(none, late),
  nextDueOn: fc.constantFrom('2026-11-22', '2026-11-30', '2026-12-05', '2026-12-31'),
})

describe('whatever is agreed, and from whichever day it is paid', () => {
  test('the same is owed on the day of the agreement as before it', () => {
    const property = fc.property(notes, ({ reliefs, treatment, arrears, ...terms }) => {
      const sheet = { ...withBuckets(arrears), ...terms }
      expect(owedOn(granted(reliefs, sheet, treatment), day)).toBe(sheet.owed)
    })
    fc.assert(property, { numRuns: 400 })
  })

  test('unpaid it grows on the days on which a period ends alone, by what accrued in it, up to what the plan asks for', () => {
    const property = fc.property(notes, ({ reliefs, treatment, arrears, ...terms }) => {
      const note = granted(reliefs, { ...withBuckets(arrears), ...terms }, treatment)
      const ends = new Set([...note.plan.rows.map(({ due }) => addDays(due, 1)), ...(note.accruing ?? []).map(({ on }) => on)])
      let before = money(owedOn(note, day) ?? '')
      for (const on of [...ends].filter((end) => end > day).toSorted()) {
        expect(owedOn(note, addDays(on, -1))).toBe(toText(before))
        const now = money(owedOn(note, on) ?? '')
        expect(now.gte(before)).toBe(true)
        before = now
      }
      expect(toText(before)).toBe(note.plan.total)
    })
    fc.assert(property, { numRuns: 60 })
  })
})
