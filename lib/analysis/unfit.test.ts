import { expect, test } from 'vitest'
import { analyse } from './analyse'
import type { SheetRow } from './sheet'
import { decided, normal, office } from './simulated-office'
import type { AnalysisSpec } from './spec'

const specOf = (type: 'number' | 'category'): AnalysisSpec => ({
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [{ column: 'income', type }],
})

function answerOf(rows: readonly SheetRow[], type: 'number' | 'category' = 'number') {
  const answered = analyse(rows, specOf(type), 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { factors, warnings, model } = answered.result
  return { factor: factors[0], model, said: warnings.map(({ column, values }) => [column, values['key']]) }
}

const plain = office(300, 3, (roll) => ({ income: normal(roll).toFixed(3), status: decided(roll, 0) }))
const withOne = (income: string): SheetRow[] => [{ income, status: 'rejected' }, ...plain]

test.each(['1e12', '1e30', '1e160', '1e300'])(
  'a number so far off that nothing can be fitted is said to be that, not to tell outcomes apart: %s',
  (far) => {
    const { factor, model, said } = answerOf(withOne(far))
    expect(factor).toMatchObject({ status: 'refused', verdict: 'refused', test: null })
    expect(said).toEqual([['income', 'number_far']])
    expect(model.method).toBe('refused')
  },
)

test('a number that does tell them apart is said to', () => {
  const mixed = Array.from({ length: 60 }, (_, n): SheetRow => ({ income: '40', status: n % 2 ? 'approved' : 'rejected' }))
  const sided = Array.from(
    { length: 20 },
    (_, n): SheetRow => ({ income: String(30 + n), status: n > 10 ? 'approved' : 'rejected' }),
  )
  const rows = [...mixed, ...sided]
  expect(answerOf(rows).said).toContainEqual(['income', 'separation_number'])
})

test.each(['number', 'category'] as const)('what has one value or none is left out with a reason: %s', (type) => {
  for (const income of ['5', '']) {
    const { factor, said } = answerOf(
      plain.map(({ status }) => ({ income, status })),
      type,
    )
    expect(factor?.status).toBe('excluded')
    expect(said).toEqual([['income', 'nothing_to_compare']])
  }
})
