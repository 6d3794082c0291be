import type { Browser, Page } from '@playwright/test'
import { expect, field, type Say, test } from './fixtures'
import { get, post, somebody } from './given'

/** What a client does alone on an old phone, without scripts: come in, agree, withdraw, sign, write, count the month. */
const phone = { viewport: { width: 360, height: 800 }, hasTouch: true, javaScriptEnabled: false }

type Invited = { invitations: { id: string }[]; signingCode: { id: string } | null }

/** Somebody new, invited; with the link and the code that the counsellor would tell. */
async function invited(counsellor: Page) {
  const person = somebody()
  const { id } = await post<{ id: string }>(counsellor, 'clients', { ...person, processingConsent: 'PAPER' })
  await post(counsellor, `clients/${id}/invitations`, {})
  const [invitation] = (await get<Invited>(counsellor, `clients/${id}/invitations`)).invitations
  if (invitation === undefined) throw new Error('Nobody was invited.')
  const of = { clientId: id, id: invitation.id }
  return { path: await shown(counsellor, of, 'link'), code: await shown(counsellor, of, 'code'), id, name: person.name }
}

/** One secret of a way in, as the counsellor looks at it. */
const shown = async (counsellor: Page, { clientId, id }: { clientId: string; id: string }, part: string) =>
  (await post<{ value: string }>(counsellor, `clients/${clientId}/invitations/${id}/show`, { part })).value

const onPhone = async (browser: Browser) => (await browser.newContext(phone)).newPage()

const enter = async (page: Page, say: Say, code: string) => {
  await page.getByLabel(say('entry.code')).fill(code)
  await page.getByRole('button', { name: say('entry.submit'), exact: true }).click()
}

/** What a person reads there as an amount. */
const yuanIn = (text: string) => Number(text.replace(/[¥,]/g, '').replace('−', '-'))

test('a client comes in by link and code: looking uses nothing up, a wrong code is told kindly', async ({ as, browser, say }) => {
  const { path, code } = await invited(await as('counsellor'))
  const page = await onPhone(browser)
  for (const _ of [1, 2]) expect((await page.goto(path))?.status()).toBe(200)
  await enter(page, say, code === '000000' ? '000001' : '000000')
  await expect(page.getByRole('alert')).toContainText(say('entry.wrong'))
  await enter(page, say, code)
  await expect(page).toHaveURL(/\/portal$/)
  await page.goto(path)
  await expect(page.getByRole('button', { name: say('entry.again') })).toBeVisible()
  await page.context().close()
})

test('the address for a phone’s calendar is the office’s own, whatever a request claims', async ({
  as,
  browser,
  say,
  baseURL,
}) => {
  const { path, code } = await invited(await as('counsellor'))
  const page = await onPhone(browser)
  await page.goto(path)
  await enter(page, say, code)
  await page.setExtraHTTPHeaders({ 'x-forwarded-proto': 'https' })
  await page.goto('/portal/calendar')
  await page.getByRole('button', { name: say('budget.calendar.open') }).click()
  await expect(page.getByLabel(say('budget.calendar.address'))).toHaveValue(new RegExp(`^${baseURL}/calendar/[\\w-]+$`))
  await page.context().close()
})

test('a consent is given by a tick that was not set, and withdrawn by two taps from the first page', async ({
  as,
  browser,
  say,
}) => {
  const { path, code } = await invited(await as('counsellor'))
  const page = await onPhone(browser)
  await page.goto(path)
  await enter(page, say, code)
  await page.goto('/portal/consents/STATISTICS')
  await expect(page.getByRole('checkbox')).not.toBeChecked()
  await page.getByRole('button', { name: say('consents.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.agree'))
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: say('consents.submit') }).click()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.consented'))
  await page.goto('/portal')
  await page.getByRole('link', { name: say('consents.title') }).click()
  const statistics = page.locator('section', { hasText: say('consents.purpose.STATISTICS.title') })
  await expect(page.getByText(say('consents.purpose.STATISTICS.withdraw'))).toBeVisible()
  await statistics.getByRole('button', { name: say('consents.withdraw') }).click()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.withdrawn'))
  await page.context().close()
})

test('an authority is signed with name and code, and its record can be read again', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { id, name, path, code } = await invited(counsellor)
  const page = await onPhone(browser)
  await page.goto(path)
  await enter(page, say, code)
  await post(counsellor, `clients/${id}/signing-codes`, {})
  const { signingCode } = await get<Invited>(counsellor, `clients/${id}/invitations`)
  await page.goto('/portal/authority')
  await field(page, say('consents.authority.name')).fill(name)
  await page.locator('[name=code]').fill(await shown(counsellor, { clientId: id, id: signingCode?.id ?? '' }, 'signingCode'))
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: say('consents.authority.submit'), exact: true }).click()
  await page.getByRole('link', { name: say('consents.authority.view') }).click()
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await page.context().close()
})

test('the month is asked one question a page, kept in between, and checked at the end', async ({ as, browser, say }) => {
  const { path, code } = await invited(await as('counsellor'))
  const page = await onPhone(browser)
  await page.goto(path)
  await enter(page, say, code)
  await page.goto('/portal/budget')
  while (!page.url().endsWith('/check')) {
    await page.locator('[name=amount]').fill(page.url().endsWith('/earnings') ? '3000' : '100')
    await page.getByRole('button', { name: say('budget.next') }).click()
  }
  await expect(page.locator('dl dd')).toHaveCount(4) // the address is there before the page
  const [income = 0, costs = 0, reserve = 0, left] = (await page.locator('dl dd').allInnerTexts()).map(yuanIn)
  expect(income - costs - reserve).toBe(left)
  await page.getByRole('button', { name: say('budget.submit') }).click()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.budgeted'))
  await page.context().close()
})
