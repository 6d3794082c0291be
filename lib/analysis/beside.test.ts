import { expect, test } from 'vitest'
import { analyse } from './analyse'
import { type Dice, decided, office, pick, yes } from './simulated-office'
import { readSpec } from './spec'

/** A letter that only travels with the lender, a proof that counts, and twelve facts that do not: too much for one model. */
function aCase(roll: Dice) {
  const { lender, share, mood } = pick(roll, [
    { lender: 'kind', share: 0.85, mood: 1.3 },
    { lender: 'strict', share: 0.15, mood: -1.3 },
  ])
  const [letter, proof] = [yes(roll, share), yes(roll, 0.5)]
  const noise = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`fact_${k}`, pick(roll, ['a', 'b', 'c', 'd'])]))
  return { ...noise, lender, letter, proof, status: decided(roll, mood + (proof === 'yes' ? 1 : -1)) }
}

const columns = ['letter', 'proof', 'lender', ...Array.from({ length: 12 }, (_, k) => `fact_${k}`)]

function resultOf(seed: number) {
  const read = readSpec({
    outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
    factors: columns.map((column) => ({ column, type: 'category' })),
  })
  const answer = 'spec' in read ? analyse(office(300, seed, aCase), read.spec) : read
  if (!('result' in answer)) throw new Error('no answer')
  return answer.result
}

test('with too few for a model of all, a factor is looked at beside each other one before it is called a finding', () => {
  const results = [1, 2, 3, 4, 5, 6].map(resultOf)
  expect(results.every(({ model }) => model.method === 'refused')).toBe(true)
  for (const { multiplicity, warnings, factors } of results) {
    expect(multiplicity.findings).not.toContain('letter')
    expect(multiplicity.findings).toEqual(expect.arrayContaining(['proof', 'lender']))
    const moved = warnings.flatMap(({ code, column }) => (column === 'letter' && /confounded|reversal/.test(code) ? [code] : []))
    expect(moved).toHaveLength(1)
    const [letter] = factors.find(({ column }) => column === 'letter')?.comparisons ?? []
    expect(letter).toMatchObject({ adjusted: null, beside: { for: ['lender'] } })
  }
})
