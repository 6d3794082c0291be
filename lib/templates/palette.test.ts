import { expect, test } from 'vitest'
import { templateFaults } from '@/lib/letters/render'
import { templateNames } from '@/lib/letters/variables'
import { palette } from './palette'

const all = Object.values(palette()).flat()

test('the editor offers every name of the closed list and no other', () => {
  expect(new Set(all.map(({ name }) => name))).toEqual(templateNames)
})

test('whatever is put in at the cursor compiles: conditions, loops and values', () => {
  const body = all.map(({ insert }) => insert).join('\n')
  expect(templateFaults({ title: '', salutation: '', body, signature: '' })).toEqual([])
  const inserts = Object.fromEntries(all.map(({ name, insert }) => [name, insert]))
  expect(inserts['is_overdue']).toBe('{% if is_overdue %}{% endif %}')
  expect(inserts['attachments']).toContain('{% for item in attachments %}')
  expect(inserts['client_name']).toBe('{{ client_name }}')
})

test('a law is offered with its products and the month its text was read, and with no first day that nobody sourced', () => {
  const card = palette().law.find(({ name }) => name === 'cite_card_70')
  expect(card).toMatchObject({ law: { products: ['CREDIT_CARD'], checked: '2025-04' } })
  expect(card?.zh).toBe('《商业银行信用卡业务监督管理办法》第七十条')
})
