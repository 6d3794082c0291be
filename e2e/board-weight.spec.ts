import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures'

const most = 260_000

test('the scripts that the board cannot do without weigh at most 260 kB compressed', async ({ as }) => {
  const page = await as('counsellor')
  const html = await (await page.request.get('/board')).text()
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  expect(scripts.length).toBeGreaterThan(5)
  const weights = await Promise.all(
    scripts.map(async ([, source = '']) => gzipSync(await (await page.request.get(source)).body()).length),
  )
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(most)
})
