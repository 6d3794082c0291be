import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreedNote } from '@/db/schema/agreements'
import type { ReliefLine } from '@/db/schema/proposals'
import { leftOf } from '@/lib/agreements/left'
import { greatest, least, money, sum, toText, zero } from '@/lib/platform/money'
import { agreed, asked, granted, ledgerOf, leftAfter, none, recorded, stand } from './agreed-notes.fixture'
import type { DebtSheet } from './debt-sheet'
import { underAgreement } from './under-agreement'
import { workOut } from './work-out'

// 12,000.00 at 0.04 % a day: 144.00 a month of thirty days. The pause holds from 5 November, the first instalment is on 5 March.
const ordinary = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '0.00' }, owed: '12000.00' }
const paused = (interest: 'accrues' | 'waived'): ReliefLine => ({ type: 'PAYMENT_PAUSE', periods: 3, interest })
const pause = granted([paused('accrues')], ordinary)

const askedOf = (reliefs: ReliefLine[], note: DebtSheet, from: string) =>
  workOut([note], [asked(reliefs, note)], { surplus: null, from }).lines[0]

describe('a loan note whose agreed pause is not over', () => {
  test.each([
    ['2026-11-21', '12000.00'],
    ['2026-12-04', '12000.00'],
    ['2026-12-05', '12144.00'],
    ['2027-01-20', '12288.00'],
    ['2027-02-05', '12432.00'],
    ['2027-03-01', '12432.00'],
  ])('owes on %s what has accrued by then, %s, and goes on by the plan agreed', (today, owed) => {
    const [note = recorded] = leftAfter([pause], [], today)
    expect(note.owed).toBe(owed)
    expect(note.agreedPlan).toEqual(pause.plan)
    expect(askedOf([], note, today)?.after).toEqual(pause.plan)
  })

  test('owes no interest of a pause that lets none accrue', () => {
    const [note] = leftAfter([granted([paused('waived')], ordinary)], [], '2027-01-20')
    expect(note).toMatchObject({ owed: '12000.00', accruing: [] })
  })

  test('has the interest of the whole pause in its principal only once it has accrued, where it joins that', () => {
    const [line] = workOut([ordinary], [{ ...asked([paused('accrues')], ordinary), treatment: 'CAPITALISE' }], {
      surplus: null,
      from: '2026-11-21',
    }).lines
    const [first] = granted([paused('accrues')], ordinary).accruing ?? []
    expect(first).toEqual({ on: '2026-12-05', amount: '144.00', joins: 'interest' })
    const capitalised = { ...pause, plan: line?.after ?? pause.plan }
    const joining = (pause.accruing ?? []).map((part) => ({ ...part, joins: 'principal' as const }))
    const [note] = leftAfter([{ ...capitalised, accruing: joining }], [], '2026-12-20')
    expect(note?.buckets).toMatchObject({ ...none, principal: '12144.00' })
  })

  test('is asked for the whole of it again in a new plan that begins with the same instalment', () => {
    const [note = recorded] = leftAfter([pause], [], '2026-11-21')
    const longer = askedOf([{ type: 'TERM_EXTENSION', toPeriods: 12 }], note, '2026-11-21')
    const [first] = granted([paused('accrues'), { type: 'TERM_EXTENSION', toPeriods: 12 }], ordinary).plan.rows
    expect(longer?.after.rows[0]).toEqual(first)
  })

  test('settles today for what is owed today', () => {
    const [note = recorded] = leftAfter([pause], [], '2026-12-20')
    const settled = askedOf([{ type: 'LUMP_SUM', amount: note.owed, on: '2026-12-20' }], note, '2026-12-20')
    expect([settled?.total, settled?.waived]).toEqual(['12144.00', '0.00'])
  })

  test('is asked for no interest of months in which a new plan has instalments again', () => {
    const [note = recorded] = leftAfter([pause], [], '2026-11-21')
    const early = askedOf([{ type: 'INSTALMENT_PLAN', periods: 6, firstDue: '2026-12-21' }], note, '2026-11-21')
    const plain = askedOf([{ type: 'INSTALMENT_PLAN', periods: 6, firstDue: '2026-12-21' }], ordinary, '2026-11-21')
    expect(money(early?.total ?? '').lte(plain?.total ?? '')).toBe(true)
  })

  test.each<ReliefLine>([
    { type: 'RATE_CUT', toDailyPercent: '0' },
    { type: 'RATE_CUT', toDailyPercent: '0.02' },
    { type: 'WAIVE_PRINCIPAL', amount: '6000' },
  ])('is asked for as much of it as where that is asked for together with the pause: $type', (relief) => {
    const [note = recorded] = leftAfter([pause], [], '2026-11-21')
    const together = askedOf([paused('accrues'), relief], ordinary, '2026-11-21')
    expect(askedOf([relief], note, '2026-11-21')?.after).toEqual(together?.after)
  })

  test('keeps the whole of it where another agreement takes its place', () => {
    const [note = recorded] = leftAfter([pause], [], '2026-12-20')
    const again = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }], note)
    expect(leftAfter([again], [], '2026-12-20')[0]?.owed).toBe('12144.00')
    expect(leftAfter([again], [], '2027-01-20')[0]?.owed).toBe('12288.00')
  })

  const plans: readonly [string, AgreedNote][] = [
    ['a pause', pause],
    ['a longer term', granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }], ordinary)],
    ['interest alone at first', granted([{ type: 'INTEREST_ONLY', periods: 3 }], ordinary)],
    ['equal principal', granted([{ type: 'TERM_EXTENSION', toPeriods: 9 }], { ...ordinary, method: 'EQUAL_PRINCIPAL' })],
  ]
  test.each(plans)('owes a fen less for each fen that is paid before anything has accrued, with %s', (_, note) => {
    const due = note.plan.rows.map(({ payment }) => money(payment))
    const property = fc.property(fc.integer({ min: 0, max: 1_200_000 }), (fen) => {
      const paid = money(String(fen)).div(100)
      const inOrder = due.map((payment, index) => toText(least(payment, greatest(zero, paid.minus(sum(due.slice(0, index)))))))
      const [left] = leftOf(agreed([note]), ledgerOf([note], inOrder))
      const now = underAgreement(ordinary, left, stand('2026-11-21'))
      expect(now.owed).toBe(toText(money('12000.00').minus(paid)))
      expect(Object.values(now.buckets).every((amount) => money(amount).gte('0'))).toBe(true)
      const toCome = sum((now.accruing ?? []).map(({ amount }) => money(amount)))
      expect(toCome.gte(zero)).toBe(true)
    })
    fc.assert(property, { numRuns: 60 })
  })
})
