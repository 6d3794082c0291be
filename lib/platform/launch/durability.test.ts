import { expect, test } from 'vitest'
import { faultsOf } from './durability.mjs'

const good = { fsync: 'on', commit: 'on', version: 180004, trigrams: 4, mighty: false }

test('a server that keeps what it acknowledged is accepted', () => {
  expect(faultsOf(good)).toEqual([])
  expect(faultsOf({ ...good, commit: 'remote_apply', version: 150000 })).toEqual([])
})

test.each([
  [{ fsync: 'off' }, 'fsync'],
  [{ commit: 'off' }, 'synchronous_commit'],
  [{ version: 140012 }, 'PostgreSQL 15'],
  [{ trigrams: 0 }, 'LC_CTYPE'],
  [{ mighty: true }, 'row-level security'],
])('a server with %j is refused', (fault, word) => {
  expect(faultsOf({ ...good, ...fault })).toEqual([expect.stringContaining(word)])
})
