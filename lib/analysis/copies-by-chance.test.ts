import { expect, test } from 'vitest'
import { analyse } from './analyse'
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

type Income = (roll: Dice) => string

const cents: Income = (roll) => (5000 + 1500 * normal(roll)).toFixed(2)
const yuan: Income = (roll) => String(3000 + Math.floor(9000 * roll()))

/** Some share one value that stands for itself, not for a case. */
const often =
  (value: string, share: number): Income =>
  (roll) =>
    roll() < share ? value : cents(roll)

const caseWith =
  (income: Income, more: (roll: Dice, index: number) => SheetRow = () => ({})) =>
  (roll: Dice, index: number): SheetRow => {
    const proof = yes(roll, 0.5)
    return { proof, income: income(roll), ...more(roll, index), status: decided(roll, proof === 'yes' ? 1.1 : -1.1) }
  }

function answerOf(rows: readonly SheetRow[]) {
  const answered = analyse(rows, spec, 'en')
  if ('fault' in answered) throw new Error(answered.fault.code)
  const { warnings, multiplicity } = answered.result
  const [told] = warnings.flatMap(({ values }) => (values['key']?.startsWith('copied') ? [values] : []))
  return { isFound: multiplicity.findings.includes('proof'), key: told?.['key'], n: Number(told?.['n'] ?? 0) }
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const told = (draw: (roll: Dice, index: number) => SheetRow, n = 400) =>
  seeds.map((seed) => answerOf(office(n, seed, draw))).filter(({ key }) => key !== undefined)

/** Only the band goes with the income, so that incomes near each other agree in more than others do. */
const band = (roll: Dice): SheetRow => {
  const income = yuan(roll)
  return { income, band: income.slice(0, -3) }
}

const anonymous = (word: string) => (roll: Dice, index: number) => ({ client: yes(roll, 0.3) === 'yes' ? word : `k${index}` })
const lender = (roll: Dice) => ({ lender: pick(roll, ['A', 'B', 'C']) })

test.each([
  ['no income', caseWith(often('0', 0.15))],
  ['no income of many', caseWith(often('0.00', 0.3))],
  ['a minimum wage', caseWith(often('2690', 0.2), lender)],
  ['clients without a name', caseWith(cents, anonymous('匿名'))],
  ['contracts that nobody knows', caseWith(cents, anonymous('未知'))],
])('rows that share %s are no copies', (_, draw) => {
  expect(told(draw)).toEqual([])
})

test('nor are rows whose incomes meet by chance', () => {
  expect(told(caseWith(yuan)).length).toBeLessThanOrEqual(1)
  expect(told(caseWith(yuan), 1000).length).toBeLessThanOrEqual(1)
  expect(told(caseWith(yuan, band)).length).toBeLessThanOrEqual(1)
})

test.each([
  ['cents', cents],
  ['whole yuan', yuan],
  ['a heap at nothing', often('0', 0.2)],
])('a fifth of the rows listed twice are told of: %s', (_, income) => {
  for (const seed of seeds) {
    const rows = office(400, seed, caseWith(income))
    const { key, n, isFound } = answerOf([...rows, ...rows.slice(0, 80)])
    expect([key, isFound]).toEqual(['copied_rows_many', false])
    expect(Math.abs(n - 75)).toBeLessThanOrEqual(20)
  }
})

test('a sheet pasted twice is told of, whatever its rows share', () => {
  for (const seed of seeds) {
    const rows = office(200, seed, caseWith(often('0', 0.3), lender))
    expect(answerOf([...rows, ...rows]).key).toBe('copied_rows_many')
  }
})
