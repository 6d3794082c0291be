import type { Page } from '@playwright/test'
import type { CaseStage } from '@/db/vocabulary'
import { expect, field, literally, type Say, test } from './fixtures'
import { assessedCase, bareCase, get, inDays, type Kase } from './given'

/** The board narrowed to one case, so that it is seen at once however many others there are. */
async function boardOf(page: Page, { number }: Kase) {
  await page.goto(`/board?q=${number}`)
  await expect(card(page, number)).toBeVisible()
}

const card = (page: Page, number: string) => page.getByRole('row', { name: new RegExp(`\\b${literally(number)}\\b`) })
const column = (page: Page, say: Say, stage: CaseStage) =>
  page.getByRole('region', { name: say(`words.stage.${stage}`), exact: true })
const cardIn = (page: Page, say: Say, stage: CaseStage, { number }: Kase) =>
  column(page, say, stage).getByRole('row', { name: new RegExp(`\\b${literally(number)}\\b`) })
const stageOf = async (page: Page, { id }: Kase) => (await get<{ stage: CaseStage }>(page, `cases/${id}`)).stage
const stageChoice = (page: Page, say: Say, stage: CaseStage) =>
  page.getByRole('menuitem', { name: say(`words.stage.${stage}`), exact: true })

const undoOf = (page: Page, say: Say) => page.getByRole('button', { name: say('board.move.undo'), exact: true })

async function moveByKey(page: Page, say: Say, { number }: Kase, stage: CaseStage) {
  await card(page, number).focus()
  await page.keyboard.press('m')
  await stageChoice(page, say, stage).click()
}

test('a card moves by the M menu, stays there after a reload, and comes back by Undo', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await boardOf(page, kase)
  await moveByKey(page, say, kase, 'EVIDENCE')
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeVisible()
  const undo = undoOf(page, say)
  await expect(undo).toBeVisible()
  await undo.click()
  await expect(cardIn(page, say, 'INTAKE', kase)).toBeVisible()

  await moveByKey(page, say, kase, 'EVIDENCE')
  await expect(undo).toBeVisible()
  await page.reload()
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeVisible()
})

test('a move is taken back from the history of its case, long after the moment to undo it', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await boardOf(page, kase)
  await moveByKey(page, say, kase, 'EVIDENCE')
  await expect.poll(() => stageOf(page, kase)).toBe('EVIDENCE') // the card is there before the server has heard of it
  await page.goto(`/cases/${kase.id}/history`)
  await page
    .getByRole('listitem')
    .getByRole('button', { name: say('casePage.undo'), exact: true })
    .click()
  await expect(page.locator('[aria-current="step"]')).toContainText(say('words.stage.INTAKE'))
  await expect(page.getByRole('listitem').getByRole('button', { name: say('casePage.undo'), exact: true })).toHaveCount(0)
})

test('a card is lifted, carried and dropped by keyboard alone, and each step is said aloud', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await boardOf(page, kase)
  const [intake, evidence] = [say('words.stage.INTAKE'), say('words.stage.EVIDENCE')]
  const said = page.locator('p[data-live-announcer]')

  await card(page, kase.number).focus()
  await page.keyboard.press('Space')
  await expect(said).toContainText(intake)
  await tabTo(page, evidence)
  await page.keyboard.press('Enter')
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeVisible()
  await expect(said).toContainText(evidence)
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeFocused()
})

/** Tab from one place to drop to the next, until it is in this column. */
async function tabTo(page: Page, stage: string) {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const here = page.locator(':focus')
    expect(await here.evaluate((element) => element.closest('section')?.getAttribute('aria-label'))).toBe(stage)
  }).toPass({ intervals: [100] })
}

test('a card lifted by mistake goes back with Escape', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await boardOf(page, kase)
  await card(page, kase.number).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(cardIn(page, say, 'INTAKE', kase)).toBeVisible()
  await page.reload()
  await expect(cardIn(page, say, 'INTAKE', kase)).toBeVisible()
})

test('a card is dragged with the mouse', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await boardOf(page, kase)
  await card(page, kase.number).dragTo(column(page, say, 'EVIDENCE').getByRole('grid'))
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeVisible()
  await expect(undoOf(page, say)).toBeVisible()
})

test('a fact that is missing is asked for on the way, and cancelling leaves the card where it was', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await boardOf(page, kase)
  await moveByKey(page, say, kase, 'CLOSED')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('board.missing.cancel') }).click()
  await expect(cardIn(page, say, 'INTAKE', kase)).toBeVisible()

  await moveByKey(page, say, kase, 'CLOSED')
  await expect(dialog.getByRole('button', { name: say('board.missing.override') })).toHaveCount(0)
  await field(dialog, say('board.missing.field.outcome')).selectOption('CLIENT_WITHDREW')
  await field(dialog, say('board.missing.field.closingReason')).fill('客户改主意了。')
  await field(dialog, say('board.missing.field.closingSummary')).fill('按您的意思停止办理。')
  await dialog.getByRole('button', { name: say('board.missing.submit') }).click()
  await expect(card(page, kase.number)).toHaveCount(0)
  await expect(undoOf(page, say)).toBeVisible()
  await page.goto(`/cases/${kase.id}`)
  await expect(page.getByText(say('words.closingOutcome.CLIENT_WITHDREW')).first()).toBeVisible()
})

