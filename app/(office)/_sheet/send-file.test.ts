import { expect, test, vi } from 'vitest'
import { sendFile } from './send-file'

const megabyte = 1024 * 1024
const table = (bytes: number) => new File([new Uint8Array(bytes)], '往年.csv')

test('a table of 20 MB is sent to be read, and no table too', async () => {
  const read = vi.fn(async (form: FormData) => ({ sent: form.has('file') }))
  expect(await sendFile(table(20 * megabyte), read)).toEqual({ sent: true })
  expect(await sendFile(undefined, read)).toEqual({ sent: false })
})

test('a larger one is not sent, but told why', async () => {
  const read = vi.fn(async () => ({ sent: true }))
  expect(await sendFile(table(20 * megabyte + 1), read)).toEqual({ problem: 'too_large' })
  expect(read).not.toHaveBeenCalled()
})

test('one without a byte is told to be empty, and not taken for none', async () => {
  const read = vi.fn(async () => ({ sent: true }))
  expect(await sendFile(table(0), read)).toEqual({ problem: 'empty' })
  expect(read).not.toHaveBeenCalled()
})
