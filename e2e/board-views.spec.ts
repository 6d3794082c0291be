import type { Page } from '@playwright/test'
import { expect, field, type Say, test } from './fixtures'
import { get, post } from './given'

const button = (page: Page, say: Say) => page.getByRole('button', { name: new RegExp(`^${say('views.label')}`) })
const item = (page: Page, name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) })

async function open(page: Page, say: Say, name: string) {
  await button(page, say).click()
  await item(page, name).click()
}

/** Every view of this account is taken away, so that a run before leaves nothing behind. */
async function tidy(page: Page) {
  const { views } = await get<{ views: { id: string; isMine: boolean }[] }>(page, 'views')
  for (const { id } of views.filter(({ isMine }) => isMine)) await post(page, `views/${id}/remove`, {})
}

test('a view without any filter is saved, opens the board, is renamed, shared, changed and removed', async ({ as, say }) => {
  const [page, colleague] = [await as('otherCounsellor'), await as('counsellor')]
  await tidy(page)
  const name = `视图${Date.now() % 100_000}`
  await page.goto('/board?view=all')
  await page.getByRole('link', { name: say('views.density.compact') }).click()
  await expect(page).toHaveURL(/density=compact/)

  await open(page, say, say('views.saveNew'))
  const dialog = page.getByRole('dialog')
  await field(dialog, say('views.dialog.name')).fill(name)
  await dialog.getByRole('checkbox', { name: say('views.dialog.chosen') }).check()
  await dialog.getByRole('button', { name: say('views.dialog.save') }).click()
  await expect(button(page, say)).toContainText(name)

  await page.goto('/board')
  await expect(page).toHaveURL(/view=[^&]+&density=compact/)
  await expect(button(page, say)).toContainText(name)

  await open(page, say, say('views.edit', { name }))
  await field(dialog, say('views.dialog.name')).fill(`${name}乙`)
  await dialog.getByRole('checkbox', { name: say('views.dialog.share') }).check()
  await dialog.getByRole('button', { name: say('views.dialog.save') }).click()
  await expect(button(page, say)).toContainText(`${name}乙`)

  await page.getByRole('button', { name: say('board.filter.whose'), exact: true }).click()
  await page.getByRole('menuitemradio', { name: say('words.mover.creditor') }).click()
  await expect(page.getByRole('img', { name: say('views.changed') })).toBeVisible()
  await page.getByRole('button', { name: say('views.update'), exact: true }).click()
  await expect(page.getByRole('img', { name: say('views.changed') })).toHaveCount(0)

  await colleague.goto('/board?view=all')
  await open(colleague, say, `${name}乙`)
  await expect(colleague).toHaveURL(/whose=creditor.*density=compact/)

  await open(page, say, say('views.edit', { name: `${name}乙` }))
  await dialog.getByRole('button', { name: say('views.dialog.remove') }).click()
  await dialog.getByRole('button', { name: say('views.dialog.remove') }).click()
  await expect(page).toHaveURL(/\/board\?view=all$/)
  await page.goto('/board')
  await expect(page).toHaveURL(/\/board$/)
})

test('a view stands in the address, so that a colleague without it sees the same cases', async ({ as, say }) => {
  const page = await as('counsellor')
  await page.goto('/board?view=00000000-0000-4000-8000-000000000000&whose=creditor&density=compact')
  const chip = say('board.filter.chip', { name: say('board.filter.whose'), value: say('words.mover.creditor') })
  await expect(page.getByRole('button', { name: chip })).toBeVisible()
  await expect(button(page, say)).toContainText(say('views.all'))
})
