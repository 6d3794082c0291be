import { expect, test } from 'vitest'
import { settlement } from './settlement'

test('SR-05 a lump sum shows its share of the balance and the discount', () => {
  expect(settlement('24000.00', '20000.00')).toEqual({ percent: '83.3', discount: '4000.00' })
  expect(settlement('24000.00', '24000.00')).toEqual({ percent: '100.0', discount: '0.00' })
  expect(settlement('10000.00', '10080.00')).toEqual({ percent: '100.8', discount: '-80.00' })
})
