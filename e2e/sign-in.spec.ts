import type { Page } from '@playwright/test'
import { emailOf, expect, field, password, type Say, test } from './fixtures'

async function signIn(page: Page, say: Say, email: string, secret = password) {
  await page.goto('/sign-in')
  await field(page, say('signIn.email')).fill(email)
  await field(page, say('signIn.password')).fill(secret)
  await page.getByRole('button', { name: say('signIn.submit'), exact: true }).click()
}

test('a wrong password and an unknown address are told the same, and the right one leads to today', async ({ page, say }) => {
  const refusal = page.getByRole('alert').getByText(say('refusals.wrong_credentials'))
  await signIn(page, say, emailOf('auditor'), 'not-the-password')
  await expect(refusal).toBeVisible()
  await signIn(page, say, 'nobody@demo.test')
  await expect(refusal).toBeVisible()
  await signIn(page, say, emailOf('auditor'))
  await expect(page).toHaveURL(/\/today$/)
})

test('whoever was refused at the address of next-auth itself reads why on the sign-in page', async ({ page, say }) => {
  await page.goto('/sign-in?error=too_many:42')
  await expect(page.getByRole('alert').getByText(say('refusals.too_many', { seconds: '42' }))).toBeVisible()
  await page.goto('/sign-in?error=CredentialsSignin')
  await expect(page.getByRole('alert').getByText(say('refusals.wrong_credentials'))).toBeVisible()
})

test('a client comes to the portal, and cannot get into the office', async ({ page, say }) => {
  await signIn(page, say, emailOf('strangersClient'))
  await expect(page).toHaveURL(/\/portal$/)
  await page.goto('/board')
  await expect(page).toHaveURL(/\/portal$/)
})

test('signing out ends the session: the old cookie opens nothing', async ({ page, say, browser }) => {
  await signIn(page, say, emailOf('otherCounsellor'))
  await expect(page).toHaveURL(/\/today$/)
  const kept = await page.context().storageState()
  await page.getByRole('button', { name: say('shell.signOut') }).click()
  await expect(page).toHaveURL(/\/sign-in$/)

  const thief = await browser.newContext({ storageState: kept })
  const elsewhere = await thief.newPage()
  await elsewhere.goto('/today')
  await expect(elsewhere).toHaveURL(/\/sign-in\?back=%2Ftoday$/)
  expect((await thief.request.get('/api/v1/today')).status()).toBe(401)
  await thief.close()
})

test('going back after signing out shows nothing of anybody', async ({ page, say }) => {
  await signIn(page, say, emailOf('counsellor'))
  await expect(page).toHaveURL(/\/today$/)
  await page.goto('/clients')
  const names = await page.getByRole('table').getByRole('link').allInnerTexts()
  expect(names.length).toBeGreaterThan(5)
  await page
    .getByRole('link', { name: names[0] ?? '' })
    .first()
    .click()
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: say('shell.signOut') }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  for (let steps = 0; steps < 3; steps += 1) {
    await page.goBack()
    await expect(page).toHaveURL(/\/sign-in/)
    const shown = await page.locator('body').innerText()
    expect(names.filter((name) => shown.includes(name))).toEqual([])
  }
})

test('switching the language stays on the page with its filters', async ({ as }) => {
  const page = await as('counsellor')
  await page.goto('/board?whose=client')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/\/board\?whose=client$/)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page).toHaveURL(/\/board\?whose=client$/)
})
