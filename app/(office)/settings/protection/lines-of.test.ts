import { expect, test } from 'vitest'
import { linesOf } from './lines-of'

test('case numbers may come a line each or with commas of either language, and twice means once', () => {
  expect(linesOf(' XS-0001\r\nXS-0002，XS-0003、XS-0001\n\n')).toEqual(['XS-0001', 'XS-0002', 'XS-0003'])
  expect([linesOf(''), linesOf(undefined)]).toEqual([[], []])
})
