import { describe, expect, test } from 'vitest'
import { leftOf, paidOf, planLeft } from '@/lib/agreements/left'
import { money, toText } from '@/lib/platform/money'
import { agreed, asked, granted, ledgerOf, leftAfter, recorded, waiver } from './agreed-notes.fixture'
import type { DebtSheet } from './debt-sheet'
import { workOut } from './work-out'

describe('a loan note paid before its day', () => {
  const extended = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }, waiver])
  const ordinary = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '0.00' }, owed: '12000.00' }

  test.each(['100.00', '400.00', '1000.00'])('is not asked twice for interest that is paid before its day, by %s', (paid) => {
    const asking = (note: DebtSheet) =>
      workOut([note], [asked([{ type: 'TERM_EXTENSION', toPeriods: 18 }], note)], { surplus: null, from: '2026-11-20' }).lines[0]
    const [before = recorded] = leftAfter([extended], [], '2026-11-20')
    const [note = recorded] = leftAfter([extended], [paid], '2026-11-20')
    expect(note.owed).toBe(toText(money(before.owed).minus(paid)))
    expect(note.agreedPlan?.total).toBe(toText(money(extended.plan.total).minus(paid)))
    const [less = '', more = ''] = [note, before].map((sheet) => asking(sheet)?.after.total)
    expect(money(less).plus(paid).lte(more)).toBe(true)
  })

  test.each([
    ['2026-11-20', '8000.00', { principal: '4000.00', interest: '0.00' }],
    // Six months of 144.00 are due by then, the rest is principal.
    ['2027-05-20', '1000.00', { principal: '11864.00', interest: '0.00' }],
  ])('where everything is due at the end a payment on %s of %s settles what has accrued, then principal', (today, paid, owed) => {
    const bullet = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }], { ...ordinary, method: 'BULLET' })
    const [note] = leftAfter(
      [bullet],
      ledgerOf([bullet]).map(({ amount }) => (amount.isZero() ? '0' : paid)),
      today,
    )
    expect(note?.buckets).toMatchObject(owed)
  })

  test('keeps what was paid early where it is carried into a new agreement', () => {
    const [row] = leftOf(agreed([extended]), ledgerOf([extended], ['400.00']))
    const { plan: _, ...terms } = extended
    const carried = { ...terms, plan: planLeft(row?.rows ?? []), paidEarly: paidOf(row?.rows ?? []) }
    expect(leftAfter([carried], [], '2026-11-20')).toEqual(leftAfter([extended], ['400.00'], '2026-11-20'))
  })
})
