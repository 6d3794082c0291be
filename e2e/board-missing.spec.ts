import type { Page } from '@playwright/test'
import type { CaseStage } from '@/db/vocabulary'
import { expect, field, type Say, test } from './fixtures'
import { assessedCase, bareCase, draftingCase, get, type Kase, post } from './given'

/** Takes the one card of this case to another stage by its keys, and gives the dialog that says what is missing. */
async function moveOnBoard(page: Page, say: Say, { number }: Kase, stage: CaseStage) {
  await page.goto(`/board?q=${number}`)
  await page.getByRole('row', { name: new RegExp(`\\b${number}\\b`) }).focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: say(`words.stage.${stage}`), exact: true }).click()
  return page.getByRole('dialog')
}

const stageOf = async (page: Page, { id }: Kase) => (await get<{ stage: CaseStage }>(page, `cases/${id}`)).stage

test('an outcome that nothing bears out is refused with all that was filled in, and a supervisor lets just that pass', async ({
  as,
  say,
}) => {
  const page = await as('supervisor')
  const kase = await bareCase(page)
  const dialog = await moveOnBoard(page, say, kase, 'CLOSED')
  await field(dialog, say('board.missing.field.outcome')).selectOption('REFUSED_FINAL')
  await field(dialog, say('board.missing.field.closingReason')).fill('对方口头拒绝。')
  await field(dialog, say('board.missing.field.closingSummary')).fill('对方没有同意。')
  await dialog.getByRole('button', { name: say('board.missing.submit') }).click()

  await expect(dialog.getByText(say('board.missing.either'))).toBeVisible()
  await expect(dialog.getByText(say('board.missing.guard.outcomeBorneOut'))).toBeVisible()
  await expect(field(dialog, say('board.missing.field.outcome'))).toHaveValue('REFUSED_FINAL')
  await expect(field(dialog, say('board.missing.field.closingSummary'))).toHaveValue('对方没有同意。')
  expect(await stageOf(page, kase)).toBe('INTAKE')

  await dialog.getByRole('button', { name: say('board.missing.override') }).click()
  await field(dialog, say('board.missing.overrideReason')).fill('有通话记录。')
  await dialog.getByRole('button', { name: say('board.missing.overrideSubmit') }).click()
  await expect.poll(() => stageOf(page, kase)).toBe('CLOSED')
})

test('while something is supplied elsewhere, the dialog promises no move, and records what stands by itself', async ({
  as,
  say,
}) => {
  const page = await as('counsellor')
  const kase = await bareCase(page)
  const dialog = await moveOnBoard(page, say, kase, 'EVIDENCE')
  await expect(dialog.getByText(say('board.missing.elsewhere'))).toBeVisible()
  await expect(dialog.getByRole('button', { name: say('board.missing.submit') })).toHaveCount(0)
  await field(dialog, say('board.missing.field.triage')).selectOption('NEGOTIATE')
  await field(dialog, say('board.missing.field.triageReason')).fill('有余额。')

  await dialog.getByRole('button', { name: say('board.missing.cancel') }).click()
  await moveOnBoard(page, say, kase, 'EVIDENCE')
  await expect(field(dialog, say('board.missing.field.triageReason'))).toHaveValue('有余额。')
  await dialog.getByRole('button', { name: say('board.missing.save'), exact: true }).click()
  await expect(field(dialog, say('board.missing.field.triage'))).toHaveCount(0)
  await expect(dialog.getByText(say('board.missing.guard.debt'))).toBeVisible()
  const { triage, triageReason } = await get<{ triage: string; triageReason: string }>(page, `cases/${kase.id}`)
  expect([triage, triageReason, await stageOf(page, kase)]).toEqual(['NEGOTIATE', '有余额。', 'INTAKE'])
})

test('without scripts a move that is refused shows what is missing, with all that was filled in', async ({ as, say }) => {
  const page = await as('counsellor', { javaScriptEnabled: false })
  const kase = await bareCase(page)
  await page.goto(`/cases/${kase.id}`)
  await page.locator('#move > summary').click()
  const way = page.locator('#move details').filter({ hasText: say('casePage.field.closing_outcome') })
  await way.locator('summary').click()
  await field(way, say('casePage.field.closing_outcome')).selectOption('REFUSED_FINAL')
  await field(way, say('casePage.field.closing_reason')).fill('对方口头拒绝。')
  await field(way, say('casePage.field.closing_summary')).fill('对方没有同意。')
  await way.locator('button[type="submit"]').click()

  await expect(page.getByRole('alert')).toBeVisible()
  await expect(field(way, say('casePage.field.closing_outcome'))).toHaveValue('REFUSED_FINAL')
  await expect(field(way, say('casePage.field.closing_summary'))).toHaveValue('对方没有同意。')
  await expect(field(way, say('casePage.field.closing_summary'))).toBeVisible()
  expect(await stageOf(page, kase)).toBe('INTAKE')
})

test('each missing fact leads to the very form that supplies it, opened and in focus', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await draftingCase(page)
  const follow = async (stage: CaseStage, guard: string) => {
    const dialog = await moveOnBoard(page, say, kase, stage)
    await dialog.getByRole('listitem').filter({ hasText: guard }).getByRole('link').click()
  }
  await follow('CLIENT_REVIEW', say('board.missing.guard.version'))
  await expect(page).toHaveURL(/\/proposals#new-version$/)
  await expect(page.locator('#new-version')).toBeInViewport()

  const { versionId } = await post<{ versionId: string }>(page, 'proposals', { caseId: kase.id })
  await follow('CLIENT_REVIEW', say('board.missing.guard.limitation'))
  await expect(page).toHaveURL(new RegExp(`/${versionId}#limitation$`))
  await expect(page.locator('#limitation')).toBeInViewport()
})

test('the number of a document is asked for where it is typed, with and without scripts', async ({ as, say }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await as('counsellor', { javaScriptEnabled })
    const { clientId } = await assessedCase(page)
    await page.goto(`/clients/${clientId}#identity`)
    await expect(field(page.locator('#identity'), say('people.field.idNumber'))).toBeInViewport()
  }
})
