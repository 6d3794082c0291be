import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, field, test } from './fixtures'
import { get, inDays, post, signingCode } from './given'

/** An old phone in a hand: narrow, touched, and without scripts. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, javaScriptEnabled: false }

type Portal = { client: { name: string }; cases: { id: string; stage: string; instalment: { agreementId: string } | null }[] }
const portalOf = (page: Page) => get<Portal>(page, 'portal')

/** The client's case that is not over. */
async function openCaseOf(page: Page) {
  const open = (await portalOf(page)).cases.find(({ stage }) => stage !== 'CLOSED')
  if (open === undefined) throw new Error('The client has no open case.')
  return open
}

async function asksForStatement(counsellor: Page, caseId: string) {
  const note = `近六个月工资流水，${Date.now()}`
  const request = { caseId, code: 'BANK_STATEMENT', from: 'COUNSELLOR', deadline: inDays(5), note }
  return { note, ...(await post<{ id: string }>(counsellor, 'evidence-requests', request)) }
}

type Proposals = { proposals: { id: string; version: number; lines: Line[] }[] }
type Line = { debtId: string; treatment: string; reliefs: { type: string; toPeriods?: number }[] }

/** The newest version on other terms than before, which the client has therefore not confirmed yet. */
async function showsVersion(counsellor: Page, caseId: string) {
  const { proposals } = await get<Proposals>(counsellor, `proposals?caseId=${caseId}`)
  const [newest] = proposals
  if (newest === undefined) throw new Error('The case has no proposal.')
  const { id, version } = newest
  const lines = newest.lines.map(({ debtId, treatment, reliefs }) => {
    const before = reliefs.find(({ type }) => type === 'TERM_EXTENSION')?.toPeriods ?? 12
    return { debtId, treatment, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: before === 12 ? 14 : 12 }] }
  })
  await post(counsellor, `proposals/${id}`, { version, lines }, 'PATCH')
  return id
}

const isLegible = (page: Page) =>
  page
    .locator('main p:not(.note):not(.k), main li > span:not(.d)')
    .evaluateAll((texts) =>
      texts.filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) < 17).map((text) => text.textContent),
    )

