import { expect, test } from 'vitest'
import { mayBeBarred, nearEnd } from './limitation'

test('what is unpaid for two and a half years is in doubt, a day less and nothing unpaid are not', () => {
  const today = '2026-11-23'
  const asked = ['2022-06-05', '2024-05-23', '2024-05-24', '2026-11-05', null].map((day) => mayBeBarred(day, today))
  expect(asked).toEqual([true, true, false, false, false])
})

test('the end of the three years is named from ninety days before it, and once it is past', () => {
  const ends = ['2023-11-01', '2023-12-05', '2024-02-21', '2024-02-22'].map((from) => nearEnd(from, '2026-11-23'))
  expect(ends).toEqual(['2026-11-01', '2026-12-05', '2027-02-21', undefined])
})
