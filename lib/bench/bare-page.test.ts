import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { barePage } from './bare-page.mjs'

const html = `<!doctype html><html><head><link rel="stylesheet" href="/portal.css"/><link rel="preload" as="script" href="/a.js"/></head>
<body><main>您好</main><script>var a = '</main>'</script><script src="/a.js"></script></body></html>`

test('the page beside ours says the same, has its style inside, runs nothing and fetches nothing', () => {
  const page = gunzipSync(barePage(html, ['main { color: #123456 }'], 400)).toString()
  expect(page).toContain('<main>您好</main>')
  expect(page).toContain('<style>main { color: #123456 }</style>')
  expect(page).not.toMatch(/<script|<link|src=/)
})

test('it weighs what ours weighs, to a few bytes', () => {
  for (const weight of [2_000, 9_000, 30_000]) {
    const { length } = barePage(html, ['main { color: #123456 }'], weight)
    expect(length).toBeGreaterThanOrEqual(weight)
    expect(length).toBeLessThan(weight + 40)
  }
})
