import type { Page } from '@playwright/test'
import { expect, type Say, test } from './fixtures'
import { bareCase } from './given'

const palette = (page: Page, say: Say) => page.getByRole('dialog', { name: say('palette.label') })
const field = (page: Page, say: Say) => palette(page, say).getByRole('searchbox')
const lines = (page: Page, say: Say) => palette(page, say).getByRole('menuitem')

/** Scripts run once the cards can be worked on. */
async function ready(page: Page, path = '/board') {
  await page.goto(path)
  await expect(page.getByRole('grid').first()).toBeVisible()
}

test('Ctrl+K finds a client’s case by initials, masked, and Enter opens it', async ({ as, say }) => {
  const page = await as('counsellor')
  const { id, number, name } = await bareCase(page)
  await ready(page)
  await page.keyboard.press('Control+k')
  await expect(field(page, say)).toBeFocused()
  await page.keyboard.type(number)
  const line = lines(page, say).filter({ hasText: number })
  await expect(line).toBeVisible()
  await expect(palette(page, say)).not.toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`))

  await page.keyboard.press('Control+k')
  await expect(lines(page, say).first()).toHaveText(number)
})

test('pages are found by pinyin, initials and English, without asking the server', async ({ as, say }) => {
  const page = await as('counsellor')
  await ready(page)
  await page.keyboard.press('Control+k')
  await expect(palette(page, say)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page, say)).toHaveCount(0)
  // Pages that links lead to are fetched ahead until then, on a busy machine for seconds.
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => {
    // The board behind it goes on showing what colleagues change.
    if (!/\/_next\/static\/|\/api\/v1\/board/.test(request.url())) asked.push(request.url())
  })
  await page.keyboard.press('Control+k')
  await expect(lines(page, say).filter({ hasText: say('shell.today') })).toBeVisible()
  expect(asked).toEqual([])
  for (const typed of ['kehu', 'kh', 'clients', '客户']) {
    await field(page, say).fill(typed)
    await expect(
      lines(page, say)
        .filter({ hasText: say('shell.clients') })
        .first(),
    ).toBeVisible()
  }
})

test('Enter that ends a composition opens nothing', async ({ as, say }) => {
  const page = await as('counsellor')
  await ready(page)
  await page.keyboard.press('Control+k')
  await expect(field(page, say)).toBeFocused()
  await page.keyboard.type('kh')
  await expect(lines(page, say).first()).toBeVisible()
  await field(page, say).evaluate((input) => {
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    for (const type of ['keydown', 'keyup']) {
      input.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))
    }
  })
  await expect(palette(page, say)).toBeVisible()
  await expect(page).toHaveURL(/\/board$/)
})

test('? lists every key; with single keys off C, M and X do nothing, and Ctrl+K still works', async ({ as, say }) => {
  const page = await as('counsellor')
  const { number } = await bareCase(page)
  await ready(page, `/board?q=${number}`)
  const sheet = page.getByRole('dialog', { name: say('keys.title') })
  await page.keyboard.press('?')
  await expect(sheet.getByText(say('keys.list.select'), { exact: true })).toBeVisible()
  await sheet.getByRole('checkbox', { name: say('keys.single') }).uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  await page.getByRole('row', { name: new RegExp(number) }).focus()
  for (const key of ['c', 'm', 'x', '?', 'Shift+P']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/board\?q=/)
  await expect(page.getByRole('region', { name: say('bulk.label') })).toHaveCount(0)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(palette(page, say)).toBeVisible()
})

test('Shift+P covers names, amounts and the title, also after a reload, and uncovers them again', async ({ as, say }) => {
  const page = await as('counsellor')
  const { number } = await bareCase(page)
  await ready(page, `/board?q=${number}`)
  const shown = page.getByRole('row', { name: new RegExp(number) })
  await expect(shown).toBeVisible()
  const remembered = page.waitForResponse((response) => response.url().endsWith('/preferences/cover'))
  await page.keyboard.press('Shift+P')
  const cover = page.getByRole('dialog', { name: say('palette.covered.title') })
  await expect(cover).toBeVisible()
  await expect(shown).toBeHidden()
  await expect(page).toHaveTitle('协商台 Parley')
  await remembered
  await page.reload()
  await expect(cover).toBeVisible()
  await expect(shown).toBeHidden()
  await expect(page).toHaveTitle('协商台 Parley')
  await page.keyboard.press('Shift+P')
  await expect(cover).toHaveCount(0)
  await expect(shown).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(say('board.title')))
})
