import { expect, test } from 'vitest'
import { analyse } from './analyse'
import { type Dice, decided, normal, office, yes } from './simulated-office'
import type { AnalysisSpec } from './spec'

const spec: AnalysisSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'counsellor', type: 'category' },
  ],
}

/** An office of so many counsellors, each with luck of their own; who has it asks for a proof more often. */
function office400(seed: number, counsellors: number, own: number) {
  const fates = (roll: Dice) => Array.from({ length: counsellors }, () => normal(roll))
  let luck: number[] | undefined
  return office(400, seed, (roll) => {
    luck ??= fates(roll)
    const counsellor = Math.floor(roll() * counsellors)
    const fate = 1.3 * (luck[counsellor] ?? 0)
    const proof = yes(roll, 1 / (1 + Math.exp(-fate)))
    return { proof, counsellor: `c${counsellor}`, status: decided(roll, fate + (proof === 'yes' ? own : 0)) }
  })
}

function answerOf(
  seed: number,
  { counsellors, own = 0, asked = spec }: { counsellors: number; own?: number; asked?: AnalysisSpec },
) {
  const answered = analyse(office400(seed, counsellors, own), asked, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { model, multiplicity, warnings } = answered.result
  const isFound = multiplicity.findings.includes('proof')
  return { isFound, method: model.method, said: warnings.map(({ column, values }) => [column, values['key'], values['by']]) }
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

test.each([50, 70])('of %d counsellors, too many for a model, what only goes with them is no finding', (counsellors) => {
  const answers = seeds.map((seed) => answerOf(seed, { counsellors }))
  expect(answers.filter(({ isFound }) => isFound).length).toBeLessThanOrEqual(3)
  const refused = answers.filter(({ method, isFound }) => method === 'refused' && !isFound)
  expect(refused.some(({ said }) => said.some(([, key]) => key === 'confounded_levels'))).toBe(true)
})

test('of 150 of them, two or three cases each, it is said that nothing was compared within them', () => {
  const answers = seeds.slice(0, 5).map((seed) => answerOf(seed, { counsellors: 150, own: 1.6 }))
  for (const { said } of answers) expect(said).toContainEqual(['proof', 'levels_not_looked', 'counsellor'])
})

test('nor where they are only adjusted for', () => {
  const asked = { ...spec, factors: spec.factors.slice(0, 1), model: { factors: ['proof'], include: ['counsellor'] } }
  expect(seeds.filter((seed) => answerOf(seed, { counsellors: 50, asked }).isFound).length).toBeLessThanOrEqual(3)
})

test('what goes with approval under every one of them is still found', () => {
  expect(seeds.filter((seed) => answerOf(seed, { counsellors: 50, own: 1.6 }).isFound).length).toBeGreaterThanOrEqual(18)
})

test('a column with a value for nearly every row is no reason to say nothing', () => {
  const named = (seed: number) => office400(seed, 2, 1.6).map((row, index) => ({ ...row, client: `k${index % 390}` }))
  const asked: AnalysisSpec = { ...spec, factors: [...spec.factors, { column: 'client', type: 'category' }] }
  const found = seeds.slice(0, 5).map((seed) => {
    const answered = analyse(named(seed), asked, 'en')
    return 'result' in answered && answered.result.multiplicity.findings.includes('proof')
  })
  expect(found).toEqual([true, true, true, true, true])
})
