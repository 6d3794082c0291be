import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { locales } from '@/db/vocabulary'
import { expect, test } from './fixtures'
import { walk } from './routes'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds in the way of somebody, by rule and place; in the dark only colours can differ. */
async function barriers(page: Page, path: string) {
  const inLight = await new AxeBuilder({ page }).withTags(rules).analyze()
  await page.evaluate(nightFalls)
  const inDark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  return [...inLight.violations, ...inDark.violations.map(({ id, ...rest }) => ({ id: `${id} (dark)`, ...rest }))].flatMap(
    ({ id, nodes }) => nodes.map(({ target, html }) => `${path}: ${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  )
}

/** The dark theme, once every colour has changed over. */
async function nightFalls() {
  document.documentElement.setAttribute('data-theme', 'dark')
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished)) // one that is called off is over too
}

/** Everything the browser complains of while a page is looked at, and every word it says to anybody but us. */
function listen(page: Page, said: string[]) {
  const origin = new URL(process.env.PARLEY_E2E_URL ?? '').origin
  const at = () => new URL(page.url()).pathname
  page.on('console', (message) => message.type() === 'error' && said.push(`${at()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`${at()}: ${error.message}`))
  page.on('response', (answer) => answer.status() >= 500 && said.push(`${answer.status()} ${answer.url()}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) said.push(`${at()} asks ${url.origin}`)
  })
}

test.describe.configure({ mode: 'parallel' }) // the longest of all tests: each language on a worker of its own

for (const locale of locales) {
  test(`no page of the product has a barrier that axe knows, in ${locale}, by day and by night`, async ({ as, browser }) => {
    test.setTimeout(900_000)
    const found: string[] = []
    const many = await walk({
      ...{ as, browser, locale },
      look: async (page, path) => void found.push(...(await barriers(page, path))),
    })
    expect(found).toEqual([])
    expect(many).toBeGreaterThan(30)
  })
}

test('no page complains in the console, asks another server, or breaks', async ({ as, browser }) => {
  test.setTimeout(600_000)
  const said: string[] = []
  const meet = (page: Page) => listen(page, said)
  await walk({ as, browser, locale: 'zh-CN', meet, look: (page) => page.waitForTimeout(200) })
  expect(said.filter((line) => !line.startsWith('/no-such-page'))).toEqual([])
})
