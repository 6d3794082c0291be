import { expect, test } from 'vitest'
import { isNameOf } from './signature'

test('SE-14 a typed name signs only for its own person', () => {
  expect(isNameOf(' 古丽米热・艾比布力 ', '古丽米热·艾比布力')).toBe(true)
  expect(isNameOf('李明', '李 明')).toBe(true)
  expect(isNameOf('𠮷田', '吉田')).toBe(false)
  expect(isNameOf('', '李明')).toBe(false)
})
