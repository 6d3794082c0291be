import { expect, test } from 'vitest'
import { analyse, analyseCoded } from './analyse'
import type { SheetRow } from './sheet'
import type { AnalysisSpec } from './spec'

/** Forty approved and forty refused; what each says of income, band and days. */
const rows = Array.from({ length: 80 }, (_, n): SheetRow => {
  const odd = n === 0
  const [income, band] = [odd ? '12 a month' : String(1000 + n), odd ? 'late' : n % 4 < 2 ? 'none' : '1-30']
  return { status: n % 2 === 0 ? 'approved' : 'rejected', income, band, days: odd ? '-3' : String(n) }
})
const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'income', type: 'number' },
    { column: 'band', type: 'ordered', levels: ['none', '1-30', '31+'] },
  ],
  time: { column: 'days' },
}

function warningsOf(given: readonly SheetRow[]) {
  const answered = analyse(given, spec, 'en')
  return 'result' in answered ? answered.result.warnings : []
}

test('a number with words in it, a value that no level names and days below 0 are told of, not taken for silence', () => {
  const said = warningsOf(rows).filter(({ code }) => code === 'not_read')
  expect(said.map(({ column, values }) => [column, values['n']])).toEqual(
    ['income', 'band', 'days'].map((column) => [column, '1']),
  )
  expect(warningsOf(rows.slice(1)).filter(({ code }) => code === 'not_read')).toEqual([])
})

test('so they are where the rows come as codes', () => {
  const coded = (column: string) => {
    const levels = [...new Set(rows.map((row) => row[column] ?? ''))]
    return { levels, codes: Uint16Array.from(rows, (row) => levels.indexOf(row[column] ?? '') + 1) }
  }
  const columns = Object.fromEntries(['status', 'income', 'band', 'days'].map((column) => [column, coded(column)]))
  const { warnings } = analyseCoded({ columns, counts: new Float64Array(80).fill(1) }, spec, 'en').result
  expect(warnings.filter(({ code }) => code === 'not_read').map(({ column }) => column)).toEqual(['income', 'band', 'days'])
})

test('so they are where a column comes as numbers alone, with the rows that say something else', () => {
  const coded = (column: string) => ({
    levels: ['approved', 'rejected'],
    codes: Uint8Array.from(rows, (row) => (row[column] === 'approved' ? 1 : 2)),
  })
  const numbers = { income: Float64Array.from(rows, (_, n) => (n < 3 ? Number.NaN : 1000 + n)) }
  const sheet = {
    columns: { status: coded('status') },
    numbers,
    unread: { income: [0, 2] },
    counts: new Float64Array(80).fill(1),
  }
  const { warnings } = analyseCoded(sheet, { ...spec, factors: spec.factors.slice(0, 1), time: null }, 'en').result
  expect(warnings.filter(({ code }) => code === 'not_read').map(({ column, values }) => [column, values['n']])).toEqual([
    ['income', '2'],
  ])
})

test('a level that no decided row has is not called the same as another factor', () => {
  expect(warningsOf(rows).filter(({ code }) => code === 'collinear')).toEqual([])
})