test('home says where things stand, with one thing to do at most, in letters that can be read', async ({ as, say }) => {
  const page = await as('client', phone)
  await page.goto('/portal')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(say('portal.title'))
  await expect(page.locator('ol.steps').first()).toBeVisible()
  expect(await page.locator('.big').count()).toBeLessThanOrEqual(1)
  expect(await isLegible(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  for (const target of await page.locator('main a:not(.note a), main button, .help a').all())
    expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44)
  await expect(page.getByText(say('portal.fraud'))).toBeVisible()
})

test('a document that was asked for is sent as a photo, and stands among what was given', async ({ as, say }) => {
  const [page, counsellor] = [await as('client', phone), await as('counsellor')]
  const { id, note } = await asksForStatement(counsellor, (await openCaseOf(page)).id)
  await page.goto(`/portal/uploads/${id}`)
  await expect(page.getByText(note)).toBeVisible()
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ddeeff' } })
    .png()
    .toBuffer()
  await field(page, say('portal.upload.choose')).setInputFiles({ name: '流水.png', mimeType: 'image/png', buffer: photo })
  const consent = page.getByRole('checkbox', { name: say('portal.upload.consent') })
  if ((await consent.count()) > 0) await consent.check()
  await page.getByRole('button', { name: say('portal.upload.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.uploaded'))
  await page.goto(`/portal/uploads/${id}`)
  await expect(page.getByText(say('portal.upload.more'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('portal.upload.cannotSubmit') })).toHaveCount(0)
})

test('several photos go at once without a script, and one by one with what became of each where there is one', async ({
  as,
  say,
}) => {
  const counsellor = await as('counsellor')
  for (const javaScriptEnabled of [false, true]) {
    const page = await as('client', { ...phone, javaScriptEnabled })
    const { id } = await asksForStatement(counsellor, (await openCaseOf(page)).id)
    const photos = ['#ddeeff', '#ffeedd'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    )
    const files = (await Promise.all(photos)).map((buffer) => ({ name: 'image.jpg', mimeType: 'image/jpeg', buffer }))
    await page.goto(`/portal/uploads/${id}`, { waitUntil: 'networkidle' })
    await field(page, say('portal.upload.choose')).setInputFiles(files)
    const consent = page.getByRole('checkbox', { name: say('portal.upload.consent') })
    if ((await consent.count()) > 0) await consent.check()
    await page.getByRole('button', { name: say('portal.upload.submit'), exact: true }).click()
    await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.uploaded'))
    const { documents } = await get<{ documents: { addTo: string | null }[] }>(page, 'portal')
    expect(documents.filter(({ addTo }) => addTo === id).length, String(javaScriptEnabled)).toBe(1)
  }
})

test('a photo whose network breaks off is sent again by itself, once', async ({ as, say }) => {
  const [page, counsellor] = [await as('client', { ...phone, javaScriptEnabled: true }), await as('counsellor')]
  const { id } = await asksForStatement(counsellor, (await openCaseOf(page)).id)
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ddffee' } })
    .jpeg()
    .toBuffer()
  let tries = 0
  await page.route('**/files', (route) => {
    tries += 1
    return tries === 1 ? route.abort('internetdisconnected') : route.continue()
  })
  await page.goto(`/portal/uploads/${id}`, { waitUntil: 'networkidle' })
  await field(page, say('portal.upload.choose')).setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: photo })
  const consent = page.getByRole('checkbox', { name: say('portal.upload.consent') })
  if ((await consent.count()) > 0) await consent.check()
  await page.getByRole('button', { name: say('portal.upload.submit'), exact: true }).click()
  await expect(page.getByText(say('portal.upload.state.resting'))).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.uploaded'), { timeout: 20_000 })
  expect(tries).toBe(2)
})

