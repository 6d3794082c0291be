import { expect, test } from 'vitest'
import { analyse, analyseColumns } from '@/lib/analysis/analyse'
import type { SheetRow } from '@/lib/analysis/sheet'
import { decided, normal, office, pick, yes } from '@/lib/analysis/simulated-office'
import { readSpec } from '@/lib/analysis/spec'
import { readColumns } from './read-columns'

const rows = office(3000, 11, (roll): SheetRow => {
  const [lender, proof] = [pick(roll, ['A', 'B', '"C", Ltd']), yes(roll, 0.4)]
  const band = roll() < 0.1 ? 'NA' : pick(roll, ['1', '1.0', '2', '3'])
  const income = roll() < 0.05 ? '' : (5000 + 1500 * normal(roll)).toFixed(0)
  const status = roll() < 0.08 ? 'waiting' : decided(roll, (proof === 'yes' ? 0.7 : 0) - (lender === 'A' ? 0.6 : 0))
  const [client, days, times] = [`c${Math.floor(roll() * 900)}`, String(Math.floor(60 * roll())), pick(roll, ['1', '2'])]
  return { lender, proof, band, income, status, client, days, times, note: '  – ' }
})

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const names = Object.keys(rows[0] ?? {})
const file = new TextEncoder().encode(
  [names.join(','), ...rows.map((row) => names.map((name) => quoted(row[name] ?? '')).join(','))].join('\r\n'),
)

const outcome = { column: 'status', event: 'approved', nonEvent: 'rejected' }
const factors = [
  { column: 'proof', type: 'category', reference: 'no' },
  { column: 'band', type: 'ordered', levels: ['1', '2', '3'] },
  { column: 'income', type: 'number' },
]
const levels = [
  { column: 'proof', type: 'category' },
  { column: 'band', type: 'category' },
]

test.each<[string, Record<string, unknown>]>([
  ['levels only, which are counted together', { factors: levels, stratifyBy: 'lender' }],
  ['numbers among them, strata in the model and days', { factors, stratifyBy: 'lender', time: { column: 'days' } }],
  ['clients who hang together', { factors, clusterBy: 'client', stratifyBy: 'lender' }],
  [
    'rows that stand for several',
    { factors: levels, count: { column: 'times' }, model: { factors: ['proof'], include: ['lender'] } },
  ],
  ['a number only adjusted for', { factors: levels, model: { factors: ['proof'], include: ['income'] } }],
])('a sheet read as columns says what its rows say one by one: %s', (_, asked) => {
  const read = readSpec({ outcome, ...asked })
  if ('fault' in read) throw new Error(read.fault.code)
  const columns = readColumns(file, read.spec)
  if ('problem' in columns) throw new Error(columns.problem.code)
  const [plain, answer] = [analyse(rows, read.spec, 'en'), analyseColumns(columns, read.spec, 'en')]
  if (!('result' in plain && 'result' in answer)) throw new Error('no result')
  expect(plain.result.funnel.decided).toBeGreaterThan(2000)
  expect(apart(answer.result, plain.result)).toEqual([])
})

test('only what is asked for is kept, numbers as numbers, and names are as they stand in the file', () => {
  const read = readSpec({ outcome, factors })
  if ('fault' in read) throw new Error(read.fault.code)
  const columns = readColumns(file, read.spec)
  if ('problem' in columns) throw new Error(columns.problem.code)
  expect(columns.names).toEqual(names)
  expect(Object.keys(columns.sheet.columns)).toEqual(['status', 'proof', 'band'])
  expect(Object.keys(columns.sheet.numbers ?? {})).toEqual(['income'])
  expect(columns.sheet.columns['band']?.levels).toEqual(['1', '1.0', '2', '3'])
  expect(columns.sheet.counts).toHaveLength(3000)
})

test('what is wrong with a file, or with what is asked of it, is told', () => {
  const read = readSpec({ outcome, factors: [{ column: 'colour', type: 'category' }] })
  if ('fault' in read) throw new Error(read.fault.code)
  const utf8 = (text: string) => new TextEncoder().encode(text)
  expect(readColumns(utf8(''), read.spec)).toEqual({ problem: { code: 'empty' } })
  expect(readColumns(utf8('a,b\n"1,2'), read.spec)).toMatchObject({ problem: { code: 'quote', line: 2 } })
  const columns = readColumns(utf8('status,b\napproved,2'), read.spec)
  if ('problem' in columns) throw new Error(columns.problem.code)
  expect(analyseColumns(columns, read.spec)).toEqual({ fault: { code: 'unknown_column', column: 'colour', known: 'status, b' } })
  const headed = readColumns(utf8('status,colour'), read.spec)
  if ('problem' in headed) throw new Error(headed.problem.code)
  expect(analyseColumns(headed, read.spec)).toEqual({ fault: { code: 'no_rows' } })
})

test('cells of a number that say something else are told of', () => {
  const read = readSpec({ outcome, factors: [{ column: 'income', type: 'number' }] })
  if ('fault' in read) throw new Error(read.fault.code)
  const text = ['status,income', 'approved,2026-08-05', 'rejected,Infinity', 'approved,', 'rejected,5000'].join('\n')
  const columns = readColumns(new TextEncoder().encode(text), read.spec)
  if ('problem' in columns) throw new Error(columns.problem.code)
  const answer = analyseColumns(columns, read.spec, 'en')
  const said = 'result' in answer ? answer.result.warnings.filter(({ code }) => code === 'not_read') : []
  expect(said.map(({ column, values }) => [column, values['n']])).toEqual([['income', '2']])
})

/** Where two answers differ by more than a millionth of a millionth, or in a word. */
function apart(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one === 'number' && typeof other === 'number' && Number.isFinite(one))
    return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one)) ? [] : [`${path}: ${one}, ${other}`]
  if (typeof one !== 'object' || one === null) return Object.is(one, other) ? [] : [`${path}: ${one}, ${other}`]
  const fields = new Map(Object.entries(Object(other)))
  return Object.entries(one).flatMap(([key, value]) => apart(value, fields.get(key), `${path}.${key}`))
}
