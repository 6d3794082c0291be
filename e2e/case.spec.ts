import { civilDates } from '@/app/_parts/civil-dates'
import { expect, field, test } from './fixtures'
import { assessedCase, bareCase, inDays, somebody, today } from './given'
import { addLoanNote, fillStatement, logContact, openCase, recordAuthority, recordHardship, register } from './intake-steps'
import { press } from './proposal-steps'

for (const locale of ['zh-CN', 'en'] as const) {
  test.describe(locale, () => {
    test.use({ locale })

    test('somebody new is looked for, registered, and their case taken in up to the authority letter', async ({ as, say }) => {
      const page = await as('counsellor')
      const person = somebody()
      await register(page, say, person)
      await openCase(page, say)
      await addLoanNote(page, say)
      await fillStatement(page, say)
      await recordHardship(page, say)

      await page.getByRole('link', { name: say('casePage.goToClient') }).click()
      await recordAuthority(page, say)
      await expect(page.getByText(person.idNumber)).toHaveCount(0)
      await expect(page.getByText(person.phone)).toHaveCount(0)

      await page.goto(`/clients?q=${person.phone}`)
      await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
    })
  })
}

test('a promise in a contact becomes the next action, and it is the creditor’s move', async ({ as, say }) => {
  const page = await as('counsellor')
  const kase = await assessedCase(page)
  await page.goto(`/cases/${kase.id}`)
  const ours = say('casePage.whoseMove', { mover: say('words.mover.us') })
  const theirs = say('casePage.whoseMove', { mover: say('words.mover.creditor') })
  await expect(page.getByText(ours, { exact: true })).toBeVisible()
  await logContact(page, say, { purpose: 'FOLLOW_UP', summary: '客服说三天内书面答复。', replyBy: inDays(3) })
  await expect(page.getByText(theirs, { exact: true })).toBeVisible()
  await expect(page.getByText(say('casePage.dueOn', { date: civilDates('zh-CN').ahead(inDays(3), today()) }))).toBeVisible()
  await expect(page.getByText('客服说三天内书面答复。').first()).toBeVisible()
})

test('two forms of one page pressed one right after the other are both saved, and the second shows that it waits', async ({
  as,
  say,
}) => {
  const page = await as('counsellor')
  const { id } = await assessedCase(page)
  await page.goto(`/cases/${id}`)
  let posts = 0
  await page.route(`**/cases/${id}`, async (route) => {
    if (route.request().method() === 'POST') {
      posts += 1
      await new Promise((done) => setTimeout(done, 1500))
    }
    await route.continue()
  })
  await page.locator('summary', { hasText: say('casePage.setNext') }).click()
  await page.locator('summary', { hasText: say('casePage.triageSet') }).click()
  const triage = page.locator('#triage')
  await field(triage, say('casePage.field.result')).selectOption('BUDGET_ONLY')
  await field(triage, say('casePage.field.reason')).fill('余额不够，先做预算。')
  await page.locator('input[name=text]').fill('陪同去银行')
  await press(page, say('casePage.setNextSubmit'))
  await press(triage, say('casePage.triageSubmit'))
  const second = triage.getByRole('button', { name: say('casePage.triageSubmit'), exact: true })
  await expect(second).toHaveAttribute('aria-busy', 'true')
  await expect(second).toHaveAttribute('aria-disabled', 'true')
  expect(posts).toBe(1)
  await expect(triage.getByText('余额不够，先做预算。').first()).toBeVisible()
  await expect(page.getByText('陪同去银行', { exact: true })).toBeVisible()
  await expect(page.getByText(say('refusals.conflict'))).toHaveCount(0)
})

test.describe('on a telephone, in English', () => {
  test.use({ locale: 'en', viewport: { width: 390, height: 844 } })

  test('no page of a client or a case is wider than the screen', async ({ as }) => {
    const page = await as('counsellor')
    const { id, clientId } = await assessedCase(page)
    for (const path of [`clients/${clientId}`, `cases/${id}`, `cases/${id}/money`, `cases/${id}/evidence`]) {
      await page.goto(`/${path}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
    }
  })
})

test('a phone number is shown only on demand, and each look leaves a line in the access log', async ({ as, say }) => {
  const page = await as('counsellor')
  const { clientId } = await assessedCase(page)
  await page.goto(`/clients/${clientId}`)
  await expect(page.getByText(/^19900\d{6}$/)).toHaveCount(0)
  await page.getByRole('button', { name: say('people.reveal', { what: say('people.field.phone') }) }).click()
  await expect(page.getByText(/^19900\d{6}$/)).toBeVisible()

  const auditor = await as('auditor')
  await auditor.goto(`/settings/access?kind=reveal`)
  await expect(auditor.getByRole('row').filter({ hasText: clientId.slice(0, 8) })).toBeVisible()
})

test('nobody is registered unseen: looking for nothing finds nothing, and a name typed later is asked about', async ({
  as,
  say,
}) => {
  const page = await as('counsellor')
  const known = await bareCase(page)
  await page.goto('/clients/new')
  await press(page, say('people.check'))
  await expect(page.getByRole('alert').getByText(say('people.lookForWhat'))).toBeVisible()
  await field(page, say('people.field.phone')).fill(somebody().phone)
  await press(page, say('people.check'))
  await expect(page.getByText(say('people.nobodySame'))).toBeVisible()
  await field(page, say('people.field.name')).fill(known.name)
  await press(page, say('people.create'))
  await page.getByRole('checkbox', { name: say('people.sure') }).check()
  await press(page, say('people.create'))
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/)
})

test('a wrong check digit is named beside its field, and nothing is registered', async ({ as, say }) => {
  const page = await as('counsellor')
  const { name } = somebody()
  await page.goto('/clients/new')
  await field(page, say('people.field.name')).fill(name)
  await press(page, say('people.check'))
  await expect(page.getByText(say('people.nobodySame'))).toBeVisible()
  await field(page, say('people.field.idNumber')).fill('110101199003071230')
  await press(page, say('people.create'))
  const number = field(page, say('people.field.idNumber'))
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', `#${await number.getAttribute('id')}`)
  await expect(number).toHaveValue('110101199003071230')
})

test('a link to a form of the page one is on opens its fold and takes one there', async ({ as, say }) => {
  const page = await as('counsellor')
  const { id } = await assessedCase(page)
  await page.goto(`/cases/${id}`)
  const reason = field(page.locator('#triage'), say('casePage.field.reason'))
  await expect(reason).toBeHidden()
  await expect(async () => {
    await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<a href="#triage" class="to-it">→</a>'))
    await page.locator('.to-it').first().click()
    await expect(reason).toBeVisible({ timeout: 1_000 })
  }).toPass() // before the page has woken up nobody hears it
  await expect(field(page.locator('#triage'), say('casePage.field.result'))).toBeFocused()
})

test('the way to the content opens no fold', async ({ as, say }) => {
  const page = await as('counsellor')
  const { id } = await assessedCase(page)
  await page.goto(`/cases/${id}`)
  const open = page.locator('main details[open] form')
  const before = await open.count()
  const skip = page.getByRole('link', { name: say('shell.skip') })
  await skip.focus()
  await skip.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await expect(open).toHaveCount(before)
})
