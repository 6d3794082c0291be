import type { Page } from '@playwright/test'
import { expect, literally, type Say, test } from './fixtures'
import { assessedCase, bareCase, type Kase } from './given'

const card = (page: Page, { number }: Pick<Kase, 'number'>) =>
  page.getByRole('row', { name: new RegExp(`\\b${literally(number)}\\b`) })

/** The board narrowed to one case, with its card in focus. */
async function onCard(page: Page, kase: Kase) {
  await page.goto(`/board?q=${kase.number}`)
  await card(page, kase).focus()
}

const switchOff = async (page: Page, say: Say) => {
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: say('keys.single') }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('P shows what matters of a card, and Escape leaves the card in focus as it was', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await onCard(page, kase)
  await page.keyboard.press('p')
  const peek = page.getByRole('dialog', { name: new RegExp(literally(kase.number)) })
  await expect(peek.getByText('¥12,000.00').first()).toBeVisible()
  await expect(peek.getByText(say('board.peek.noContact'))).toBeVisible()
  await expect(peek).not.toContainText(kase.name)
  await page.keyboard.press('Escape')
  await expect(peek).toHaveCount(0)
  await expect(card(page, kase)).toBeFocused()

  await page.keyboard.press('p')
  await peek.getByRole('link', { name: say('board.peek.open') }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${kase.id}$`))
})

test('with single keys off P and I do nothing', async ({ as, say }) => {
  const page = await as('supervisor')
  const kase = await bareCase(page)
  await page.goto(`/board?q=${kase.number}`)
  await expect(card(page, kase)).toBeVisible()
  await switchOff(page, say)
  await card(page, kase).focus()
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
  for (const key of ['p', 'i']) await page.keyboard.press(key)
  await page.waitForTimeout(300)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(asked.filter((url) => url.includes('/assign'))).toEqual([])
})

test('a supervisor makes a case their own with I; G and then I goes to the inbox and assigns nothing', async ({ as, say }) => {
  const page = await as('supervisor')
  const kase = await bareCase(await as('counsellor'))
  await onCard(page, kase)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)

  await onCard(page, kase)
  const sent = page.waitForResponse((response) => response.url().endsWith(`/cases/${kase.id}/assign`))
  await page.keyboard.press('i')
  expect((await sent).ok()).toBe(true)
  await expect(page.getByText(new RegExp(`^${say('board.assign.mine', { name: '.+' })}$`))).toBeVisible()
  await expect(card(page, kase)).toBeFocused()
})

test('who may not assign does not with I', async ({ as }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await onCard(page, kase)
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
  await page.keyboard.press('i')
  await page.waitForTimeout(300)
  expect(asked).toEqual([])
})

test('[ and ] go through the cases of the list one came from, on the same page of each, and back leads there', async ({
  as,
  say,
}) => {
  const page = await as('counsellor')
  await bareCase(page)
  await page.goto('/cases')
  const rows = page.getByRole('table').getByRole('link')
  const hrefs = await rows.evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href') ?? ''))
  expect(hrefs.length).toBe(3)
  await rows.nth(0).click()
  await expect(page).toHaveURL(new RegExp(`${hrefs[0]}$`))
  const beside = page.getByRole('navigation', { name: say('casePage.beside') })
  await expect(beside.getByRole('link', { name: say('casePage.next') })).toBeVisible()
  await expect(beside.getByRole('link', { name: say('casePage.previous') })).toHaveCount(0)
  await page.keyboard.press(']')
  await expect(page).toHaveURL(new RegExp(`${hrefs[1]}$`))
  await page.getByRole('link', { name: say('casePage.tab.money'), exact: true }).click()
  await expect(page).toHaveURL(/\/money$/)
  await page.keyboard.press(']')
  await expect(page).toHaveURL(new RegExp(`${hrefs[2]}/money$`))
  await page.keyboard.press('[')
  await expect(page).toHaveURL(new RegExp(`${hrefs[1]}/money$`))
  await beside.getByRole('link', { name: say('casePage.from.list') }).click()
  await expect(page).toHaveURL(/\/cases(\?.*)?$/)
})

test('on a case opened from the board the cases beside it are the board’s', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await onCard(page, kase)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${kase.id}$`))
  const beside = page.getByRole('navigation', { name: say('casePage.beside') })
  await expect(beside.getByText(say('casePage.position', { position: 1, count: 1 }))).toBeVisible()
  await beside.getByRole('link', { name: say('casePage.from.board') }).click()
  await expect(page).toHaveURL(new RegExp(`/board\\?q=${kase.number}$`))
})

test('a case whose address was typed in claims no list', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await page.goto(`/cases/${kase.id}`)
  await expect(page.getByRole('main').getByRole('link', { name: say('casePage.back') })).toBeVisible()
  await expect(page.getByRole('navigation', { name: say('casePage.beside') })).toHaveCount(0)
})

test('Ctrl+Enter sends the form one writes in, not while composing', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await page.goto(`/cases/${kase.id}`)
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: say('contacts.log') })
  const summary = form.getByLabel(say('contacts.field.summary'))
  await summary.fill('客服说三个工作日内答复。')
  await summary.evaluate((field) => {
    const held = { key: 'Enter', keyCode: 229, ctrlKey: true, bubbles: true, cancelable: true }
    field.dispatchEvent(new KeyboardEvent('keydown', held))
  })
  await expect(form).toBeVisible()
  await summary.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByText('客服说三个工作日内答复。').first()).toBeVisible()
})
