import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { yuan } from '@/app/_parts/amount'
import type { CaseStage, ConsentPurpose, ContactPurpose, HardshipType } from '@/db/vocabulary'
import { sumText } from '@/lib/platform/fen'
import { expect, field, type Say } from './fixtures'
import { inDays, type Kase, somebody } from './given'
import { press } from './proposal-steps'

export async function register(page: Page, say: Say, { name, phone, idNumber }: ReturnType<typeof somebody>) {
  await page.goto('/clients')
  await page.getByLabel(say('people.searchTitle')).last().fill(phone)
  await press(page, say('people.find'))
  await expect(page.getByText(say('people.noneTitle'))).toBeVisible()
  await page.getByRole('link', { name: say('people.newClient') }).click()
  await field(page, say('people.field.name')).fill(name)
  await field(page, say('people.field.phone')).fill(phone)
  await press(page, say('people.check'))
  await expect(page.getByText(say('people.nobodySame'))).toBeVisible()
  await expect(field(page, say('people.field.name'))).toHaveValue(name)
  await field(page, say('people.field.idType')).selectOption('PASSPORT')
  await field(page, say('people.field.idNumber')).fill(idNumber)
  await field(page, say('people.field.processingConsent')).selectOption('PAPER')
  await press(page, say('people.create'))
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/)
}

export async function openCase(page: Page, say: Say) {
  await page.getByRole('link', { name: say('people.newCase') }).click()
  const products = field(page, say('casePage.product'))
  await products.selectOption({
    label:
      (await products
        .locator('option', { hasText: /借呗|Jiebei/ })
        .first()
        .textContent()) ?? '',
  })
  await field(page, say('casePage.field.goal')).fill('月供降下来')
  await press(page, say('casePage.open'))
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}\/money$/)
}

type Loan = { principal: string; remainingPeriods: number; interest?: string; nextDueOn?: string }
type Month = { income: string; fixed: string; flexible: string; reserve: string; left: string }

/** 小李’s loan and month, with which the figures of the first worked example begin. */
export const ill = {
  loan: { principal: '24000.00', remainingPeriods: 6 },
  month: { income: '5200', fixed: '1900', flexible: '900', reserve: '200', left: '2200.00' },
}

export async function addLoanNote(page: Page, say: Say, loan: Loan = ill.loan) {
  const { principal, remainingPeriods, interest = '0.00', nextDueOn = inDays(14) } = loan
  const debts = page.locator('#debts')
  await field(debts, say('debts.field.principal')).fill(principal)
  await field(debts, say('debts.field.dailyPercent')).fill('0.04')
  await field(debts, say('debts.field.nextDueOn')).fill(nextDueOn)
  await field(debts, say('debts.field.remainingPeriods')).fill(`${remainingPeriods}`)
  await field(debts, say('debts.field.interest')).fill(interest)
  await field(debts, say('debts.field.contractNumber')).fill(`JB${randomInt(10 ** 9)}`)
  await press(debts, say('debts.addSubmit'))
  await expect(debts.getByText(yuan(sumText(principal, interest))).first()).toBeVisible()
}

export async function fillStatement(page: Page, say: Say, month: Month = ill.month) {
  const statement = page.locator('#statement')
  const amount = (kind: 'income' | 'fixed' | 'flexible') =>
    field(statement.getByRole('group', { name: say(`people.kind.${kind}`) }), say('people.field.lines_amount')).first()
  await amount('income').fill(month.income)
  await amount('fixed').fill(month.fixed)
  await amount('flexible').fill(month.flexible)
  await field(statement, say('people.field.reserve')).fill(month.reserve)
  await expect(statement.getByRole('status')).toContainText(yuan(month.left))
  await press(statement, say('people.saveStatement'))
  await expect(statement.getByText(say('people.noStatement'))).toHaveCount(0)
}

