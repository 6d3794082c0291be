import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { fill } from './fill'

test('how long to wait reads right for one second as for many: this way of filling knows no plural', () => {
  const told = (seconds: number) => fill(messages.en.refusals.too_many, { seconds })
  expect(told(1)).not.toContain('1 seconds')
  expect(told(40)).toContain('40')
})

test('a word without a value becomes an ellipsis', () => {
  expect(fill('at most {limit} bytes', {})).toBe('at most … bytes')
})
