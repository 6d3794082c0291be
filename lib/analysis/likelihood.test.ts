import { describe, expect, test } from 'vitest'
import { type Likelihood, likelihoodOf } from './likelihood'
import type { SheetRow } from './sheet'
import { decided, dice, office, yes } from './simulated-office'

const columns = ['proof', 'early', 'repeat', 'burden'] as const
const spec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: columns.map((column) => ({ column, type: 'category' as const, levels: ['no', 'yes'], reference: 'no' })),
}
/** The log odds an office really decides by; none of it where `strength` is 0. */
const truth = (row: SheetRow, strength: number) =>
  -0.2 +
  strength * ((row['proof'] === 'yes' ? 1.1 : 0) + (row['early'] === 'yes' ? 0.7 : 0) - (row['repeat'] === 'yes' ? 1.2 : 0))
const cases = (n: number, seed: number, strength = 1) =>
  office(n, seed, (roll) => {
    const row: SheetRow = Object.fromEntries(columns.map((column) => [column, yes(roll, 0.45)]))
    return { ...row, status: decided(roll, truth(row, strength)) }
  })
const good: SheetRow = { proof: 'yes', early: 'yes', repeat: 'no', burden: 'no' }
const isSaid = (answer: ReturnType<typeof likelihoodOf>): answer is Likelihood => 'range' in answer

describe('how often proposals like this one were approved', () => {
  test('the range holds the true share about as often as it promises, wherever it is shown', () => {
    const share = 1 / (1 + Math.exp(-truth(good, 1)))
    const answers = Array.from({ length: 120 }, (_, seed) => likelihoodOf(cases(400, seed + 1), spec, good)).filter(isSaid)
    expect(answers.length).toBeGreaterThan(90)
    const held = answers.filter(({ range: [low, high] }) => low <= share && share <= high).length
    // Of some hundred ranges that hold in 95 %, fewer than 89 % would hold less than once in a hundred times.
    expect(held / answers.length).toBeGreaterThan(0.89)
    expect(answers.every(({ slope }) => slope.interval[0] > 0 && slope.interval[0] <= 1 && slope.interval[1] >= 1)).toBe(true)
    expect(answers.every(({ similar, n }) => similar.n >= 10 && similar.n < n)).toBe(true)
  })

  test('where nothing goes with approval it cannot tell, in nearly every office', () => {
    const answers = Array.from({ length: 120 }, (_, seed) => likelihoodOf(cases(400, seed + 1000, 0), spec, good))
    // 5 % of 120 are six; more than twelve would come about less than once in a hundred times.
    expect(answers.filter(isSaid).length).toBeLessThanOrEqual(12)
    expect(answers.filter((answer) => 'why' in answer && answer.why === 'no_better').length).toBeGreaterThan(100)
  })

  test('few decisions, few of one kind, or too many parameters for them say nothing', () => {
    expect(likelihoodOf(cases(25, 3), spec, good)).toMatchObject({ why: 'too_few' })
    const rare = cases(300, 4).map((row, index) => ({ ...row, status: index < 9 ? 'approved' : 'rejected' }))
    expect(likelihoodOf(rare, spec, good)).toMatchObject({ why: 'too_few', events: 9 })
    const wide = { ...spec, factors: [{ column: 'kind', type: 'category' as const }] }
    const roll = dice(5)
    const rows = cases(60, 5).map((row) => ({ ...row, kind: String(Math.floor(roll() * 12)) }))
    expect(likelihoodOf(rows, wide, { kind: '1' })).toMatchObject({ why: 'low_events' })
  })

  test('a fact that is missing, or was never decided on before, says nothing and is named', () => {
    const rows = cases(400, 6)
    expect(likelihoodOf(rows, spec, { ...good, proof: null })).toMatchObject({ why: 'facts_missing', columns: ['proof'] })
    const never = rows.filter((row) => row['repeat'] === 'no')
    expect(
      likelihoodOf([...never, { ...good, repeat: 'yes', status: 'open' }], spec, { ...good, burden: 'maybe' }),
    ).toMatchObject({
      why: 'never_seen',
      columns: ['burden'],
    })
  })

  test('what tells outcomes apart too well knew them, and says nothing', () => {
    const leaky = cases(400, 7).map((row) => ({ ...row, proof: row['status'] === 'approved' ? 'yes' : 'no' }))
    const blurred = leaky.map((row, index) => (index % 50 === 0 ? { ...row, proof: 'yes' } : row))
    expect(likelihoodOf(blurred, spec, good)).toMatchObject({ why: 'too_clear' })
  })

  test('rests on the decided cases that are like it in every fact, or in all but one', () => {
    const rows = cases(400, 1)
    const answer = likelihoodOf([...rows, { ...good, status: 'open' }], spec, good)
    const alike = rows.filter((row) => columns.filter((column) => row[column] !== good[column]).length <= 1)
    expect(isSaid(answer) && answer.similar).toMatchObject({
      n: alike.length,
      events: alike.filter(({ status }) => status === 'approved').length,
    })
  })

  test('a model of far more facts than its cases carry promises too much, and says nothing', () => {
    const noise = Array.from({ length: 20 }, (_, k) => `noise_${k}`)
    const wide = {
      ...spec,
      factors: [...spec.factors, ...noise.map((column) => ({ column, type: 'category' as const, levels: ['no', 'yes'] }))],
    }
    const none = Object.fromEntries(noise.map((name) => [name, 'no']))
    const answers = Array.from({ length: 10 }, (_, seed) => {
      const roll = dice(seed + 500)
      const noisy = () => Object.fromEntries(noise.map((name) => [name, yes(roll, 0.45)]))
      const rows = cases(400, seed + 1, 0.8).map((row) => ({ ...row, ...noisy() }))
      return likelihoodOf(rows, wide, { ...good, ...none })
    })
    expect(answers.filter((answer) => 'why' in answer && answer.why === 'uncalibrated').length).toBeGreaterThanOrEqual(8)
  })

  test('does not depend on the order of the rows', () => {
    const rows = cases(400, 11)
    expect(likelihoodOf(rows.toReversed(), spec, good)).toEqual(likelihoodOf(rows, spec, good))
  })
})
