import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import { type Dice, decided, normal, office, yes } from './simulated-office'
import type { AnalysisSpec } from './spec'

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'income', type: 'number' },
    { column: 'score', type: 'number' },
  ],
}

function answerOf(seed: number, draw: (roll: Dice) => Record<string, string>, asked = spec) {
  const answered = analyse(office(1000, seed, draw), asked, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { warnings, multiplicity } = answered.result
  return { ...answered.result, said: warnings.map(({ column, values }) => [column, values['key'], values['by']]), multiplicity }
}

/** Very little and very much income go with approval, and so does the score as it grows; `proof` goes with both. */
const both = (own: number) => (roll: Dice) => {
  const [income, score] = [normal(roll), normal(roll)]
  const extreme = Math.abs(income) > 0.7 ? 0.8 : -0.8
  const proof = yes(roll, 1 / (1 + Math.exp(-1.2 * extreme - score)))
  const status = decided(roll, extreme + 0.8 * score + (proof === 'yes' ? own : 0))
  return { proof, income: income.toFixed(3), score: score.toFixed(3), status }
}

/** Both go with approval at their ends. */
const ends = (roll: Dice) => {
  const [income, score] = [normal(roll), normal(roll)]
  const extreme = [income, score].filter((number) => Math.abs(number) > 0.7).length - 1
  const proof = yes(roll, 0.5 + 0.35 * extreme)
  return { proof, income: income.toFixed(3), score: score.toFixed(3), status: decided(roll, extreme) }
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const isProof = ({ multiplicity }: { multiplicity: { findings: string[] } }) => multiplicity.findings.includes('proof')

describe('where a number bends and another factor goes with the rate, too', () => {
  test('what only goes with both is no finding, and that is said', () => {
    const answers = seeds.map((seed) => answerOf(seed, both(0)))
    expect(answers.filter(isProof).length).toBeLessThanOrEqual(2)
    const [first] = answers.filter((answer) => !isProof(answer))
    expect(first?.factors[0]).toMatchObject({ verdict: 'cannot_tell', verdictLevel: null })
    expect(first?.said).toContainEqual(['proof', 'confounded_bands', 'income'])
    expect(first?.multiplicity.findings).toContain('score')
  })

  test('nor where two numbers bend', () => {
    expect(seeds.filter((seed) => isProof(answerOf(seed, ends))).length).toBeLessThanOrEqual(3)
  })

  test('nor where so many bend that twenty bands of each would be too many', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const asked: AnalysisSpec = {
      ...spec,
      factors: [
        { column: 'proof', type: 'category', reference: 'no' },
        ...names.map((column) => ({ column, type: 'number' as const })),
      ],
    }
    const drawn = office(5000, 3, (roll) => {
      const numbers = names.map(() => normal(roll))
      const extreme = numbers.reduce((sum, number) => sum + (Math.abs(number) > 0.7 ? 1 : -1), 0) / Math.sqrt(names.length)
      const proof = yes(roll, 1 / (1 + Math.exp(-1.2 * extreme)))
      const row = Object.fromEntries(names.map((name, n) => [name, `${numbers[n]?.toFixed(3)}`]))
      return { ...row, proof, status: decided(roll, 0.9 * extreme) }
    })
    const answered = analyse(drawn, asked, 'en')
    if ('fault' in answered) throw new Error(answered.fault.code)
    expect(answered.result.multiplicity.findings).not.toContain('proof')
  }, 60_000)

  test('nor where the other is only adjusted for', () => {
    const asked = { ...spec, factors: spec.factors.slice(0, 2), model: { factors: ['proof', 'income'], include: ['score'] } }
    expect(seeds.filter((seed) => isProof(answerOf(seed, both(0), asked))).length).toBeLessThanOrEqual(2)
  })

  test('where events are too few for such a model, that is said of a finding', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const some: AnalysisSpec = {
      ...spec,
      factors: [
        { column: 'proof', type: 'category', reference: 'no' },
        { column: 'income', type: 'number' },
        ...names.map((column) => ({ column, type: 'category' as const })),
      ],
    }
    const drawn = (roll: Dice) => {
      const [income, proof] = [normal(roll), yes(roll, 0.5)]
      const status = decided(roll, 3 + 1.2 * (Math.abs(income) > 0.7 ? 1 : -1) + (proof === 'yes' ? 2 : 0))
      const others = names.map((name) => [name, yes(roll, 0.5)])
      return { ...Object.fromEntries(others), proof, income: income.toFixed(3), status }
    }
    // Enough for eight columns, not for the four more that bands of the income take.
    const found = seeds.slice(0, 8).map((seed) => answerOf(seed, drawn, some))
    const isBent = ({ said }: (typeof found)[number]) => said.some(([, key]) => key === 'not_straight_number')
    const scarce = found.filter((one) => isProof(one) && isBent(one) && (one.model.eventsPerParameter ?? 0) < 6.5)
    expect(scarce.length).toBeGreaterThan(2)
    for (const { said } of scarce) expect(said).toContainEqual(['proof', 'bands_not_looked', 'income'])
  })

  test('what goes with approval beside them is still found', () => {
    const answers = seeds.map((seed) => answerOf(seed, both(0.8)))
    expect(answers.filter(isProof).length).toBeGreaterThanOrEqual(19)
  })
})
