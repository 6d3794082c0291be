import { describe, expect, test } from 'vitest'
import { networkOf, waitAfterFailures } from './session-rules'

describe('throttling of sign-in', () => {
  test('the first failures cost nothing', () => {
    expect([0, 1, 4].map(waitAfterFailures)).toEqual([0, 0, 0])
  })
  test('then each failure doubles the wait, up to fifteen minutes', () => {
    expect([5, 6, 7, 20, 500].map(waitAfterFailures)).toEqual([2, 4, 8, 900, 900])
  })
  test('a network is a /24 or a /64', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113')
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  })
  test('an address is in its network however it is written', () => {
    const networks = ['2001:db8::5:6:7:8', '2001:db8::1', '2001:DB8:0:0::2', '2001:0db8:0000::3'].map(networkOf)
    expect(new Set(networks)).toEqual(new Set(['2001:db8:0:0']))
    expect(networkOf('2001:db8::1:0:0:0:1')).toBe('2001:db8:0:1')
    expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113')
  })
})
