import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const app = new URL('../', import.meta.url).pathname
const pages = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('page.tsx'))

/** A permission looked up by the page itself, which then shows nothing: nobody would hear of it. */
const silent = /!may(?:Ask|Do)\([^)]*\)\)\s*\{?[^;}]{0,120}?(?:notFound\(\)|missing\(\)|return <NotYours)/

test('no page turns somebody away in silence: whoever may not open it leaves a line in the access log', () => {
  expect(pages.length).toBeGreaterThan(60)
  expect(pages.filter((file) => silent.test(readFileSync(`${app}${file}`, 'utf8')))).toEqual([])
})

test.each([
  "if (!mayAsk(actor, 'board.window')) notFound()",
  "if (!mayDo(actor, 'portal.setSafePhrase')) missing()",
  "if (!mayAsk(actor, 'template.get')) return <NotYours />",
  "if (!mayAsk(actor, 'report.get')) {\n    notFound()\n  }",
  "if (shownAs(factor) === undefined || !mayAsk(actor, 'analytics.cases')) notFound()",
])('%s would be silent', (line) => {
  expect(line).toMatch(silent)
})