export async function recordHardship(page: Page, say: Say, type: HardshipType = 'ILLNESS', story = '') {
  await page.getByRole('link', { name: new RegExp(`^${say('casePage.tab.evidence')} \\d`) }).click()
  const hardship = page.locator('#hardship')
  await field(hardship, say('people.field.type')).selectOption(type)
  await field(hardship, say('people.field.startedOn')).fill(inDays(-60))
  await field(hardship, say('people.field.narrative')).fill(story)
  await press(hardship, say('people.addHardship'))
  await expect(hardship.getByRole('listitem').getByText(say(`words.hardship.${type}`))).toBeVisible()
}

export async function recordAuthority(page: Page, say: Say) {
  const authority = page.locator('#authorisation')
  await field(authority, say('people.field.matters')).fill('就本人借款与债权方协商还款安排')
  await press(authority, say('people.addAuthorisation'))
  await expect(authority.getByText(say('people.inForce'), { exact: true })).toBeVisible()
  await giveOnPaper(page, say, 'CONTACT_CREDITOR')
}

/** A consent that the client gave on paper. */
export async function giveOnPaper(page: Page, say: Say, purpose: ConsentPurpose) {
  const consent = page
    .locator('#consents')
    .getByRole('listitem')
    .filter({ hasText: say(`words.consent.${purpose}`) })
  await field(consent, say('people.field.channel')).selectOption('PAPER')
  await press(consent, say('people.give'))
  await expect(consent.getByText(say('people.notGiven'))).toHaveCount(0)
}

type Said = { purpose: ContactPurpose; summary: string; replyBy: string }

/** What was said with the creditor, from the case page by its key. */
export async function logContact(page: Page, say: Say, { purpose, summary, replyBy }: Said) {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press('n') // before the page has woken up nobody hears it
    await expect(dialog).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await field(dialog, say('contacts.field.purpose')).selectOption(purpose)
  await field(dialog, say('contacts.field.summary')).fill(summary)
  await field(dialog, say('contacts.field.promisedReplyBy')).fill(replyBy)
  await press(dialog, say('contacts.logSubmit'))
  await expect(dialog).toHaveCount(0)
}

/** From the case page to a stage that nothing keeps it from. */
async function moveOn(page: Page, say: Say, stage: CaseStage) {
  const move = page.getByRole('button', { name: say('casePage.moveTo', { stage: say(`words.stage.${stage}`) }), exact: true })
  if (!(await move.isVisible())) await page.locator('#move > summary').click()
  await move.click()
  await expect(page.locator('[aria-current="step"]')).toContainText(say(`words.stage.${stage}`))
}

type Told = { loan: Loan; month: Month; hardship: HardshipType; story: string }

/** Somebody comes to the counter: registered, their case taken in, judged worth negotiating, their file complete. */
export async function takeIn(page: Page, say: Say, { loan, month, hardship, story }: Told): Promise<Pick<Kase, 'id' | 'name'>> {
  const person = somebody()
  await register(page, say, person)
  const client = page.url()
  await openCase(page, say)
  const [, id = ''] = /cases\/([0-9a-f-]{36})/.exec(page.url()) ?? []
  await addLoanNote(page, say, loan)
  await fillStatement(page, say, month)
  await recordHardship(page, say, hardship, story)
  await page.goto(client)
  await recordAuthority(page, say)
  for (const purpose of ['SHARE_WITH_CREDITOR', 'SENSITIVE'] as const) await giveOnPaper(page, say, purpose)
  await page.goto(`/cases/${id}`)
  const triage = page.locator('#triage')
  await field(triage, say('casePage.field.result')).selectOption('NEGOTIATE')
  await field(triage, say('casePage.field.reason')).fill('有余额，适合协商。')
  await press(triage, say('casePage.triageSubmit'))
  await expect(triage.getByText('有余额，适合协商。').first()).toBeVisible()
  for (const stage of ['EVIDENCE', 'DRAFTING'] as const) await moveOn(page, say, stage)
  return { id, name: person.name }
}
