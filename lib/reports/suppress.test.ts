import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow } from './flow.report'
import type { ReportColumn } from './report'
import { heldBack, told } from './suppress'
import { workload } from './workload.report'

const columns: ReportColumn[] = [
  { key: 'creditor', kind: 'text' },
  { key: 'sent', kind: 'people', isTotal: true },
  { key: 'approved', kind: 'people' },
  { key: 'refused', kind: 'people' },
  { key: 'share', kind: 'share' },
]
const row = (creditor: string, approved: number, refused: number) => ({
  creditor,
  sent: approved + refused,
  approved,
  refused,
  share: String(approved / (approved + refused)),
})

describe('small counts in a report', () => {
  test('a lone small count takes a second one of its row along, since the total would tell it', () => {
    const [first] = told([row('甲', 40, 3), row('乙', 50, 20)], columns, 10)
    expect(first).toEqual({ cells: { creditor: '甲', sent: 43 }, hidden: ['approved', 'refused', 'share'] })
  })

  test('two that are one each do not stand together: that they are both something would tell them', () => {
    const three: ReportColumn[] = [...columns.slice(0, 4), { key: 'pending', kind: 'people' }]
    const rows = [
      { creditor: '甲', sent: 30, approved: 28, refused: 1, pending: 1 },
      { creditor: '乙', sent: 60, approved: 28, refused: 15, pending: 17 },
    ]
    expect(told(rows, three, 10)[0]).toEqual({ cells: { creditor: '甲', sent: 30 }, hidden: ['approved', 'refused', 'pending'] })
  })

  test('how few cases are open with somebody is not what was opened less what was closed', () => {
    const hiddenOf = (...rows: [open: number, opened: number, closed: number][]) =>
      told(
        rows.map(([open, opened, closed]) => ({ open, opened, closed })),
        workload.columns,
        10,
      ).map(({ hidden }) => hidden)
    expect(hiddenOf([27, 147, 120], [9, 67, 58], [15, 147, 132])).toEqual([[], ['open', 'closed'], ['open', 'closed']])
    expect(hiddenOf([27, 31, 4], [20, 32, 12])).toEqual([
      ['opened', 'closed'],
      ['opened', 'closed'],
    ])
  })

  test('how few are in a stage is not what entered it less what left it; how long they stayed is told', () => {
    const rows = [
      { stage: 'INTAKE', moves: 363, closed: 354, pending: 9, days: '1.0' },
      { stage: 'EVIDENCE', moves: 353, closed: 338, pending: 15, days: '6.5' },
      { stage: 'DRAFTING', moves: 343, closed: 303, pending: 40, days: '0.1' },
    ]
    expect(told(rows, flow.columns, 10)).toEqual([
      { cells: { stage: 'INTAKE', moves: 363, days: '1.0' }, hidden: ['closed'] },
      { cells: { stage: 'EVIDENCE', moves: 353, days: '6.5' }, hidden: ['closed'] },
      { cells: { stage: 'DRAFTING', moves: 343, closed: 303, days: '0.1' }, hidden: [] },
    ])
  })

  test('what is no part of a total hides no part of it', () => {
    const beside: ReportColumn[] = [...columns.slice(0, 4), { key: 'late', kind: 'people', isBeside: true }]
    const [row] = told([{ creditor: '甲', sent: 53, approved: 52, refused: 1, late: 2 }], beside, 10)
    expect(row?.hidden).toEqual(['approved', 'refused', 'late'])
  })

  test('a few who are not shown are not told by the others less the total', () => {
    const chain: ReportColumn[] = [
      { key: 'requested', kind: 'people', isTotal: true },
      { key: 'answered', kind: 'people', isBeside: true },
      { key: 'granted', kind: 'people' },
      { key: 'refused', kind: 'people', isSilent: true },
      { key: 'pending', kind: 'people', isSilent: true, tells: 'answered' },
    ]
    const of = (granted: number, refused: number, pending: number) => {
      const answered = granted + refused
      return told([{ requested: answered + pending, answered, granted, refused, pending }], chain, 10)[0]?.hidden
    }
    expect([of(134, 69, 11), of(15, 47, 4), of(40, 3, 20)]).toEqual([[], ['answered', 'granted'], ['answered']])
  })

  test('and one of another row in its column, since the sum over rows would tell it', () => {
    const [, second, third] = told([row('甲', 40, 3), row('乙', 50, 20), row('丙', 90, 60)], columns, 10)
    expect(second?.hidden).toContain('refused')
    expect(third?.hidden).toEqual([])
  })

  test('a row of few people keeps its name only', () => {
    expect(told([row('甲', 3, 4), row('乙', 3, 3), row('丙', 90, 60)], columns, 10)[0]).toEqual({
      cells: { creditor: '甲' },
      hidden: ['sent', 'approved', 'refused', 'share'],
    })
  })

  test('without a limit nothing is held back', () => {
    const rows = [row('甲', 1, 1)]
    expect(told(rows, columns, 0)).toEqual([{ cells: rows[0], hidden: [] }])
  })

  test('a lone month of one creditor takes another with it, since another report has the sum of all', () => {
    const months: ReportColumn[] = [{ key: 'month', kind: 'text' }, ...columns.slice(0, 2)]
    const sent = (month: string, creditor: string, n: number) => ({ month, creditor, sent: n })
    const rows = [sent('2026-01', '甲', 30), sent('2026-02', '甲', 4), sent('2026-01', '乙', 4), sent('2026-02', '乙', 40)]
    expect(told(rows, months, 10).map(({ hidden }) => hidden)).toEqual([['sent'], ['sent'], ['sent'], ['sent']])
  })

  test('rows that share a mark need not hide together: no other report has the sum of a mark', () => {
    const marked: ReportColumn[] = [
      { key: 'quarter', kind: 'text' },
      { key: 'sent', kind: 'people' },
      { key: 'mark', kind: 'text', words: 'mark' },
    ]
    const of = (quarter: string, sent: number, mark: string) => ({ quarter, sent, mark })
    const rows = [of('2025Q1', 6, ''), of('2025Q2', 30, ''), of('2025Q3', 40, ''), of('2025Q4', 6, 'loan_assist')]
    expect(told(rows, marked, 10).map(({ hidden }) => hidden)).toEqual([['sent'], [], [], ['sent']])
  })

  test('people who are counted again row after row have no sum, and what is only counted is not shown', () => {
    const running: ReportColumn[] = [
      { key: 'months', kind: 'text' },
      { key: 'atRisk', kind: 'people', isRunning: true },
      { key: 'missed', kind: 'people', isSilent: true },
      { key: 'kept', kind: 'share' },
    ]
    const rows = [
      { months: 3, atRisk: 50, missed: 12, kept: '0.8' },
      { months: 6, atRisk: 30, missed: 11, kept: '0.6' },
      { months: 12, atRisk: 4, missed: 10, kept: '0.5' },
    ]
    expect(told(rows, running, 10)).toEqual([
      { cells: { months: 3, atRisk: 50, kept: '0.8' }, hidden: [] },
      { cells: { months: 6, atRisk: 30, kept: '0.6' }, hidden: [] },
      { cells: { months: 12 }, hidden: ['atRisk', 'kept'] },
    ])
  })

  test('no count that is held back can be worked out from its row or its column', () => {
    const grid = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(grid, fc.constantFrom(5, 10), (parts, limit) => {
        const counts = parts.map((three) => [three.reduce((sum, n) => sum + n, 0), ...three])
        const hidden = heldBack(counts, { isTotal: [true, false, false, false] }, limit)
        const lone = (line: { n: number; isHidden: boolean }[]) =>
          line.filter(({ isHidden }) => isHidden).length === 1 && line.some(({ n, isHidden }) => n > 0 && !isHidden)
        const cell = (r: number, c: number) => ({ n: counts[r]?.[c] ?? 0, isHidden: hidden[r]?.[c] ?? false })
        const rowsOf = counts.map((_, r) => [1, 2, 3].map((c) => cell(r, c)))
        const columnsOf = [0, 1, 2, 3].map((c) => counts.map((_, r) => cell(r, c)))
        expect([...rowsOf, ...columnsOf].some(lone)).toBe(false)
        const sumOf = (line: { n: number; isHidden: boolean }[]) =>
          line.reduce((sum, { n, isHidden }) => sum + (isHidden ? n : 0), 0)
        const isOpen = (line: { n: number; isHidden: boolean }[]) => line.some(({ n, isHidden }) => n > 0 && !isHidden)
        const few = [...rowsOf, ...columnsOf].filter((line) => sumOf(line) > 0 && sumOf(line) < limit)
        expect(few.some(isOpen)).toBe(false)
        expect(counts.every((line, r) => line.every((n, c) => n === 0 || n >= limit || hidden[r]?.[c]))).toBe(true)
      }),
    )
  })
})
