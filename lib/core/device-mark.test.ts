import { expect, test, vi } from 'vitest'

vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { deviceOf, isDeviceOf } = await import('./device-mark')

test('a mark counts for the account it was given to, and only as it was given', () => {
  const mark = deviceOf('li@example.test')
  expect(isDeviceOf('li@example.test', mark)).toBe(true)
  expect(isDeviceOf('wang@example.test', mark)).toBe(false)
  // Each way of writing it would have tries of its own.
  for (const other of [`${mark}.`, `${mark}.1`, `${mark}x`, '', undefined])
    expect(isDeviceOf('li@example.test', other)).toBe(false)
})
