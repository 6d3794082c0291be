import { chiSquareUpper } from './distributions'
import { sum, xLogRatio } from './numbers'

/**
 * Pearson's X2 and the likelihood ratio G2 of an r x c table of counts (Agresti 2013, 3.2), Cramer's V and the expected
 * counts. Empty rows and columns are left in the table and out of the degrees of freedom; they add nothing.
 */
export function contingency(table: number[][]) {
  const rows = table.map((row) => sum(row))
  const columns = columnTotals(table)
  const n = sum(rows)
  const cells = table.flatMap((row, i) => row.map((count, j) => ({ count, expected: ((rows[i] ?? 0) * (columns[j] ?? 0)) / n })))
  const live = cells.filter(({ expected }) => expected > 0)
  const [r, c] = [rows.filter((total) => total > 0).length, columns.filter((total) => total > 0).length]
  const df = (r - 1) * (c - 1)
  const chi2 = sum(live.map(({ count, expected }) => (count - expected) ** 2 / expected))
  const g2 = 2 * sum(live.map(({ count, expected }) => xLogRatio(count, expected)))
  return {
    n,
    df,
    chi2,
    chi2P: chiSquareUpper(chi2, df),
    g2,
    g2P: chiSquareUpper(g2, df),
    cramersV: Math.sqrt(chi2 / n / (Math.min(r, c) - 1)),
    minExpected: Math.min(...cells.map(({ expected }) => expected)),
    expectedBelow5: cells.filter(({ expected }) => expected < 5).length,
  }
}

/** Column totals of a table of counts. */
export function columnTotals(table: number[][]): number[] {
  return (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)))
}
