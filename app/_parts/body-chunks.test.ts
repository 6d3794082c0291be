import { expect, test } from 'vitest'
import { chunksOf } from './body-chunks'

test('whoever stops reading a body early lets the rest of it go', async () => {
  let [given, isLetGo] = [0, false]
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array([++given])),
    cancel: () => {
      isLetGo = true
    },
  })
  for await (const chunk of chunksOf(body)) if (chunk[0] === 3) break
  expect(isLetGo).toBe(true)
  expect(given).toBeLessThan(6)
})

test('a body that breaks off is an error, and one that ends comes whole', async () => {
  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('gone')) })
  await expect(chunksOf(broken).next()).rejects.toThrow('gone')
  const whole: Uint8Array[] = []
  for await (const chunk of chunksOf(new Blob(['ab']).stream())) whole.push(chunk)
  expect(Buffer.concat(whole).toString()).toBe('ab')
})
