import { describe, expect, test } from 'vitest'
import { statementCategories } from '@/lib/clients/statement'
import { budgetOrder, budgetQuestions, linesOf, nextQuestion } from './budget'

describe('the budget in questions', () => {
  test('a client goes on where they stopped, in the order of a month', () => {
    expect(nextQuestion({})).toBe('earnings')
    expect(nextQuestion({ earnings: '5200.00', benefits: '0.00' })).toBe('family')
    expect(nextQuestion(Object.fromEntries(budgetOrder.map((question) => [question, '0'])))).toBeUndefined()
  })
  test('every answer has its place among the categories of a statement, and no place is asked twice', () => {
    const places = Object.values(budgetQuestions).flatMap((place) => (place === null ? [] : [place]))
    for (const [kind, category] of places) expect(statementCategories[kind]).toContain(category)
    expect(new Set(places.map(String)).size).toBe(places.length)
  })
  test('what costs nothing is no line, and the reserve is none either', () => {
    expect(linesOf({ earnings: '5200.00', family: '0.00', food: '900.5', support: '0', reserve: '200.00' })).toEqual([
      { kind: 'income', category: 'EARNINGS', amount: '5200.00' },
      { kind: 'flexible', category: 'FOOD', amount: '900.5' },
    ])
  })
})
