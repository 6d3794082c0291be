import { expect, test } from 'vitest'
import { mayBeBarred } from './limitation'

test('what is unpaid for two and a half years is in doubt, a day less and nothing unpaid are not', () => {
  const today = '2026-11-23'
  const asked = ['2022-06-05', '2024-05-23', '2024-05-24', '2026-11-05', null].map((day) => mayBeBarred(day, today))
  expect(asked).toEqual([true, true, false, false, false])
})
