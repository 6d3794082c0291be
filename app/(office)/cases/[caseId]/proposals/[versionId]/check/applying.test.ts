import { expect, test } from 'vitest'
import { applying } from './applying'

test('a version that waives nothing and fits is asked neither what it waives nor why it goes beyond', () => {
  expect(applying({ lines: [{ waived: '0.00' }], affordability: { fits: true } })).toEqual({ waived: false, overReason: false })
  expect(applying({ lines: [], affordability: null })).toEqual({ waived: false, overReason: false })
})

test('what is waived on any loan, and an offer beyond what is disposable, are in the answers', () => {
  const lines = [{ waived: '0.00' }, { waived: '0.01' }]
  expect(applying({ lines, affordability: { fits: false } })).toEqual({ waived: true, overReason: true })
})
