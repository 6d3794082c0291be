import { expect, test } from 'vitest'
import { analyse, analyseCoded } from './analyse'
import type { SheetRow } from './sheet'
import { type Dice, decided, normal, office, pick, yes } from './simulated-office'
import type { AnalysisSpec } from './spec'

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'income', type: 'number' },
  ],
}

const aCase = (roll: Dice): SheetRow => {
  const proof = yes(roll, 0.5)
  const income = (5000 + 1500 * normal(roll)).toFixed(2)
  return { proof, income, status: decided(roll, proof === 'yes' ? 1 : -1) }
}

function answerOf(rows: readonly SheetRow[], more: Partial<AnalysisSpec> = {}) {
  const answered = analyse(rows, { ...spec, ...more }, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { warnings, multiplicity } = answered.result
  const said = warnings.filter(({ values }) => values['key']?.startsWith('copied'))
  return { findings: multiplicity.findings, said: said.map(({ values }) => [values['key'], values['n']]) }
}

const own = (rows: readonly SheetRow[]) => rows.filter(({ income }) => income !== '').length

const few = office(45, 8, aCase)
const eight = Array.from({ length: 8 }, () => few).flat()

test('cases listed eight times are told of, and no finding comes of them', () => {
  expect(answerOf(eight)).toEqual({ findings: [], said: [['copied_rows_many', '315']] })
})

test('so it is where the rows come as codes', () => {
  const coded = (column: string) => {
    const levels = [...new Set(eight.map((row) => row[column] ?? ''))]
    return { levels, codes: Uint8Array.from(eight, (row) => levels.indexOf(row[column] ?? '') + 1) }
  }
  const columns = { proof: coded('proof'), status: coded('status') }
  const numbers = { income: Float64Array.from(eight, (row) => Number(row['income'])) }
  const told = (counts: Float64Array) =>
    analyseCoded({ columns, numbers, counts }, spec, 'en').result.warnings.map(({ values }) => values['key'])
  expect(told(new Float64Array(360).fill(1))).toContain('copied_rows_many')
  expect(told(new Float64Array(360).fill(2))).not.toContain('copied_rows_many')
})

test('a few copies are told of and leave a finding', () => {
  const rows = office(200, 8, aCase)
  const { findings, said } = answerOf([...rows, ...rows.slice(0, 10)])
  expect(said).toEqual([['copied_rows', '10']])
  expect(findings).toContain('proof')
})

test('equal rows are natural where no column tells rows apart, and where rows stand for several on purpose', () => {
  const rows = office(300, 8, (roll) => ({ ...aCase(roll), income: pick(roll, ['1000', '2000', '3000', '4000']) }))
  expect(answerOf(rows)).toEqual({ findings: ['proof'], said: [] })
  const counted = eight.map((row) => ({ ...row, times: '2' }))
  expect(answerOf(counted, { count: { column: 'times' } }).said).toEqual([])
})

test('rows that say nothing where others have a value of their own are no copies of each other', () => {
  const rows = office(300, 8, (roll) => {
    const one = aCase(roll)
    return yes(roll, 0.6) === 'yes' ? { ...one, income: '' } : one
  })
  expect(answerOf(rows)).toEqual({ findings: ['proof'], said: [] })
  const named = rows.map((row, index) => ({ ...row, client: row['income'] === '' ? '-' : `c${index}` }))
  expect(answerOf(named)).toEqual({ findings: ['proof'], said: [] })
  expect(answerOf([...named, ...named]).said).toEqual([['copied_rows_many', String(own(rows))]])
})

test('a column that hardly any row fills tells no rows apart', () => {
  const rows = office(300, 8, (roll) => ({ ...aCase(roll), income: pick(roll, ['1000', '2000', '3000', '4000']), remark: '' }))
  const [first] = rows
  if (!first) throw new Error('no row')
  const remarked = ['a', 'a', 'b', 'c'].map((remark) => ({ ...first, remark }))
  expect(answerOf([...rows, ...remarked]).said).toEqual([])
})

test('so it is where the gaps come as codes', () => {
  const rows = office(300, 8, (roll, index): SheetRow => ({ ...aCase(roll), client: index % 5 < 3 ? '' : `c${index}` }))
  const coded = (column: 'proof' | 'status' | 'client') => {
    const levels = [...new Set(rows.map((row) => row[column] ?? ''))].filter((level) => level !== '')
    return { levels, codes: Uint16Array.from(rows, (row) => levels.indexOf(row[column] ?? '') + 1) }
  }
  const columns = { proof: coded('proof'), status: coded('status'), client: coded('client') }
  const { result } = analyseCoded(
    { columns, counts: new Float64Array(300).fill(1) },
    { ...spec, factors: spec.factors.slice(0, 1) },
    'en',
  )
  expect(result.warnings.map(({ values }) => values['key'])).not.toContain('copied_rows_many')
  expect(result.multiplicity.findings).toEqual(['proof'])
})

test('copies that hang together in clusters are allowed for there', () => {
  const clients = office(150, 8, (roll, index) => ({ ...aCase(roll), client: `c${index}` }))
  const { findings, said } = answerOf([...clients, ...clients], { clusterBy: 'client' })
  expect(said).toEqual([['copied_rows', '150']])
  expect(findings).toEqual(['proof'])
})