test('a message stays although the photo that came with it cannot be opened, and it says what to do', async ({ as, say }) => {
  const page = await as('client', phone)
  const { id } = await openCaseOf(page)
  await page.goto(`/portal/messages/${id}`)
  const words = `看得懂吗 ${Date.now()}`
  await field(page, say('thread.write')).fill(words)
  const heic = Buffer.from('0000001c66747970686569630000000068656963', 'hex')
  await field(page, say('thread.file')).setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic })
  await page.getByRole('button', { name: say('thread.send'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.heic'))
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.sent'))
  await expect(page.getByText(words)).toBeVisible()
})

test('a program dressed up as a photo is refused in words, and the request stays open', async ({ as, say }) => {
  const [page, counsellor] = [await as('client', phone), await as('counsellor')]
  const { id } = await asksForStatement(counsellor, (await openCaseOf(page)).id)
  await page.goto(`/portal/uploads/${id}`)
  const program = { name: '流水.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\u0000 not a picture') }
  await field(page, say('portal.upload.choose')).setInputFiles(program)
  const consent = page.getByRole('checkbox', { name: say('portal.upload.consent') })
  if ((await consent.count()) > 0) await consent.check()
  await page.getByRole('button', { name: say('portal.upload.submit'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.unsupported_type'))
  await expect(page).toHaveURL(new RegExp(id))
  await expect(page.locator('#fault')).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('a version is read, confirmed by name and code, and from then on shown as confirmed', async ({ as, say }) => {
  const [page, counsellor] = [await as('client', phone), await as('counsellor')]
  const { client } = await portalOf(page)
  const caseId = (await openCaseOf(page)).id
  const id = await showsVersion(counsellor, caseId)
  const clientId = (await get<{ client: { id: string } }>(counsellor, `cases/${caseId}`)).client.id
  const code = await signingCode(counsellor, clientId)
  await page.goto('/portal')
  await page.getByRole('link', { name: say('portal.approveButton') }).click()
  await expect(page).toHaveURL(new RegExp(`/portal/proposals/${id}`))
  await expect(page.getByRole('region', { name: say('portal.version.schedule') })).toBeVisible()
  const tick = page.getByRole('checkbox', { name: say('portal.version.tick') })
  await expect(tick).not.toBeChecked()
  await tick.check()
  await field(page, say('portal.version.name')).fill('另一个人')
  await field(page, say('consents.authority.code')).fill('000000')
  await page.getByRole('button', { name: say('portal.version.confirm') }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.name'))
  await tick.check()
  await field(page, say('portal.version.name')).fill(client.name)
  await field(page, say('consents.authority.code')).fill('000000')
  await page.getByRole('button', { name: say('portal.version.confirm') }).click()
  await expect(page.getByRole('alert')).toContainText(say('portal.error.code'))
  await field(page, say('consents.authority.code')).fill(code)
  await page.getByRole('button', { name: say('portal.version.confirm') }).click()
  await expect(page.getByRole('status')).toHaveText(say('portal.doneMessage.approved'))
  await page.goto(`/portal/proposals/${id}`)
  await expect(page.getByRole('button', { name: say('portal.version.confirm') })).toHaveCount(0)
  await expect(page.locator('#receipt dd', { hasText: /^Chrome · \w+$/ })).toBeVisible()
})

test('SX-02 小张 sees the whole plan: the half that was not waived comes first', async ({ as, say }) => {
  const page = await as('otherClient', phone)
  await page.goto('/portal')
  await page.getByRole('link', { name: say('portal.planLink') }).click()
  await expect(page.getByText('¥18,979.51')).toBeVisible()
  await expect(page.locator('tbody tr td:nth-child(3)')).toHaveText([
    '¥3,343.25',
    '¥3,127.25',
    '¥3,127.25',
    '¥3,127.25',
    '¥3,127.25',
    '¥3,127.26',
  ])
})

test('a plan prints in black, with no ways on it, also where the screen is dark', async ({ as, say, baseURL }) => {
  const page = await as('otherClient', phone)
  await page.context().addCookies([{ name: 'parley.theme', value: 'dark', url: baseURL ?? '' }])
  await page.goto('/portal')
  await page.getByRole('link', { name: say('portal.planLink') }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')
  for (const text of ['h1', '.lead', '.safe', 'td']) await expect(page.locator(text).first()).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.getByText('¥18,979.51')).toBeVisible()
  await expect(page.locator('main a:visible')).toHaveCount(0)
})

test('nobody reaches another client’s papers by changing an id', async ({ as }) => {
  const [page, counsellor, other] = [await as('client', phone), await as('counsellor'), await as('otherClient', phone)]
  const { id: caseId } = await openCaseOf(page)
  const request = await asksForStatement(counsellor, caseId)
  const version = await showsVersion(counsellor, caseId)
  const agreement = (await openCaseOf(other)).instalment?.agreementId ?? ''
  const foreign = [
    [other, `uploads/${request.id}`],
    [other, `proposals/${version}`],
    [page, `plans/${agreement}`],
    [page, `receipts/${agreement}`],
  ] as const
  for (const [thief, path] of foreign) expect((await thief.goto(`/portal/${path}`))?.status(), path).toBe(404)
  for (const [owner, path] of [
    [page, `uploads/${request.id}`],
    [other, `plans/${agreement}`],
  ] as const)
    expect((await owner.goto(`/portal/${path}`))?.status(), path).toBe(200)
  expect((await other.request.get(`/api/v1/portal/proposals/${version}`)).status()).toBe(404)
})

test('the portal’s style is plain enough for old phones, and nothing on it needs a script', async ({ as }) => {
  const page = await as('client', phone)
  await page.goto('/portal')
  for (const sheet of await page.locator('link[rel="stylesheet"]').all()) {
    const style = await (await page.request.get((await sheet.getAttribute('href')) ?? '')).text()
    expect(style.match(/oklch\(|@layer|color-mix\(/g)).toBeNull()
  }
})
