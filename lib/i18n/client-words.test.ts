import { expect, test } from 'vitest'
import { statementKinds } from '@/lib/clients/statement'
import { budget } from './messages/budget'
import { documents } from './messages/documents'
import { people } from './messages/people'

test('a client meets one word for what they keep aside, the glossary’s, on every page of theirs', () => {
  expect([budget.zh.name.reserve, documents.zh.reserve, people.zh.field.reserve]).toEqual(Array(3).fill('生活预留'))
  expect([budget.en.name.reserve, documents.en.reserve]).toEqual(['Living reserve', 'Living reserve'])
})

test('support and taxes are not called debts to the client who pays them', () => {
  for (const kind of statementKinds) {
    expect(documents.zh.kind[kind]).not.toContain('债')
    expect(documents.en.kind[kind]).not.toMatch(/debt/i)
  }
})
