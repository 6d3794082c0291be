import { expect, test } from 'vitest'
import { roundingWith } from '@/lib/analytics/rounding'
import type { ReportColumn, ReportRow } from './report'
import { roundedRows } from './rounded'

const people = (key: ReportColumn['key']): ReportColumn => ({ key, kind: 'people' })
const of = (cells: ReportRow, columns: readonly ReportColumn[]) =>
  roundedRows([{ cells, hidden: [] }], columns, roundingWith('the key of a test'))[0]?.cells ?? {}

const rate: readonly ReportColumn[] = [
  people('approved'),
  people('refused'),
  { key: 'share', kind: 'share' },
  { key: 'low', kind: 'limit' },
  { key: 'high', kind: 'limit' },
]

test('counts leave the team in fives, and a rate is that of these counts and no other', () => {
  for (const [approved, refused] of [
    [43, 21],
    [44, 21],
    [45, 22],
    [11, 13],
  ] as const) {
    const told = of(
      { approved, refused, share: (approved / (approved + refused)).toFixed(4), low: '0.5432', high: '0.7715' },
      rate,
    )
    const [yes, no] = [Number(told.approved), Number(told.refused)]
    expect([yes % 5, no % 5]).toEqual([0, 0])
    expect(Math.max(Math.abs(yes - approved), Math.abs(no - refused))).toBeLessThan(5)
    expect(told.share).toBe((yes / (yes + no)).toFixed(4))
    expect(told.low).not.toBe('0.5432')
  }
})

test('a share by a day is that of a count in fives', () => {
  const told = of({ n: 143, approved: '0.3007' }, [people('n'), { key: 'approved', kind: 'share' }])
  const count = Number(told.approved) * Number(told.n)
  expect(Math.abs(count - 5 * Math.round(count / 5))).toBeLessThan(0.02)
  expect(told.approved).not.toBe('0.3007')
})

test('the middle of ratios is no count, and keeps two decimals', () => {
  expect(of({ requested: 40, ratio: '0.8543' }, [people('requested'), { key: 'ratio', kind: 'share' }]).ratio).toBe('0.85')
})

test('an amount is so rough that what two of the row have is lost in it', () => {
  const columns = [people('n'), { key: 'value', kind: 'money' } as const]
  // By hand: a mean of 91 234.56, twice of it 182 469.12, the next unit above 200 000.
  expect(of({ n: 40, value: '3649382.40' }, columns).value).toBe('3600000.00')
  expect(of({ n: 40, value: '3649382.40' }, columns).value).toBe(of({ n: 40, value: '3649000.01' }, columns).value)
  expect(of({ n: 40, value: null }, columns).value).toBeNull()
})

test('what is held back stays away', () => {
  expect(of({ approved: 40 }, rate)).toEqual({ approved: 40 })
})
