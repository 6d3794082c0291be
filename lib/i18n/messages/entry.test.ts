import { expect, test } from 'vitest'
import { entry } from './entry'

test('the pause after wrong codes and whom to call are two sentences', () => {
  expect(`${entry.en.locked}${entry.en.lockedCall}`).toMatch(/try again\. Or call us/)
  expect(`${entry.zh.locked}${entry.zh.lockedCall}`).toMatch(/再试。也可以/)
})
