import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import { movedNotes } from './moved'
import type { Comparison } from './result'
import type { SheetRow } from './sheet'
import { decided, normal, office, yes } from './simulated-office'
import type { AnalysisSpec } from './spec'

const none = { fisherP: null, stratified: null, adjusted: null }
const proof = (odds: number, [low, high]: [number, number]): Comparison => ({
  ...{ level: 'yes', reference: 'no', ...none, riskDifference: { estimate: Math.log(odds) / 5, newcombe: [-1, 1] } },
  oddsRatio: { estimate: odds, woolf: [low, high], haldane: odds },
})

type Moved = { rows: number; from: number; to: number; limits?: [number, number]; clear?: boolean }
const moved = ({ rows, from, to, limits = [0.5, 2], clear = false }: Moved) => ({
  rows,
  adjusted: { oddsRatio: to, interval: limits, method: 'ml-profile' as const, riskDifference: Math.log(to) / 5, for: ['income'] },
  crude: { logOdds: Math.log(from), riskDifference: Math.log(from) / 5, clear },
})
const said = (comparison: Comparison, movement: Moved) =>
  movedNotes({ column: 'proof', n: 307 }, comparison, moved(movement)).map(({ key, values }) => ({ key, ...values }))

describe('what adjusting moves is told of the same rows', () => {
  test('with both figures, where the model has the rows of the table', () => {
    const movement = { rows: 307, from: 0.39, to: 0.69, clear: true }
    expect(said(proof(0.39, [0.2, 0.7]), movement)).toEqual([
      { key: 'confounded', level: 'yes', crude: '0.39', adjusted: '0.69' },
    ])
  })

  test('and on how many, where it has fewer', () => {
    const told = { key: 'confounded_rows', level: 'yes', crude: '0.44', adjusted: '0.69', rows: '281', n: '307' }
    expect(said(proof(0.39, [0.2, 0.7]), { rows: 281, from: 0.44, to: 0.69, clear: true })).toEqual([told])
  })

  test('an odds ratio of next to 1 that hardly moves is none that moved, though it doubles its log', () => {
    expect(said(proof(1.02, [1.01, 1.03]), { rows: 307, from: 1.02, to: 1.05, limits: [1.04, 1.06], clear: true })).toEqual([])
    expect(said(proof(1.02, [1.01, 1.03]), { rows: 307, from: 1.02, to: 1.15, limits: [1.1, 1.2], clear: true })).toHaveLength(1)
  })

  test('a difference that the rows of the model do not show is not told of them because all rows show it', () => {
    const told = { key: 'moved_by_both', level: 'yes', crude: '0.60', kept: '0.90', adjusted: '0.78', rows: '281', n: '307' }
    expect(said(proof(0.6, [0.4, 0.9]), { rows: 281, from: 0.9, to: 0.78 })).toEqual([told])
  })

  test('where gaps and adjusting both moved it, and neither of the two figures of the same rows is clear, that is told', () => {
    const told = { key: 'moved_by_both', level: 'yes', crude: '1.84', kept: '1.10', adjusted: '0.72', rows: '281', n: '307' }
    expect(said(proof(1.84, [1.3, 2.6]), { rows: 281, from: 1.1, to: 0.72, limits: [0.47, 1.11] })).toEqual([told])
    expect(said(proof(1.84, [0.9, 2.6]), { rows: 281, from: 1.1, to: 0.72, limits: [0.47, 1.11] })).toEqual([])
  })

  test('an adjusted odds ratio that may be 1 points no other way', () => {
    const movement = { rows: 307, from: 0.43, to: 1.61, clear: true }
    const [spanning, beyond] = [[0.58, 4.68] as [number, number], [1.1, 4.68] as [number, number]].map((limits) =>
      said(proof(0.43, [0.2, 0.7]), { ...movement, limits }),
    )
    expect(spanning).toEqual([{ key: 'confounded', level: 'yes', crude: '0.43', adjusted: '1.61' }])
    expect(beyond).toEqual([{ key: 'reversal_model', level: 'yes', by: 'income', crude: '0.43', stratified: '1.61' }])
  })

  test('nor does one turn that read as next to 1 before', () => {
    const movement = { rows: 307, from: 0.96, to: 1.61, limits: [1.1, 2.2] as [number, number] }
    expect(said(proof(0.96, [0.7, 1.3]), movement).map(({ key }) => key)).toEqual(['confounded'])
  })

  test('a reversal says of how many rows it is', () => {
    const movement = { rows: 281, from: 0.43, to: 1.61, limits: [1.1, 2.2] as [number, number], clear: true }
    expect(said(proof(0.39, [0.2, 0.7]), movement)).toEqual([
      { key: 'reversal_model_rows', level: 'yes', by: 'income', crude: '0.43', stratified: '1.61', rows: '281', n: '307' },
    ])
  })

  test('what the rows left out have moved is not put down to adjusting', () => {
    const told = { key: 'moved_by_gaps', level: 'yes', crude: '0.48', kept: '1.02', adjusted: '1.03', rows: '281', n: '307' }
    expect(said(proof(0.48, [0.25, 0.9]), { rows: 281, from: 1.02, to: 1.03 })).toEqual([told])
    expect(said(proof(0.48, [0.25, 0.9]), { rows: 281, from: 0.49, to: 0.5, clear: true })).toEqual([])
  })
})

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'income', type: 'number' },
  ],
}
function keysOf(rows: readonly SheetRow[]) {
  const answered = analyse(rows, spec, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  return answered.result.warnings.flatMap(({ column, values }) => (column === 'proof' ? [values['key']] : []))
}

test('a difference of those alone who did not say their income is one of the gaps', () => {
  const rows = office(900, 5, (roll) => {
    const [known, has] = [roll() < 0.6, yes(roll, 0.5)]
    const income = known ? normal(roll).toFixed(3) : ''
    return { proof: has, income, status: decided(roll, known ? 0 : has === 'yes' ? 2 : -2) }
  })
  expect(keysOf(rows)).toContain('moved_by_gaps')
  expect(keysOf(rows)).not.toContain('confounded_rows')
})

test('one that goes with income is confounded in those who said it', () => {
  const rows = office(900, 6, (roll) => {
    const income = normal(roll)
    const has = yes(roll, income > 0 ? 0.8 : 0.2)
    return { proof: has, income: roll() < 0.8 ? income.toFixed(3) : '', status: decided(roll, 1.5 * income) }
  })
  expect(keysOf(rows)).toContain('confounded_rows')
})
