import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, field, test } from './fixtures'
import { get, inDays, post } from './given'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, javaScriptEnabled: false }

type Portal = { cases: { id: string; stage: string }[] }

/** A document asked of the client, and the page on which it is given. */
async function askedFor(client: Page, counsellor: Page) {
  const { cases } = await get<Portal>(client, 'portal')
  const caseId = cases.find(({ stage }) => stage !== 'CLOSED')?.id
  const asked = { caseId, code: 'PAYSLIP', from: 'COUNSELLOR', deadline: inDays(5), note: `工资单，${Date.now()}` }
  const { id } = await post<{ id: string }>(counsellor, 'evidence-requests', asked)
  return `/portal/uploads/${id}`
}

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#ddeeff' } })
    .jpeg()
    .toBuffer()
const heic = Buffer.from('0000001c66747970686569630000000068656963', 'hex')

test('of two files sent at once without a script the one that cannot be opened is named, and the other stays', async ({
  as,
  say,
}) => {
  const [page, counsellor] = [await as('client', phone), await as('counsellor')]
  await page.goto(await askedFor(page, counsellor))
  await field(page, say('portal.upload.choose')).setInputFiles([
    { name: 'IMG_7.HEIC', mimeType: 'image/heic', buffer: heic },
    { name: '工资单.jpg', mimeType: 'image/jpeg', buffer: await photo() },
  ])
  const consent = page.getByRole('checkbox', { name: say('portal.upload.consent') })
  if ((await consent.count()) > 0) await consent.check()
  await page.getByRole('button', { name: say('portal.upload.submit'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.heic'))
  await expect(page.getByText(say('portal.upload.ofSeveral', { sent: 2, taken: 1 }))).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'IMG_7.HEIC' })).toBeVisible()
  await expect(page.getByText(say('portal.upload.more'))).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('why a document is not there is still written when they come back in after their session ended', async ({ as, say }) => {
  const [page, counsellor] = [await as('client', phone), await as('counsellor')]
  const place = await askedFor(page, counsellor)
  await page.goto(place)
  const reason = page.getByRole('textbox', { name: say('portal.upload.cannotReason') })
  await reason.fill('单位还没有开证明')
  const session = (await page.context().cookies()).filter(({ name }) => name.includes('session'))
  await page.context().clearCookies({ name: /session/ })
  await page.getByRole('button', { name: say('portal.upload.cannotSubmit') }).click()
  await expect(page).not.toHaveURL(/uploads\/[^%]*$/)
  await page.context().addCookies(session)
  await page.goto(place)
  await expect(reason).toHaveValue('单位还没有开证明')
})
