import { expect, test } from 'vitest'
import { receivedOn } from './received-on'

test('the day a file came is written in the language of the page', () => {
  const office = { timeZone: 'Asia/Shanghai' }
  expect(receivedOn('2026-11-22T17:00:00Z', office, 'zh-CN')).toBe('2026-11-23')
  expect(receivedOn('2026-11-22T17:00:00Z', office, 'en')).toBe('23 Nov 2026')
  expect(receivedOn(null, office, 'en')).toBe('')
})
