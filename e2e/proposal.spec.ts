import type { Locator, Page } from '@playwright/test'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import type { ReliefType } from '@/db/vocabulary'
import { expect, field, type Say, test } from './fixtures'
import { draftingCase, type Kase, today } from './given'

const press = (scope: Locator | Page, name: string) => scope.getByRole('button', { name, exact: true }).click()

/** The builder with a first version of this case. */
async function startDraft(page: Page, say: Say, { id }: Kase) {
  await page.goto(`/cases/${id}/proposals`)
  await press(page, say('proposals.startVersion'))
  await expect(page).toHaveURL(/\/proposals\/[0-9a-f-]{36}$/)
}

const ask = (scope: Locator | Page, say: Say, relief: ReliefType) =>
  scope.getByRole('checkbox', { name: new RegExp(`^${say(`words.relief.${relief}`)}`) })
const parameter = (scope: Locator | Page, say: Say, relief: ReliefType, name: 'toPeriods' | 'share' | 'amount') =>
  scope.getByLabel(`${say(`words.relief.${relief}`)} · ${say(`proposals.param.${name}`)}`, { exact: true })

/** What is due each month in the schedule on the page, folded rows included. */
const dues = (page: Page, say: Say) =>
  page.getByRole('region', { name: say('proposals.schedule') }).locator('tbody tr td:nth-child(5)')
const times = (amount: string, many: number) => Array.from({ length: many }, () => amount)

/** Everything said that a proposal needs before it goes out. */
async function sayTheRest(page: Page, say: Say) {
  await page.getByLabel(say('proposals.limitation'), { exact: true }).selectOption('NOT_NEAR')
  await page.getByLabel(say('proposals.sourceOfFunds'), { exact: true }).fill('工资收入')
  await press(page, say('proposals.checkAndSend'))
  await expect(page).toHaveURL(/\/check$/)
}

/** Declared true, shown to the client, approved by them on paper, and sent. */
async function declareApproveSend(page: Page, say: Say) {
  await page.getByRole('checkbox', { name: say('proposals.truth') }).check()
  await press(page, say('proposals.keepDeclaration'))
  await expect(page.getByRole('listitem').filter({ hasText: say('proposals.need.truth') })).toHaveCount(0)
  await press(page, say('proposals.present'))
  await press(page, say('proposals.recordApproval'))
  await expect(page.getByText(say('proposals.approved'))).toBeVisible()
  await field(page, say('proposals.proof')).fill('在线客服会话 20261121-0042')
  await press(page, say('proposals.send'))
  await expect(page.getByText(say('proposals.readOnly'))).toBeVisible()
}

const answer = async (page: Page, say: Say, result: 'ACCEPTED' | 'ACCEPTED_MODIFIED') => {
  await page.getByRole('link', { name: say('proposals.recordAnswer') }).click()
  await page.getByRole('radio', { name: new RegExp(`^${say(`words.decision.${result}`)}`) }).check()
}

/** Kept, and straight on to the agreement that comes of it. */
async function saveAnswer(page: Page, say: Say) {
  await press(page, say('proposals.saveAnswer'))
  await expect(page).toHaveURL(/\/agreement$/)
}

const standsAt = async (page: Page, say: Say, { id }: Kase, stage: 'SUBMITTED' | 'CONFIRMING' | 'MONITORING') => {
  await page.goto(`/cases/${id}`)
  await expect(page.locator('[aria-current="step"]')).toContainText(say(`words.stage.${stage}`))
}

async function upload(page: Page, say: Say, { id }: Kase, code: 'WRITTEN_CONFIRMATION' | 'SIGNED_RECEIPT') {
  await page.goto(`/cases/${id}/evidence`)
  const form = page.locator('form[action="/api/files"]')
  if (!(await form.isVisible())) await page.locator('summary', { hasText: say('evidence.upload') }).click()
  await field(form, say('evidence.field.code')).selectOption(code)
  const buffer = Buffer.from('同意延长六期，月供按新计划。')
  await field(form, say('evidence.field.file')).setInputFiles({ name: `${code}.txt`, mimeType: 'text/plain', buffer })
  const consent = form.getByRole('checkbox', { name: say('evidence.consentTick') })
  if ((await consent.count()) > 0) await consent.check()
  await press(form, say('evidence.uploadSubmit'))
  await expect(page.getByText(`${code}.txt`).first()).toBeVisible()
}

