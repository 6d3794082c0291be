import { expect, test } from 'vitest'
import { afterDeadlock } from './after-deadlock'

const failing = (code: string, times: number) => {
  let calls = 0
  return async () => {
    calls += 1
    if (calls <= times) throw Object.assign(new Error('the database'), { code })
    return calls
  }
}

test('a transaction that was undone for others is done again', async () => {
  expect(await afterDeadlock(failing('40P01', 2))).toBe(3)
})
test('it is not done for ever', async () => {
  await expect(afterDeadlock(failing('40P01', 3))).rejects.toThrow('the database')
})
test('what may have happened is never repeated by itself', async () => {
  await expect(afterDeadlock(failing('57P01', 1))).rejects.toThrow('the database')
})
