import type { Page } from '@playwright/test'
import { expect, field, type Say, test } from './fixtures'
import { bareCase, get, type Kase, post } from './given'

type Directory = { creditors: { id: string; products: { id: string }[] }[] }

/** Three cases of one new client with three creditors, and the board narrowed to them. */
async function threeCases(page: Page) {
  const first = await bareCase(page)
  const { clientId, productId, name } = first
  const { creditors } = await get<Directory>(page, 'creditors')
  const others = creditors.filter(({ products }) => products.length > 0 && products.every(({ id }) => id !== productId))
  const cases = [first]
  for (const { id: creditorId, products } of others.slice(0, 2)) {
    cases.push(await post<Kase>(page, 'cases', { clientId, creditorId, productId: products[0]?.id }))
  }
  await page.goto(`/board?q=${encodeURIComponent(name)}`)
  for (const { number } of cases) await expect(card(page, number)).toBeVisible()
  return cases
}

const card = (page: Page, number: string) => page.getByRole('row', { name: new RegExp(`\\b${number}\\b`) })
const bar = (page: Page, say: Say) => page.getByRole('region', { name: say('bulk.label') })
const ownerOf = async (page: Page, { id }: Kase) => (await get<{ owner: { name: string } }>(page, `cases/${id}`)).owner.name
const ownersOf = async (page: Page, cases: Kase[]) => [...new Set(await Promise.all(cases.map((one) => ownerOf(page, one))))]

async function chooseAll(page: Page, say: Say, [first]: Kase[]) {
  await card(page, first?.number ?? '').focus()
  await page.keyboard.press('x')
  await bar(page, say)
    .getByRole('button', { name: say('bulk.allMatching', { count: 3 }) })
    .click()
  await expect(bar(page, say)).toContainText(say('bulk.chosen', { count: 3 }))
}

/** Somebody else than whose they are now. */
async function assignTo(page: Page, say: Say, name: string) {
  await bar(page, say)
    .getByRole('button', { name: say('bulk.deed.assign') })
    .click()
  const dialog = page.getByRole('dialog')
  await field(dialog, say('bulk.field.owner')).selectOption({ label: name })
  await expect(dialog.getByText(say('bulk.willChange', { count: 3 }))).toBeVisible()
  await dialog.getByRole('button', { name: say('bulk.run', { count: 3 }) }).click()
  return dialog
}

test('all cases that fit the filter are assigned at once, with their number said, and one undo gives them all back', async ({
  as,
  say,
}) => {
  const page = await as('supervisor')
  const cases = await threeCases(page)
  const [before = ''] = await ownersOf(page, cases)
  await chooseAll(page, say, cases)
  const dialog = await assignTo(page, say, '李文静')
  await expect(dialog.getByText(say('bulk.result.done', { count: 3 }))).toBeVisible()
  expect(await ownersOf(page, cases)).toEqual(['李文静'])
  await dialog.getByRole('button', { name: say('bulk.undo') }).click()
  await expect(page.getByText(say('bulk.undone', { count: 3 }))).toBeVisible()
  expect(await ownersOf(page, cases)).toEqual([before])
})

test('a case that fails is named and stays chosen, the others are done, and trying again does the rest', async ({ as, say }) => {
  const page = await as('supervisor')
  const cases = await threeCases(page)
  const [, second] = cases
  await chooseAll(page, say, cases)
  const lost = `**/api/v1/cases/${second?.id}/assign`
  await page.route(lost, (route) => route.abort())
  const dialog = await assignTo(page, say, '李文静')
  await expect(dialog.getByText(say('bulk.result.failed', { count: 1 }))).toBeVisible()
  await expect(dialog.getByRole('link', { name: new RegExp(second?.number ?? '-') })).toBeVisible()
  await page.unroute(lost)
  await dialog.getByRole('button', { name: say('bulk.retry') }).click()
  await expect(dialog.getByText(say('bulk.result.done', { count: 3 }))).toBeVisible()
  expect(await ownersOf(page, cases)).toEqual(['李文静'])
})

test('X and Shift with the arrows choose cards, Escape lets them go, and a date is set for those chosen', async ({ as, say }) => {
  const page = await as('counsellor')
  const [first, second] = await threeCases(page)
  await card(page, first?.number ?? '').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page, say)).toContainText(say('bulk.chosen', { count: 2 }))
  await page.keyboard.press('Escape')
  await expect(bar(page, say)).toHaveCount(0)

  await card(page, second?.number ?? '').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await field(dialog, say('bulk.field.dueOn')).fill('2030-01-15')
  await dialog.getByRole('button', { name: say('bulk.run', { count: 1 }) }).click()
  await expect(dialog.getByText(say('bulk.result.done', { count: 1 }))).toBeVisible()
  const { dueOn } = await get<{ dueOn: string }>(page, `cases/${second?.id}`)
  expect(dueOn).toBe('2030-01-15')
})

test('chosen cases are exported, and no others', async ({ as, say }) => {
  const page = await as('counsellor')
  const cases = await threeCases(page)
  await chooseAll(page, say, cases)
  const download = page.waitForEvent('download')
  await bar(page, say)
    .getByRole('link', { name: say('bulk.deed.export') })
    .click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  const serials = cases.map(({ number }) => `serials=${Number(number.replace(/\D/g, ''))}`).join('&')
  const csv = await (await page.request.get(`/api/v1/exports/cases?format=csv&${serials}`)).text()
  expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
})