/** The lender's paper and the client's receipt: without both the plan does not start. */
async function signAgreement(page: Page, say: Say, { name }: Kase) {
  await field(page, say('agreements.paper')).selectOption({ index: 1 })
  await press(page, say('agreements.saveConfirmation'))
  const confirmedOn = civilDates((await page.locator('html').getAttribute('lang')) ?? '').inText(today())
  await expect(page.getByText(say('agreements.confirmed', { date: confirmedOn }))).toBeVisible()
  await field(page, say('agreements.receiptPaper')).selectOption({ index: 1 })
  await field(page, say('agreements.signedName')).fill(name)
  await page.getByRole('checkbox', { name: say('agreements.hasRead') }).check()
  await press(page, say('agreements.saveReceipt'))
}

test('SX-01 小李 falls ill and asks for six months more: draft, letter, approval, sending, yes, and the agreement', async ({
  as,
  say,
}) => {
  test.slow() // a whole case, from its first draft to its first instalment
  const page = await as('counsellor')
  const kase = await draftingCase(page, { principal: '24000.00', remainingPeriods: 6 }, 'ILLNESS')
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('12')
  await expect(page.getByText(say('proposals.fits', { month: '月供 ¥2,159.41', left: '¥40.59' }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('2,159.41', 11), '2,159.43'])
  await expect(page.getByText('¥25,912.94').first()).toBeVisible()
  await expect(page.getByText(say('proposals.paysMore', { amount: yuan('894.92') }))).toBeVisible()
  await expect(page.getByText(say('proposals.lessAMonth', { amount: yuan('2010.26') }))).toBeVisible()
  await expect(page.getByRole('article')).toContainText('24,000.00')

  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  await standsAt(page, say, kase, 'SUBMITTED')
  await page.goBack()
  await answer(page, say, 'ACCEPTED')
  await saveAnswer(page, say)
  await standsAt(page, say, kase, 'CONFIRMING')

  await upload(page, say, kase, 'WRITTEN_CONFIRMATION')
  await upload(page, say, kase, 'SIGNED_RECEIPT')
  await page.getByRole('link', { name: say('casePage.tab.repayment'), exact: true }).click()
  await signAgreement(page, say, kase)
  const ledger = page.getByRole('region', { name: say('agreements.ledger') })
  await expect(ledger.locator('tbody tr td:nth-child(3)')).toHaveText([...times('2,159.41', 11), '2,159.43'])
  await expect(page.getByText('¥25,912.94').first()).toBeVisible()
  await standsAt(page, say, kase, 'MONITORING')
})

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
})

test('SX-02 小张 loses the job and asks for the interest: half is granted, the other half is paid first', async ({ as, say }) => {
  test.slow()
  const page = await as('otherCounsellor')
  const loan = { principal: '18000.00', interest: '432.00', remainingPeriods: 6 }
  const month = { income: '6400.00', fixed: '1800.00', flexible: '800.00', reserve: '200.00' }
  const kase = await draftingCase(page, loan, 'UNEMPLOYMENT', month)
  await startDraft(page, say, kase)
  await ask(page, say, 'WAIVE_INTEREST').check()
  await parameter(page, say, 'WAIVE_INTEREST', 'share').fill('100')
  await expect(page.getByText(say('proposals.waivedSum', { amount: '¥432.00' }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('3,127.25', 5), '3,127.26'])

  await sayTheRest(page, say)
  await declareApproveSend(page, say)
  await answer(page, say, 'ACCEPTED_MODIFIED')
  await parameter(page, say, 'WAIVE_INTEREST', 'share').fill('50')
  const terms = { first: '¥3,343.25', instalment: '¥3,127.25', count: 6, total: '¥18,979.51' }
  await expect(page.getByText(say('proposals.comesTo', terms))).toBeVisible()
  await saveAnswer(page, say)
  await expect(page.getByText('¥18,979.51').first()).toBeVisible()
  await page.goto(`/cases/${kase.id}/proposals`)
  await expect(page.getByText(`${say('words.relief.WAIVE_INTEREST')} 0.50`)).toBeVisible()
  await standsAt(page, say, kase, 'CONFIRMING')
})

test('SX-03 three instalments become six, and the monthly amount halves while the interest grows', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await draftingCase(page, { principal: '12000.00', remainingPeriods: 3 }, 'INCOME_REDUCTION')
  await startDraft(page, say, kase)
  await ask(page, say, 'TERM_EXTENSION').check()
  await parameter(page, say, 'TERM_EXTENSION', 'toPeriods').fill('6')
  await expect(page.getByText(say('proposals.lessAMonth', { amount: yuan('2011.55') }))).toBeVisible()
  await expect(dues(page, say)).toHaveText([...times('2,084.83', 5), '2,084.86'])
  await expect(page.getByText(say('proposals.annual', { simple: '14.40', irr: '15.39' }))).toBeVisible()
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
