import { expect, test } from 'vitest'
import { namedFindings, namedGaps } from './gaps'

test('a gap is named once; a colon with nothing behind it is the empty list of enclosures, and nothing beside named gaps', () => {
  expect(namedGaps(['lump_source', '：。'])).toEqual(['lump_source'])
  expect(namedGaps(['：。'])).toEqual(['attachments'])
  expect(namedGaps([])).toEqual([])
  const promise = { code: 'promise', word: '包过' } as const
  const gap = { code: 'empty_value', word: 'asks' } as const
  expect(namedFindings([gap, promise, gap])).toEqual([gap, promise])
})
