import { expect, field, test } from './fixtures'
import { draftingCase } from './given'
import { answer, ask, declareApproveSend, parameter, saveAnswer, sayTheRest, startDraft } from './proposal-steps'

test('a draft closed before it is kept asks first', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await draftingCase(page, { principal: '24000.00', remainingPeriods: 6 }, 'ILLNESS')
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(page.getByText(say('proposals.savedAt', { time: '' }).trim()).first()).toBeVisible()
  await page.reload()
  await expect(ask(page, say, 'TERM_EXTENSION')).toBeChecked()
})

test('a plan with fees is seen whole in the builder, on a small laptop and on a phone', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await draftingCase(page, { principal: '24000.00', fees: '800.00', remainingPeriods: 6 }, 'ILLNESS')
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('12')
  const plan = page.getByRole('region', { name: say('proposals.schedule') })
  await expect(plan.getByText('800.00').first()).toBeAttached()
  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    const cut = await plan.evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight])
    expect({ width, cut }).toEqual({ width, cut: [0, 0] })
    await expect(plan.getByText('800.00').filter({ visible: true }).first()).toBeVisible()
  }
})

test('a wording closed before it is saved asks first, one that is unchanged does not', async ({ as, say }) => {
  const page = await as('supervisor')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.accept()
  })
  await page.goto('/settings/templates/NEGOTIATION')
  await expect(page.getByRole('button', { name: say('templates.saveDraft'), exact: true })).toBeEnabled()
  await page.reload()
  expect(dialogs).toEqual([])
  await page.locator('.cm-content').first().click()
  await page.keyboard.type('x')
  await page.reload()
  expect(dialogs).toEqual(['beforeunload'])
  await expect(page.locator('.cm-content').first()).toContainText('x')
})

test('what is being answered is kept, and what was sent or answered is shown so, also to somebody who goes back', async ({
  as,
  say,
}) => {
  test.slow()
  const page = await as('counsellor')
  const kase = await draftingCase(page, { principal: '12000.00', remainingPeriods: 6 }, 'INCOME_REDUCTION')
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('9')
  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  // The check page, and before it the builder: neither is offered again.
  for (const live of ['proposals.send', 'proposals.saveNow'] as const) {
    await page.goBack()
    await expect(page.getByText(say('proposals.readOnly'))).toBeVisible()
    await expect(page.getByRole('button', { name: say(live), exact: true })).toHaveCount(0)
  }
  await answer(page, say, 'ACCEPTED')
  await field(page, say('proposals.answer.note')).fill('客服口头答复')
  await expect(page.getByText(say('shell.draftKept', { time: '' }).trim())).toBeVisible()
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(page.url())
  await expect(field(elsewhere, say('proposals.answer.note'))).toHaveValue('客服口头答复')
  await elsewhere.close()
  await saveAnswer(page, say)
  await page.goBack()
  await expect(page.getByRole('heading', { name: say('proposals.answers') })).toBeVisible()
  await expect(page.getByRole('button', { name: say('proposals.saveAnswer'), exact: true })).not.toBeVisible()
})