test('a supervisor lets a case pass with a reason, and the case keeps both', async ({ as, say }) => {
  const page = await as('supervisor')
  const kase = await bareCase(page)
  await boardOf(page, kase)
  await moveByKey(page, say, kase, 'EVIDENCE')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(say('board.missing.guard.debt'))).toBeVisible()
  await dialog.getByRole('button', { name: say('board.missing.override') }).click()
  await field(dialog, say('board.missing.overrideReason')).fill('客户今天出差，借据明天补。')
  await dialog.getByRole('button', { name: say('board.missing.overrideSubmit') }).click()
  await expect(undoOf(page, say)).toBeVisible()
  await expect(cardIn(page, say, 'EVIDENCE', kase)).toBeVisible()
  await page.goto(`/cases/${kase.id}`)
  await expect(page.getByText('客户今天出差，借据明天补。').first()).toBeVisible()
})

test('a small form of a card that is refused says why and keeps what was typed', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await boardOf(page, kase)
  await card(page, kase.number).focus()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await field(dialog, say('board.next.text')).fill('等张经理回电')
  await field(dialog, say('board.next.dueOn')).fill('2020-01-01')
  await dialog.getByRole('button', { name: say('shell.save') }).click()
  await expect(dialog.getByRole('alert')).toHaveText(say('faults.before_case'))
  await expect(field(dialog, say('board.next.text'))).toHaveValue('等张经理回电')
  await field(dialog, say('board.next.dueOn')).fill(inDays(5))
  await dialog.getByRole('button', { name: say('shell.save') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(card(page, kase.number)).toContainText('等张经理回电')
})

test('what can be pressed on a card measures at least 24 px each way', async ({ as }) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  await boardOf(page, kase)
  const sizes = await card(page, kase.number)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => [width, height]))
  expect(sizes.length).toBeGreaterThanOrEqual(3)
  expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(24)
})

test('filters stand in the address: they survive a reload, and Back undoes them', async ({ as, say }) => {
  const page = await as('counsellor')
  const ours = await bareCase(page)
  await boardOf(page, ours)
  await page.getByRole('button', { name: say('board.filter.whose'), exact: true }).click()
  await page.getByRole('menuitemradio', { name: say('words.mover.creditor') }).click()
  await expect(page).toHaveURL(/whose=creditor/)
  await expect(page.getByText(say('board.filteredTitle'))).toBeVisible()
  await page.reload()
  await expect(page.getByText(say('board.filteredTitle'))).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/whose=/)
  await expect(card(page, ours.number)).toBeVisible()
})

test('a colleague is seen to be here, and sees a move within two seconds, without a reload', async ({ as, say }) => {
  const [here, there] = [await as('counsellor'), await as('supervisor')]
  const kase = await assessedCase(here)
  await boardOf(here, kase)
  await boardOf(there, kase)
  await expect(cardIn(there, say, 'INTAKE', kase)).toBeVisible()
  await expect(here.locator('p[title]').filter({ hasText: '王督导' })).toBeVisible()
  await moveByKey(here, say, kase, 'EVIDENCE')
  await expect(undoOf(here, say)).toBeVisible()
  await expect(cardIn(there, say, 'EVIDENCE', kase)).toBeVisible({ timeout: 2000 })
})

test('on a phone one stage is shown at a time, and a tap on Move moves a card', async ({ as, say }) => {
  const page = await as('counsellor', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const kase = await assessedCase(page)
  await page.goto(`/board?q=${kase.number}`)
  const shown = page.getByRole('listitem').filter({ hasText: kase.number })
  await expect(shown).toBeVisible()
  const button = shown.getByRole('button', { name: say('board.phone.move'), exact: true })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  await button.tap()
  await stageChoice(page, say, 'EVIDENCE').tap()
  await page.getByLabel(say('board.phone.stage')).selectOption('EVIDENCE')
  await expect(shown).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('on a phone the focus stays with the card when a dialog closes, and is never lost by a move or its Undo', async ({
  as,
  say,
}) => {
  const page = await as('counsellor', { viewport: { width: 390, height: 844 } })
  const [bare, ready] = [await bareCase(page), await assessedCase(page)]
  const button = page.getByRole('button', { name: say('board.phone.move'), exact: true })
  const moveTo = async (stage: CaseStage) => {
    await button.focus()
    await page.keyboard.press('Enter')
    await stageChoice(page, say, stage).focus()
    await page.keyboard.press('Enter')
  }

  await page.goto(`/board?q=${bare.number}`)
  const dialog = page.getByRole('dialog').filter({ hasText: say('board.missing.elsewhere') })
  await moveTo('EVIDENCE')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  await moveTo('EVIDENCE')
  await dialog.getByRole('button', { name: say('board.missing.cancel') }).click()
  await expect(button).toBeFocused()

  await page.goto(`/board?q=${ready.number}`)
  await moveTo('EVIDENCE')
  await expect(undoOf(page, say)).toBeVisible()
  await expect(page.getByLabel(say('board.phone.stage'))).toBeFocused()
  await undoOf(page, say).focus()
  await page.keyboard.press('Enter')
  await expect(button).toBeFocused()
})
