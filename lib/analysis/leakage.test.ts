import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import { knownTooLate } from './leakage'
import { decided, office, yes } from './simulated-office'
import { readSpec } from './spec'

const known = (knownAt: string | null) =>
  knownTooLate({
    column: 'x',
    type: 'category',
    levels: [],
    codes: new Float64Array(0),
    values: new Float64Array(0),
    reference: null,
    knownAt,
  })

describe('when a fact was known', () => {
  test.each([
    ...['after_decision', 'After decision', 'afterDecision', 'post-decision', 'after', 'after_submission', 'later'],
    ...['decision', 'at_decision', 'with the decision', 'T3', 't4', 'T5', '决定之后', '提交后', '作出决定时'],
    'after_submission_before_decision',
  ])('%s is too late', (word) => {
    expect(known(word)).toBe(true)
  })

  test.each([null, 'before_submission', 'at_submission', 'before_decision', 'T0', 'T2', '提交之前', '决定前'])(
    '%s is in time',
    (word) => {
      expect(known(word)).toBe(false)
    },
  )
})

test('nothing is adjusted for what follows from the decision, also where it is only asked to be included', () => {
  const rows = office(600, 3, (roll) => {
    const proof = yes(roll, 0.5)
    const status = decided(roll, proof === 'yes' ? 0.7 : -0.7)
    return { proof, status, signed: status === 'approved' ? yes(roll, 0.8) : 'no' }
  })
  const read = readSpec({
    outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
    factors: [
      { column: 'proof', type: 'category' },
      { column: 'signed', type: 'category', knownAt: 'after_decision' },
    ],
    model: { factors: ['proof'], include: ['signed'] },
  })
  const answer = 'spec' in read ? analyse(rows, read.spec) : read
  const result = 'result' in answer ? answer.result : null
  expect(result?.model).toMatchObject({ factors: ['proof'], include: [] })
  expect(result?.multiplicity.findings).toEqual(['proof'])
})

test('true and false are read as spreadsheets write them, and a column of many numbers is adjusted for as a number', () => {
  const rows = office(400, 8, (roll, index) => {
    const proof = yes(roll, 0.5)
    const status = decided(roll, proof === 'yes' ? 0.7 : -0.7)
    return { proof, income: String(3000 + index), status: status === 'approved' ? 'TRUE' : 'FALSE' }
  })
  const read = readSpec({
    outcome: { column: 'status', event: true, nonEvent: false },
    factors: [{ column: 'proof', type: 'category' }],
    model: { factors: ['proof'], include: ['income'] },
  })
  const answer = 'spec' in read ? analyse(rows, read.spec) : read
  const result = 'result' in answer ? answer.result : null
  expect(result?.funnel.decided).toBe(400)
  expect(result?.model).toMatchObject({ method: 'ml', parameters: 2, include: ['income'] })
})

test('a column of dates that tells the outcomes apart is refused in one sentence, not in one for each of its dates', () => {
  const rows = Array.from({ length: 240 }, (_, row) => ({
    answered: `2026-03-${String(1 + (row % 12)).padStart(2, '0')}`,
    status: row % 12 < 6 ? 'approved' : 'rejected',
  }))
  const read = readSpec({
    outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
    factors: [{ column: 'answered', type: 'category' }],
  })
  const answer = 'spec' in read ? analyse(rows, read.spec) : read
  const result = 'result' in answer ? answer.result : null
  expect(result?.factors[0]?.verdict).toBe('refused')
  expect(result?.warnings.map(({ code }) => code)).toEqual(['leakage', 'perfect_prediction'])
})

/** Two halves of a copied status: each alone tells little, both together tell nearly all. */
const halves = (share: number) => {
  const rows = office(600, 7, (roll) => {
    const status = decided(roll, 0)
    const isKept = yes(roll, share) === 'yes'
    const points = isKept ? (status === 'approved' ? 4 : 0) : Math.floor(roll() * 5)
    const signed = Math.floor(roll() * 8)
    return { signed: String(signed), stamped: String(points - signed + 8), status }
  })
  const read = readSpec({
    outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
    factors: ['signed', 'stamped'].map((column) => ({ column, type: 'number' })),
  })
  const answer = 'spec' in read ? analyse(rows, read.spec) : read
  return 'result' in answer ? answer.result : null
}

test('columns that tell the outcomes apart only together leave nothing to headline', () => {
  const result = halves(0.93)
  expect(result?.factors.map(({ verdict }) => verdict)).not.toContain('refused')
  expect(result?.model.auc?.outOfSample).toBeGreaterThan(0.95)
  expect(result?.multiplicity.findings).toEqual([])
  expect(result?.warnings.filter(({ code }) => code === 'leakage').map(({ values }) => values['key'])).toEqual([
    'leakage_model_untold',
  ])
  expect(halves(0.5)?.multiplicity.findings).toContain('stamped')
})

describe('a column that is filled in with the decision', () => {
  const columns = ['band', 'signed']
  const read = readSpec({
    outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
    factors: columns.map((column) => ({ column, type: 'category' })),
  })
  /** 400 cases of which late ones are approved less often; `fill`: what the other column says of each. */
  const told = (fill: (status: string, index: number) => string) => {
    const rows = office(400, 5, (roll, index) => {
      const band = yes(roll, 0.5)
      const status = decided(roll, band === 'yes' ? -1 : 1)
      return { band, status, signed: fill(status, index) }
    })
    const answer = 'spec' in read ? analyse(rows, read.spec) : read
    if (!('result' in answer)) throw new Error('no result')
    const { warnings, multiplicity } = answer.result
    return { leaks: warnings.filter(({ code }) => code === 'leakage').map(({ column }) => column), ...multiplicity }
  }
  const day = (index: number) => `2026-05-${String(1 + (index % 28)).padStart(2, '0')}`

  test('is told as such whatever it says, and takes no true finding with it', () => {
    const approvedOnly = told((status, index) => (status === 'approved' ? day(index) : ''))
    expect(approvedOnly).toMatchObject({ leaks: ['signed'], findings: ['band'] })
    const refusedOnly = told((status, index) => (status === 'rejected' ? `原因 ${index}` : ''))
    expect(refusedOnly).toMatchObject({ leaks: ['signed'], findings: ['band'] })
  })

  test('is told as such also where a few are filled in or left out by mistake, be it a day or a number', () => {
    const often = (index: number) => index % 50 !== 0
    expect(told((status, index) => ((status === 'approved') === often(index) ? day(index) : '')).leaks).toEqual(['signed'])
    const number = readSpec({
      outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
      factors: [{ column: 'paid', type: 'number' }],
    })
    const rows = office(400, 6, (roll, index) => {
      const status = decided(roll, 0)
      return { status, paid: (status === 'approved') === often(index) ? String(1000 + ((index * 37) % 500)) : '' }
    })
    const answer = 'spec' in number ? analyse(rows, number.spec) : number
    expect('result' in answer && answer.result.warnings.map(({ code }) => code)).toContain('leakage')
  })

  test('is not suspected where it is filled in by half of both', () => {
    expect(told((_, index) => (index % 2 === 0 ? day(index) : '')).leaks).toEqual([])
  })
})
