import { expect, field, test } from './fixtures'
import { somebody } from './given'

test('a broken connection leaves what was typed on the way in, and trying again goes through', async ({ page, say }) => {
  await page.goto('/sign-in')
  await field(page, say('signIn.email')).fill('auditor@demo.test')
  await field(page, say('signIn.password')).fill('parley-demo-2026')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('signIn.submit'), exact: true }).click()
  await expect(page.getByRole('alert').getByText(say('faults.offline'))).toBeVisible()
  await expect(field(page, say('signIn.email'))).toHaveValue('auditor@demo.test')
  await expect(field(page, say('signIn.password'))).toHaveValue('parley-demo-2026')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: say('signIn.submit'), exact: true }).click()
  await expect(page).toHaveURL(/\/today$/)
})

test('the form that sets an office up keeps its entries when the connection breaks', async ({ page, say }) => {
  await page.goto('/setup')
  const organisation = page.getByLabel(say('signIn.organisation'), { exact: true })
  await organisation.fill('青石债务援助中心')
  await page.getByLabel(say('signIn.yourName'), { exact: true }).fill('白芷')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('signIn.create'), exact: true }).click()
  await expect(page.getByRole('alert').getByText(say('faults.offline'))).toBeVisible()
  await expect(organisation).toHaveValue('青石债务援助中心')
  await expect(page.getByLabel(say('signIn.yourName'), { exact: true })).toHaveValue('白芷')
})

test('looking for a client without a connection says so, and finds nobody once it is back', async ({ as, say }) => {
  const page = await as('counsellor')
  const { name } = somebody()
  await page.goto('/clients/new')
  await field(page, say('people.field.name')).fill(name)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('people.check'), exact: true }).click()
  await expect(page.getByRole('alert').getByText(say('faults.offline'))).toBeVisible()
  await expect(field(page, say('people.field.name'))).toHaveValue(name)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: say('people.check'), exact: true }).click()
  await expect(page.getByText(say('people.nobodySame'))).toBeVisible()
})
