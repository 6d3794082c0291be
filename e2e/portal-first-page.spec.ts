import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { get, post, somebody } from './given'

/** What a slow phone pays before anything can be read, and what somebody does who has to leave at once. */
const phone = { viewport: { width: 360, height: 800 }, hasTouch: true, javaScriptEnabled: false }

/** Bytes of a page and of the style sheets it names, compressed as they are sent. */
async function weightOf(page: Page, path: string) {
  const html = await (await page.request.get(path)).text()
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href]) => href ?? '')
  expect(sheets.length).toBeGreaterThan(0)
  let bytes = gzipSync(html).length
  for (const sheet of sheets) bytes += gzipSync(await (await page.request.get(sheet)).body()).length
  return bytes
}

async function invited(counsellor: Page, browser: Browser) {
  const { id } = await post<{ id: string }>(counsellor, 'clients', { ...somebody(), processingConsent: 'PAPER' })
  await post(counsellor, `clients/${id}/invitations`, {})
  const { invitations } = await get<{ invitations: { id: string }[] }>(counsellor, `clients/${id}/invitations`)
  const show = async (part: string) =>
    (await post<{ value: string }>(counsellor, `clients/${id}/invitations/${invitations[0]?.id}/show`, { part })).value
  return { id, path: await show('link'), code: await show('code'), page: await (await browser.newContext(phone)).newPage() }
}

test('the first pages weigh less than 100 kB, style and all, and stand without a script', async ({ as, browser }) => {
  const page = await as('client', phone)
  for (const path of ['/portal', '/portal/documents', '/portal/consents'])
    expect(await weightOf(page, path), path).toBeLessThan(100_000)
  const { path, page: unknown } = await invited(await as('counsellor'), browser)
  expect(await weightOf(unknown, path)).toBeLessThan(100_000)
  await unknown.context().close()
})

test('in large letters on a narrow phone each button at the top stays one line', async ({ as, baseURL }) => {
  const page = await as('client', phone)
  const url = baseURL ?? ''
  await page.context().addCookies([
    { name: 'parley.text', value: 'large', url },
    { name: 'parley.locale', value: 'en', url },
  ])
  await page.goto('/portal')
  for (const tool of await page.locator('.top .tool').all())
    expect((await tool.boundingBox())?.height, await tool.innerText()).toBeLessThan(50)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('who must leave at once sees the weather, and the way back is closed', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { id, path, code, page } = await invited(counsellor, browser)
  await page
    .context()
    .route('https://www.weather.com.cn/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>晴</h1>' }),
    )
  const { version } = await get<{ version: number }>(counsellor, `clients/${id}`)
  await post(counsellor, `clients/${id}`, { version, quickExit: true }, 'PATCH')
  await page.goto(path)
  await page.locator('[name=code]').fill(code)
  await page.getByRole('button', { name: say('entry.submit'), exact: true }).click()
  await expect(page).toHaveURL(/\/portal$/)
  await page.getByRole('button', { name: say('portal.leave') }).click()
  await expect(page.getByRole('heading', { name: '晴' })).toBeVisible()
  await page.goto('/portal')
  await expect(page).not.toHaveURL(/\/portal$/)
  await page.context().close()
})

test('the office shows a link as a code that is drawn here, with no call to another site', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { id, page } = await invited(counsellor, browser)
  await page.context().close()
  const strangers: string[] = []
  await counsellor.goto(`/clients/${id}`)
  const { origin } = new URL(counsellor.url())
  counsellor.on('request', (request) => request.url().startsWith(origin) || strangers.push(request.url()))
  await counsellor.getByRole('button', { name: say('entry.office.show.link') }).click()
  await expect(counsellor.getByRole('img', { name: say('entry.office.qr') })).toBeVisible({ timeout: 30_000 })
  expect(strangers).toEqual([])
})
