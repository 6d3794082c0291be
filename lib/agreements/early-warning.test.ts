import { describe, expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { money } from '@/lib/platform/money'
import { earlyWarning, type Watched, warningReasons } from './early-warning'
import { ledger } from './ledger'

const today = '2026-11-21'
const due = (n: number, dueOn: string, amount = '2159.41') => ({ n, dueOn, amount: money(amount) })
const paid = (paidOn: string, amount = '2159.41') => ({ paidOn, amount: money(amount), isVerified: true })
const plan = [due(1, '2026-10-05'), due(2, '2026-11-05'), due(3, '2026-12-05'), due(4, '2027-01-05')]
const onTime = [paid('2026-10-05'), paid('2026-11-04')]
const budget = { disposable: money('2600'), asOf: '2026-11-01' }
const watched = (over: Partial<Watched> & { payments?: typeof onTime; dues?: typeof plan } = {}): Watched => {
  const { payments = onTime, dues = plan, ...rest } = over
  return { rows: ledger(dues, payments, today), budget, budgetThen: budget, newHardship: false, today, ...rest }
}

describe('SS-11 early warning', () => {
  test('SS-11 a plan paid on time with a budget that carries it worries nobody', () => {
    expect(earlyWarning(watched())).toEqual({ points: 0, level: 'CALM', reasons: [] })
  })
  test('SS-11 a missed instalment is watched the day after and acted on after a week', () => {
    const missed = { payments: [paid('2026-10-05')] }
    expect(earlyWarning({ ...watched(missed), rows: ledger(plan, missed.payments, '2026-11-06'), today: '2026-11-06' })).toEqual({
      ...{ points: 3, level: 'WATCH', reasons: ['LATE_NOW'] },
    })
    expect(earlyWarning(watched(missed))).toEqual({ points: 5, level: 'ACT', reasons: ['LATE_NOW', 'LATE_LONG'] })
  })
  test('SS-11 late weighs more from the eighth day on, not on the seventh', () => {
    const missed = { payments: [paid('2026-10-05')] }
    const on = (today: string) => earlyWarning({ ...watched(missed), rows: ledger(plan, missed.payments, today), today }).reasons
    expect([on('2026-11-12'), on('2026-11-13')]).toEqual([['LATE_NOW'], ['LATE_NOW', 'LATE_LONG']])
  })
  test('SS-11 a budget that no longer carries the instalment is worse than a tight one', () => {
    const with_ = (disposable: string) => earlyWarning(watched({ budget: { ...budget, disposable: money(disposable) } }))
    expect(with_('2159.41').reasons).toEqual(['BUDGET_TIGHT'])
    expect(with_('2375.36').reasons).toEqual([])
    expect(with_('2159.40')).toMatchObject({ level: 'WATCH', reasons: ['BUDGET_SHORT'] })
    expect(with_('1500')).toMatchObject({ points: 4, level: 'ACT', reasons: ['BUDGET_SHORT', 'BUDGET_WORSE'] })
  })
  test('SS-11 a budget nobody has looked at for half a year, or none at all, is due for review', () => {
    expect(earlyWarning(watched({ budget: { ...budget, asOf: '2026-05-24' } })).reasons).toEqual(['BUDGET_OLD'])
    expect(earlyWarning(watched({ budget: { ...budget, asOf: '2026-05-25' } })).reasons).toEqual([])
    expect(earlyWarning(watched({ budget: undefined })).reasons).toEqual(['BUDGET_OLD'])
  })
  test('SS-11 new hardship, late or partial payments and a step up each count', () => {
    expect(earlyWarning(watched({ newHardship: true })).reasons).toEqual(['NEW_HARDSHIP'])
    expect(earlyWarning(watched({ payments: [paid('2026-10-09'), paid('2026-11-05')] })).reasons).toEqual(['LATE_BEFORE'])
    expect(earlyWarning(watched({ payments: [...onTime, paid('2026-11-20', '500')] })).reasons).toEqual(['PARTLY_PAID'])
    expect(earlyWarning(watched({ payments: [...onTime, paid('2026-11-20'), paid('2026-11-20', '500')] })).reasons).toEqual([])
    const rising = [...plan.slice(0, 3), due(4, '2027-01-05', '2600')]
    expect(earlyWarning(watched({ dues: rising })).reasons).toEqual(['STEP_UP'])
  })
  test('SS-11 a plan paid to the end worries nobody, whatever the budget', () => {
    const all = plan.map(({ dueOn }) => paid(dueOn))
    expect(earlyWarning(watched({ payments: all, budget: undefined, newHardship: true })).level).toBe('CALM')
  })
  test('SS-11 every reason has its words in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(Object.keys(messages[locale].earlyWarning.reason).toSorted()).toEqual([...warningReasons].toSorted())
  })
})
