import { hiddenCells } from '@/lib/analytics/small-cells'
import type { ReportColumn, ReportRow } from './report'

/** A row as it may be told: where a count in it is too small, only what names it is left. */
export type ToldRow = { readonly cells: ReportRow; readonly hidden: boolean }

/**
 * Hides every row in which some count of people is between one and the limit, and of a lone one the smallest other row
 * with it, because the totals would tell. A limit of 0 hides nothing.
 */
export function told(rows: readonly ReportRow[], columns: readonly ReportColumn[], limit: number): ToldRow[] {
  const people = columns.filter(({ kind }) => kind === 'people').map(({ key }) => key)
  const names = columns.filter(({ kind }) => kind === 'text' || kind === 'date').map(({ key }) => key)
  const counts = rows.map((row) => people.map((key) => numberIn(row, key)))
  const isSmall = counts.map((row) => row.some((count) => count > 0 && count < limit))
  // A row with a small count is given to the rule as a row of that size, all others as what they are.
  const cells = counts.map((row, index) => ({ n: isSmall[index] ? 1 : Math.max(0, ...row), events: 0 }))
  const hidden = hiddenCells(cells, limit)
  return rows.map((row, index) => {
    if (!hidden[index]) return { cells: row, hidden: false }
    return { cells: Object.fromEntries(Object.entries(row).filter(([key]) => names.some((name) => name === key))), hidden: true }
  })
}

const numberIn = (row: ReportRow, key: keyof ReportRow) => {
  const value = row[key]
  return typeof value === 'number' ? value : 0
}
