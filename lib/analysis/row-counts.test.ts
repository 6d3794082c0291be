import { expect, test } from 'vitest'
import { analyse, analyseCoded } from './analyse'
import type { SheetRow } from './sheet'
import type { AnalysisSpec } from './spec'

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [{ column: 'proof', type: 'category' }],
  count: { column: 'times' },
}
const row = (proof: string, status: string, times: string): SheetRow => ({ proof, status, times })
const sound = [
  row('yes', 'approved', '30'),
  row('yes', 'rejected', '10'),
  row('no', 'approved', '10'),
  row('no', 'rejected', '30'),
]
const unsound = ['-6', '12.5', 'x', '', '1e300'].map((times) => row('yes', 'approved', times))

function answerOf(rows: readonly SheetRow[]) {
  const answered = analyse(rows, spec, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  return answered.result
}

test('rows whose count is negative, broken, unreadable or beyond counting are left out, and that is said', () => {
  const { funnel, factors, warnings } = answerOf([...sound, ...unsound])
  expect(funnel).toEqual(answerOf(sound).funnel)
  expect(factors[0]?.comparisons[0]).toEqual(answerOf(sound).factors[0]?.comparisons[0])
  const said = warnings.filter(({ code }) => code === 'not_read')
  expect(said.map(({ column, values }) => [column, values['n']])).toEqual([['times', '5']])
})

test('a row that stands for none is no fault', () => {
  expect(answerOf([...sound, row('maybe', 'approved', '0')]).warnings).toEqual(answerOf(sound).warnings)
})

test('so it is where the rows come as codes', () => {
  const rows = [...sound, ...unsound]
  const coded = (column: string) => {
    const levels = [...new Set(rows.map((one) => one[column] ?? ''))]
    return { levels, codes: Uint8Array.from(rows, (one) => levels.indexOf(one[column] ?? '') + 1) }
  }
  const columns = Object.fromEntries(['proof', 'status', 'times'].map((column) => [column, coded(column)]))
  const { funnel, warnings } = analyseCoded({ columns, counts: new Float64Array(rows.length).fill(1) }, spec, 'en').result
  expect(funnel).toEqual(answerOf(sound).funnel)
  expect(warnings.filter(({ code }) => code === 'not_read').map(({ values }) => values['n'])).toEqual(['5'])
})
