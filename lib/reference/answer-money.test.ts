import { expect, test } from 'vitest'
import { money } from '@/lib/platform/money'
import { answerMoney } from './answer-money'
import cases from './cases/money.json'

const published = cases.map(({ expected, ...given }) => ({ id: given.id, category: given.category, given, expected }))
const exact = published.filter(({ given }) => !('tolerance' in given))
const printed = published.filter(({ given }) => 'tolerance' in given)

test.each(exact)('$category $id is answered as published', ({ given, expected }) => {
  expect(answerMoney(given)).toEqual(expected)
})

// What was printed is a program's last iterate, or arithmetic of 28 digits; the exact answer lies within the stated tolerance.
test.each(printed)('$category $id is answered within the tolerance of what was printed', ({ given, expected }) => {
  const tolerance = 'tolerance' in given ? String(given.tolerance) : '0'
  for (const [name, value] of Object.entries(expected)) {
    const answered = String(answerMoney(given)?.[name])
    expect(money(answered).minus(String(value)).abs().lte(tolerance)).toBe(true)
  }
})

test('what is expected is not read', () => {
  const [first] = cases
  expect(answerMoney({ ...first, expected: { annual_simple_x12_percent: '99.99' } })).toEqual(first?.expected)
})

test('a category that only people can read is left out', () => {
  expect(answerMoney({ id: 'x', category: 'schedule', inputs: {} })).toBeUndefined()
})

test('several rates of return are answered with the one nearest to zero, as numpy does', () => {
  const inputs = { cash_flows: ['-5', '10.5', '1', '-8', '1'] }
  expect(answerMoney({ id: 'x', category: 'irr', inputs, answer: { irr: 4 } })).toEqual({ irr: '0.0886' })
  // 1,000 x (-1 + 6d - 11d² + 6d³) is zero at d = 1, 1/2 and 1/3: 0, 100 and 200 %.
  const cubic = { cash_flows: ['-1000', '6000', '-11000', '6000'] }
  expect(answerMoney({ id: 'x', category: 'irr', inputs: cubic, answer: { irr_percent: 4 } })).toEqual({ irr_percent: '0.0000' })
})
