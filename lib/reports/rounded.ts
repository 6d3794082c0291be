import type { Rounding } from '@/lib/analytics/rounding'
import { money, round as roundMoney, toText } from '@/lib/platform/money'
import type { Cell } from '@/lib/platform/table'
import { withRate } from './creditors.report'
import type { ReportColumn, ReportRow } from './report'
import type { ToldRow } from './suppress'

type Columns = readonly ReportColumn[]

/**
 * Rows as they leave the team: counts in fives, each for itself, so that they need not add up; rates as these counts have them;
 * amounts so rough that those of a few of the row are lost in them. Sets of tables narrowed in different ways then leave nothing
 * sure by subtraction (docs/decisions/0033).
 */
export const roundedRows = (rows: readonly ToldRow[], columns: Columns, round: Rounding): ToldRow[] =>
  rows.map((row) => ({ ...row, cells: roundedRow(row.cells, columns, round) }))

function roundedRow(cells: ReportRow, columns: Columns, round: Rounding): ReportRow {
  const counts = columns.flatMap(({ key, kind }) => (kind === 'people' && typeof cells[key] === 'number' ? [cells[key]] : []))
  const most = Math.max(0, ...counts)
  const told = columns.map(
    ({ key, kind }) =>
      [key, (key === 'ratio' ? twoDecimals : roughly[kind])?.(cells[key] ?? null, { most, round }) ?? cells[key]] as const,
  )
  const rough: ReportRow = Object.fromEntries(told.filter(([key]) => key in cells))
  const { approved, refused } = rough
  const isRate = columns.some(({ key }) => key === 'share') && typeof approved === 'number' && typeof refused === 'number'
  if (!isRate) return rough
  const { share, low, high } = withRate({ approved, refused })
  return { ...rough, share, low, high }
}

/** `most`: the largest count of the row, of which shares and amounts are. */
type Of = { most: number; round: Rounding }

const roughly: Partial<Record<ReportColumn['kind'], (value: Cell, of: Of) => Cell>> = {
  people: (value, { round }) => (typeof value === 'number' ? round(value) : value),
  share: roughShare,
  limit: roughShare,
  money: roughAmount,
}

function roughShare(value: Cell, { most, round }: Of): Cell {
  if (typeof value !== 'string' || most === 0) return value
  return Math.min(1, round(Math.round(Number(value) * most)) / round(most)).toFixed(4)
}

/** The middle of ratios is no count. */
const twoDecimals = (value: Cell): Cell => (typeof value === 'string' ? Number(value).toFixed(2) : value)

/** To a unit of one, two or five that is twice the mean of the row at least. */
function roughAmount(value: Cell, { most }: Of): Cell {
  if (typeof value !== 'string' || most === 0) return value
  const mean = Math.abs(Number(value)) / most
  const power = 10 ** Math.floor(Math.log10(Math.max(1, 2 * mean)))
  const unit = [1, 2, 5, 10].find((step) => step * power >= 2 * mean) ?? 10
  return toText(roundMoney(money(value), 'half_up', money(String(unit * power))))
}
