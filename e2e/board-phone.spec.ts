import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Say, test } from './fixtures'

const viewport = { width: 390, height: 844 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const choiceOf = (page: Page, say: Say) => page.getByRole('combobox', { name: say('board.phone.stage') })
const cardsOf = (page: Page) => page.locator('main a[href^="/cases/"]:visible').filter({ has: page.locator('b') })

/** Where the choice and the first two cards stand. */
const places = async (page: Page, say: Say) =>
  Promise.all(
    [choiceOf(page, say), cardsOf(page).nth(0).locator('b'), cardsOf(page).nth(1).locator('b')].map(async (one) =>
      Math.round((await one.boundingBox())?.y ?? -1),
    ),
  )

/** Lets no script through until it is told to. */
async function holdScripts(page: Page) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  return () => letGo()
}

test('without scripts a phone shows one stage of the board, and the choice shows another', async ({ as, say }) => {
  const page = await as('counsellor', { viewport, javaScriptEnabled: false })
  await page.goto('/board?view=all')
  const shown = page.locator('main section:visible')
  await expect(shown).toHaveCount(1)
  for (const section of await page.locator('main section').all()) {
    const name = (await section.locator('h2').textContent()) ?? ''
    const option = choiceOf(page, say).locator('option', { hasText: name.replace(/\s*\d+$/, '') })
    await choiceOf(page, say).selectOption((await option.first().getAttribute('value')) ?? '')
    await expect(section).toBeVisible()
    await expect(shown).toHaveCount(1)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('on a phone nothing of the board moves once scripts run, and what was chosen before stays chosen', async ({ as, say }) => {
  const page = await as('counsellor', { viewport })
  const letGo = await holdScripts(page)
  await page.goto('/board?view=all', { waitUntil: 'commit' })
  await expect(cardsOf(page).nth(1)).toBeVisible()
  expect((await new AxeBuilder({ page }).withTags(rules).analyze()).violations.map(({ id }) => id)).toEqual([])
  const before = await places(page, say)
  letGo()
  const move = page.getByRole('button', { name: say('board.phone.move'), exact: true }).first()
  await expect(move).toBeVisible()
  expect(await places(page, say)).toEqual(before)

  const again = await holdScripts(page)
  await page.reload({ waitUntil: 'commit' })
  await choiceOf(page, say).selectOption('SUBMITTED')
  again()
  await expect(move).toBeVisible()
  await expect(choiceOf(page, say)).toHaveValue('SUBMITTED')
})

for (const [width, height] of [
  [390, 844],
  [1024, 768],
  [1440, 900],
] as const)
  test(`at ${width} px nothing of the board moves when two colleagues open it too`, async ({ as, say }) => {
    const page = await as('counsellor', { viewport: { width, height } })
    await page.goto('/board?view=all')
    const first = page.locator('main').locator('b:visible').first()
    await expect(
      page
        .getByRole('button', { name: say('board.phone.move'), exact: true })
        .or(page.locator('[draggable]'))
        .first(),
    ).toBeVisible()
    const before = (await first.boundingBox())?.y
    for (const colleague of ['supervisor', 'otherCounsellor'] as const) await (await as(colleague)).goto('/board')
    const others = page.getByTitle(say('board.present', { names: '' }).trim()).locator('[aria-hidden]')
    await expect(async () => expect(await others.count()).toBeGreaterThan(1)).toPass()
    expect((await first.boundingBox())?.y).toBe(before)
  })

test('a wide screen shows the columns from the first moment, and no choice', async ({ as, say }) => {
  const page = await as('counsellor', { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })
  await page.goto('/board?view=all')
  expect(await page.locator('main section:visible').count()).toBeGreaterThan(1)
  await expect(choiceOf(page, say)).toBeHidden()
})
