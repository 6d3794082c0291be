import { expect, test } from 'vitest'
import { checklist } from './checklist'
import { linesOf, repeatedLine, rulesOf } from './checklist-lines'

const lines = [
  { options: ['RESIGNATION_CERT', 'PAYSLIP'], required: true, months: null },
  { options: ['BANK_STATEMENT'], required: true, months: 6 },
  { options: ['INCOME_PROOF'], required: true, months: null },
]

test('SE-10 the lines an office writes are the lines a client is asked for, in that order', () => {
  const asked = checklist(rulesOf('UNEMPLOYMENT', lines), ['UNEMPLOYMENT'], { items: [], requested: [] })
  expect(asked.map(({ options, required, months }) => ({ options, required, months: months?.wanted ?? null }))).toEqual(lines)
})

test('a checklist read and written again is the same, also with more than nine lines', () => {
  const many = Array.from({ length: 12 }, (_, n) => ({ options: [`KIND_${n}`], required: n % 2 === 0, months: n || null }))
  expect(linesOf(rulesOf(null, many))).toEqual(many)
})

test('a line that stands twice is found, however its alternatives are ordered', () => {
  const again = { options: ['PAYSLIP', 'RESIGNATION_CERT'], required: false, months: null }
  expect(repeatedLine(lines)).toBeUndefined()
  expect(repeatedLine([...lines, again])).toBe(3)
  expect(repeatedLine([{ options: ['PAYSLIP', 'PAYSLIP'], required: true, months: null }])).toBe(0)
})
