import type { Locator, Page } from '@playwright/test'
import { expect, type Say, test } from './fixtures'
import { draftingCase } from './given'

/** The word that has an explanation, and the explanation where it is shown. */
const word = (scope: Page | Locator, text: string) => scope.getByRole('button', { name: text, exact: true })
const explanation = (page: Page, say: Say) => page.locator('body > * p:visible').getByText(say('glossary.terms.principal.says'))

async function moneyOf(page: Page) {
  const { id } = await draftingCase(page)
  await page.goto(`/cases/${id}/money`)
  return id
}

test('a term is explained by click and by Enter, and Escape puts the explanation away', async ({ as, say }) => {
  const page = await as('counsellor')
  await moneyOf(page)
  const principal = word(page, say('words.bucket.principal'))
  await principal.click()
  await expect(explanation(page, say)).toBeVisible()
  await expect(page.getByText(say('glossary.terms.principal.example')).last()).toBeVisible()
  await page.mouse.move(5, 5)
  await page.waitForTimeout(600) // longer than what the pointer opened would stay
  await expect(explanation(page, say)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(explanation(page, say)).toHaveCount(0)
  await expect(principal).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(explanation(page, say)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(explanation(page, say)).toHaveCount(0)
})

test('under the pointer it opens, stays while the pointer is in it, and goes with it', async ({ as, say }) => {
  const page = await as('counsellor')
  await moneyOf(page)
  await word(page, say('words.bucket.principal')).hover()
  await expect(explanation(page, say)).toBeVisible()
  await explanation(page, say).hover()
  await page.waitForTimeout(600)
  await expect(explanation(page, say)).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(explanation(page, say)).toHaveCount(0)

  await word(page, say('words.bucket.principal')).hover()
  await expect(explanation(page, say)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(explanation(page, say)).toHaveCount(0)
})

test('who listens hears the sentence as the description of the word, without opening it', async ({ as, say }) => {
  const page = await as('counsellor')
  await moneyOf(page)
  await expect(word(page, say('words.bucket.principal'))).toHaveAccessibleDescription(
    new RegExp(`^${say('glossary.terms.principal.says')}`),
  )
})

test('on a phone a tap opens it, and a tap elsewhere puts it away', async ({ as, say }) => {
  const page = await as('counsellor', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await moneyOf(page)
  await word(page, say('words.bucket.principal')).tap()
  await expect(explanation(page, say)).toBeVisible()
  const box = await explanation(page, say).boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
  await page.getByRole('heading', { level: 1 }).tap()
  await expect(explanation(page, say)).toHaveCount(0)
})

test('each term stands with its example on the page of terms, which the sheet of keys and the palette lead to', async ({
  as,
  say,
}) => {
  const page = await as('auditor')
  await page.goto('/today')
  const link = page.getByRole('dialog').getByRole('link', { name: say('keys.glossary') })
  // Keys are heard once scripts run.
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await link.click()
  await expect(page).toHaveURL(/\/glossary$/)
  await expect(page.getByRole('heading', { level: 1, name: say('glossary.title') })).toBeVisible()
  await expect(page.getByRole('term')).toHaveCount(22)
  await expect(page.getByText(say('glossary.terms.interestFreeze.says'))).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('shuyu')
  await expect(page.getByRole('menuitem', { name: say('glossary.title') })).toBeVisible()
})

test('without scripts a client opens what the words of the own proposal mean', async ({ as, say }) => {
  const page = await as('otherClient', { javaScriptEnabled: false })
  await page.goto('/portal')
  const means = page.getByRole('group').filter({ hasText: say('glossary.terms.creditRecord.name') })
  await expect(means.getByText(say('glossary.terms.creditRecord.says'))).toBeHidden()
  await means.getByText(say('glossary.means')).click()
  await expect(means.getByText(say('glossary.terms.creditRecord.says'))).toBeVisible()
})
