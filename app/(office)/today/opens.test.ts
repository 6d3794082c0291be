import { expect, test } from 'vitest'
import type { RadarKind } from '@/lib/radar/kinds'
import { opens } from './opens'

const some = (...kinds: RadarKind[]) => kinds.map((kind) => ({ kind }))

test('what comes later is folded away, unless a limitation period ends in it', () => {
  expect(opens('LATER', some('TASK', 'INSTALMENT'))).toBe(false)
  expect(opens('LATER', some('TASK', 'LIMITATION'))).toBe(true)
  expect(opens('WEEK', some('TASK'))).toBe(true)
})

test('a list too long to read at once is folded away', () => {
  expect(opens('OVERDUE', some(...Array.from({ length: 31 }, () => 'TASK' as const)))).toBe(false)
})
