import type { Locator, Page } from '@playwright/test'
import { civilDates } from '@/app/_parts/civil-dates'
import type { CaseStage, ReliefType } from '@/db/vocabulary'
import { expect, field, type Say } from './fixtures'
import { type Kase, today } from './given'

const exactly = { exact: true }

export const press = (scope: Locator | Page, name: string) => scope.getByRole('button', { name, exact: true }).click()

/** The builder with a first version of this case. */
export async function startDraft(page: Page, say: Say, { id }: Pick<Kase, 'id'>) {
  await page.goto(`/cases/${id}/proposals`)
  await press(page, say('proposals.startVersion'))
  await expect(page).toHaveURL(/\/proposals\/[0-9a-f-]{36}$/)
}

export const ask = (scope: Locator | Page, say: Say, relief: ReliefType) =>
  scope.getByRole('checkbox', { name: new RegExp(`^${say(`words.relief.${relief}`)}`) })
export const parameter = (scope: Locator | Page, say: Say, relief: ReliefType, name: 'toPeriods' | 'share' | 'amount') =>
  scope.getByLabel(`${say(`words.relief.${relief}`)} · ${say(`proposals.param.${name}`)}`, { exact: true })

/** What is due each month in the schedule on the page, folded rows included. */
export const dues = (page: Page, say: Say) =>
  page.getByRole('region', { name: say('proposals.schedule') }).locator('tbody tr td:nth-child(5)')
export const times = (amount: string, many: number) => Array.from({ length: many }, () => amount)

/** Everything said that a proposal needs before it goes out. */
export async function sayTheRest(page: Page, say: Say) {
  await page.getByLabel(say('proposals.limitation'), { exact: true }).selectOption('NOT_NEAR')
  await page.getByLabel(say('proposals.sourceOfFunds'), { exact: true }).fill('工资收入')
  await press(page, say('proposals.checkAndSend'))
  await expect(page).toHaveURL(/\/check$/)
}

/** Declared true, shown to the client, approved by them on paper, and sent. */
export async function declareApproveSend(page: Page, say: Say) {
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

export const answer = async (page: Page, say: Say, result: 'ACCEPTED' | 'ACCEPTED_MODIFIED') => {
  await page.getByRole('link', { name: say('proposals.recordAnswer') }).click()
  const named = page.getByRole('radio', { name: new RegExp(`^${say(`words.decision.${result}`)}`) })
  await named.and(page.locator(`[value="${result}"]`)).check()
}

/** Kept, and straight on to the agreement that comes of it. */
export async function saveAnswer(page: Page, say: Say) {
  await press(page, say('proposals.saveAnswer'))
  await expect(page).toHaveURL(/\/agreement$/)
}

export const standsAt = async (page: Page, say: Say, { id }: Pick<Kase, 'id'>, stage: CaseStage) => {
  await page.goto(`/cases/${id}`)
  await expect(page.locator('[aria-current="step"]')).toContainText(say(`words.stage.${stage}`))
}

export async function upload(page: Page, say: Say, { id }: Pick<Kase, 'id'>, code: string) {
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
export async function signAgreement(page: Page, say: Say, { name }: Pick<Kase, 'name'>) {
  await field(page, say('agreements.paper')).selectOption({ index: 1 })
  await press(page, say('agreements.saveConfirmation'))
  const confirmedOn = civilDates((await page.locator('html').getAttribute('lang')) ?? '').inText(today())
  await expect(page.getByText(say('agreements.confirmed', { date: confirmedOn }))).toBeVisible()
  await field(page, say('agreements.receiptPaper')).selectOption({ index: 1 })
  await field(page, say('agreements.signedName')).fill(name)
  await page.getByRole('checkbox', { name: say('agreements.hasRead') }).check()
  await press(page, say('agreements.saveReceipt'))
}

/** The lender’s letter and the client’s receipt on file, the agreement in force by them. */
export async function confirmInWriting(page: Page, say: Say, kase: Pick<Kase, 'id' | 'name'>) {
  await standsAt(page, say, kase, 'CONFIRMING')
  await upload(page, say, kase, 'WRITTEN_CONFIRMATION')
  await upload(page, say, kase, 'SIGNED_RECEIPT')
  await page.getByRole('link', { name: say('casePage.tab.repayment'), exact: true }).click()
  await signAgreement(page, say, kase)
}

/** What is due each month by the ledger of the agreement. */
export const ledgerDues = (page: Page, say: Say) =>
  page.getByRole('region', { name: say('agreements.ledger') }).locator('tbody tr td:nth-child(3)')

/** Each payment comes in, is seen to have come in and is told of in the ledger; after the last the case is closed with words for the client. */
export async function payAndClose(page: Page, say: Say, kase: Pick<Kase, 'id'>, payments: readonly string[]) {
  await standsAt(page, say, kase, 'MONITORING')
  await page.goto(`/cases/${kase.id}/agreement`)
  const rows = page.getByRole('region', { name: say('agreements.ledger') }).locator('tbody')
  const paid = rows.getByText(say('agreements.instalment.PAID'), exactly).filter({ visible: true })
  for (const [n, amount] of payments.entries()) {
    await expect(paid).toHaveCount(n)
    await field(page, say('agreements.amount')).fill(amount)
    await press(page, say('agreements.savePayment'))
    await expect(page.getByText(say('agreements.toVerify'), exactly).filter({ visible: true }).first()).toBeVisible()
    await press(page, say('agreements.received'))
    await expect(page.getByText(say('agreements.toVerify'), exactly)).toHaveCount(0)
  }
  await expect(page.getByText(say('agreements.completedText'))).toBeVisible()
  await press(page, say('agreements.close'))
  await expect(page.getByText(say('agreements.completedClosed'))).toBeVisible()
}
