import { expect, test } from 'vitest'
import { newest } from './newest'

test('of each record the list shows the newest version, the last written first', () => {
  const version = (id: string, number: number, savedAt: string) => ({ id, number, savedAt })
  const versions = [
    ...[version('a', 1, '2026-11-01'), version('a', 2, '2026-11-20')],
    ...[version('b', 1, '2026-11-10'), version('b', 2, '2026-11-12')],
  ]
  expect(newest(versions).map(({ id, number }) => `${id}${number}`)).toEqual(['a2', 'b2'])
})
