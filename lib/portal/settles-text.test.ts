import { expect, test } from 'vitest'
import { settlesText } from './settles-text'

test('a client reads what a payment settles first, by law or by contract, and nothing where there is one thing to settle', () => {
  const byLaw = { claims: ['costs', 'interest', 'principal'], isByLaw: true } as const
  expect(settlesText(byLaw, 'zh-CN')).toBe(
    '您还的钱会先还最早的一期；在同一期里，先还费用，再还利息，最后还本金。这是法律规定的顺序。',
  )
  expect(settlesText({ claims: ['principal', 'interest'], isByLaw: false }, 'en')).toBe(
    'What you pay goes to the oldest instalment first; within an instalment it pays principal first, then interest. Your contract sets this order.',
  )
  expect(settlesText({ claims: ['principal'], isByLaw: true }, 'en')).toBeUndefined()
})
