import type { Browser, Page } from '@playwright/test'
import { expect, field, type Say, test } from './fixtures'
import { bareCase, get, inDays, post, signingCode } from './given'

/** What a client and who helps them are told, on an old phone without scripts: of a file too large, of their data, of what is not theirs to do. */
test.slow() // a film of 23 MB, and two people who come in

const phone = { viewport: { width: 360, height: 800 }, hasTouch: true, javaScriptEnabled: false }

type Invited = { invitations: { id: string }[] }
type Way = { clientId: string; delegationId?: string }

/** Somebody's own way in, used on a phone of their own. */
async function enters(browser: Browser, counsellor: Page, say: Say, { clientId, ...of }: Way) {
  await post(counsellor, `clients/${clientId}/invitations`, of)
  const [newest] = (await get<Invited>(counsellor, `clients/${clientId}/invitations`)).invitations
  const show = (part: string) => shown(counsellor, clientId, newest?.id ?? '', part)
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(await show('link'))
  await page.getByLabel(say('entry.code')).fill(await show('code'))
  await page.getByRole('button', { name: say('entry.submit'), exact: true }).click()
  await expect(page).toHaveURL(/\/portal$/)
  return page
}
const shown = async (counsellor: Page, clientId: string, id: string, part: string) =>
  (await post<{ value: string }>(counsellor, `clients/${clientId}/invitations/${id}/show`, { part })).value

/** Lets a sister hand in papers, signed with name and code. */
async function letsHelp(page: Page, counsellor: Page, { clientId, name }: { clientId: string; name: string }) {
  const code = await signingCode(counsellor, clientId)
  await page.goto('/portal/family')
  await page.locator('[name=delegate]').fill('李姐')
  await page.locator('[name=UPLOAD]').check()
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=code]').fill(code)
  await page.locator('[name=agree]').check()
  await page.locator('button.big').click()
  const { delegates } = await get<{ delegates: { id: string }[] }>(counsellor, `clients/${clientId}/delegations`)
  return delegates[0]?.id ?? ''
}

test('a film far too large ends in a sentence how to send it, and the message with it has gone', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { id, clientId } = await bareCase(counsellor)
  const page = await enters(browser, counsellor, say, { clientId })
  await page.goto(`/portal/messages/${id}`)
  await field(page, say('thread.write')).fill('这段话不能丢')
  const film = { name: '录像.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(23 * 1024 * 1024) }
  await field(page, say('thread.file')).setInputFiles(film)
  await page.getByRole('button', { name: say('thread.send'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.too_large'), { timeout: 30_000 })
  await expect(page.getByText('这段话不能丢')).toBeVisible()
  await page.context().close()
})

test('who helps is told before anything is filled in what only the client can agree to', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { id: caseId, clientId, name } = await bareCase(counsellor)
  const request = { caseId, code: 'BANK_STATEMENT', from: 'COUNSELLOR', deadline: inDays(5), note: '' }
  const { id: requestId } = await post<{ id: string }>(counsellor, 'evidence-requests', request)
  const page = await enters(browser, counsellor, say, { clientId })
  await page.goto(`/portal/uploads/${requestId}`)
  await expect(page.getByRole('checkbox', { name: say('portal.upload.consent') })).toBeVisible()
  const sister = await enters(browser, counsellor, say, {
    clientId,
    delegationId: await letsHelp(page, counsellor, { clientId, name }),
  })
  await expect(sister.getByText(say('delegates.you'))).toBeVisible()
  for (const title of [say('consents.title'), say('rights.title'), say('budget.start')])
    await expect(sister.getByRole('link', { name: title, exact: true })).toHaveCount(0)
  for (const closed of ['documents', 'consents', 'data', 'family'])
    expect((await sister.goto(`/portal/${closed}`))?.status(), closed).toBe(404)
  await sister.goto(`/portal/uploads/${requestId}`)
  await expect(sister.getByText(say('delegates.only.upload'))).toBeVisible()
  await expect(sister.getByRole('checkbox')).toHaveCount(0)
  for (const way of [page, sister]) await way.context().close()
})

test('a client is told of an incident with their data on the first page, until they have read it', async ({
  as,
  browser,
  say,
}) => {
  const [counsellor, supervisor] = [await as('counsellor'), await as('supervisor')]
  const { number, clientId } = await bareCase(counsellor)
  const page = await enters(browser, counsellor, say, { clientId })
  const said = { what: '一份表格发错了邮箱。', harm: '可能有陌生来电。', done: '对方已删除。', advice: '留意陌生来电。' }
  const incident = {
    title: '错发邮件',
    what: '错发',
    harm: '骚扰',
    measures: '收回',
    foundAt: '2026-11-20T09:00',
    dataKinds: ['CONTACT'],
  }
  const { id } = await post<{ id: string }>(supervisor, 'protection/incidents', { ...incident, people: 1 })
  const notice = { version: 1, zh: said, en: said, caseNumbers: [number], isSure: true }
  await post(supervisor, `protection/incidents/${id}/notices`, notice)
  await page.goto('/portal')
  await page.getByRole('link', { name: say('notices.open') }).click()
  for (const text of Object.values(said)) await expect(page.getByText(text, { exact: true })).toBeVisible()
  await page.goto('/portal')
  await expect(page.getByRole('link', { name: say('notices.open') })).toHaveCount(0)
  await page.goto('/portal/data')
  await expect(page.getByRole('heading', { name: say('notices.list') })).toBeVisible()
  await page.context().close()
})

test('what is not there, or is done already, says so without a script and leads on', async ({ as, browser, say }) => {
  const counsellor = await as('counsellor')
  const { clientId } = await bareCase(counsellor)
  const page = await enters(browser, counsellor, say, { clientId })
  for (const gone of [`uploads/${clientId}`, 'budget/rent', 'no-such-page']) {
    expect((await page.goto(`/portal/${gone}`))?.status(), gone).toBe(404)
    await expect(page.getByRole('heading', { name: say('portal.missing.title') })).toBeVisible()
  }
  await page.getByRole('link', { name: say('portal.back') }).click()
  await expect(page).toHaveURL(/\/portal$/)
  await page.goto('/portal/consents/STATISTICS')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: say('consents.submit') }).click()
  await page.goto('/portal/consents/STATISTICS')
  await expect(page).toHaveURL(/\/portal\/consents$/)
  await page.context().close()
})
