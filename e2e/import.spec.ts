import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { readTable } from '@/lib/platform/table-read'
import { expect, type Say, test } from './fixtures'
import { get } from './given'

/** Saved by Chinese Excel in GB18030: three rows that can be taken in, three with something wrong. */
const sheet = readFileSync(new URL('../lib/imports/cases/clients-gb18030.csv', import.meta.url))

type Found = { clients: { id: string; maskedName: string }[] }
const fault = (say: Say, name: 'spoilt_number' | 'phone_or_id' | 'unknown_product') => say(`faults.${name}`)

test('a spreadsheet is looked through, taken in but for what is wrong, known when it comes again, and taken back', async ({
  as,
  say,
}) => {
  const page = await as('counsellor')
  const found = async (tail: string) => (await get<Found>(page, `clients?q=${tail}`)).clients.map(({ maskedName }) => maskedName)
  const choose = async () => {
    await page.goto('/clients/import')
    const file = { name: '客户.csv', mimeType: 'text/csv', buffer: sheet }
    const check = page.getByRole('button', { name: say('imports.check'), exact: true })
    // A file that is chosen before the page listens is chosen again.
    await expect(async () => {
      await page.locator('input[type=file]').setInputFiles(file)
      await expect(check).toBeVisible({ timeout: 3_000 })
    }).toPass()
    await check.click()
  }
  await choose()
  await expect(page.getByText(say('imports.summary', { fresh: 3, joins: 0, known: 0, refused: 3 }))).toBeVisible()
  const bad = page
    .getByRole('region', { name: say('imports.bad'), exact: true })
    .first()
    .getByRole('row')
  await expect(bad.nth(1)).toContainText(`4身份证号${fault(say, 'spoilt_number')}`)
  await expect(bad.nth(2)).toContainText(`5手机${fault(say, 'phone_or_id')}`)
  await expect(bad.nth(3)).toContainText(`6产品${fault(say, 'unknown_product')}`)
  await expect(page.getByRole('region', { name: say('imports.preview') })).toContainText('古丽米热·艾比布力')
  expect(await found('2340001')).toEqual([])

  await page.getByLabel(say('imports.consent')).selectOption('PAPER')
  await page.getByRole('button', { name: say('imports.start', { n: 3 }) }).click()
  await expect(page.getByText(say('imports.done', { imported: 3, known: 0, refused: 3 })).first()).toBeVisible()
  expect(await found('13912340001')).toEqual(['古丽**·艾**'])

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: say('imports.resultFile') }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await saving).createReadStream()) chunks.push(Buffer.from(chunk))
  const result = await readTable(Buffer.concat(chunks))
  const { IMPORTED, REFUSED } = { IMPORTED: say('imports.state.IMPORTED'), REFUSED: say('imports.state.REFUSED') }
  expect('table' in result && result.table.header.at(-1)).toBe(say('imports.result'))
  expect('table' in result ? result.table.records.map(({ cells }) => cells.at(-1)?.split(' · ')[0]) : []).toEqual([
    ...[IMPORTED, IMPORTED, REFUSED, REFUSED, REFUSED, IMPORTED],
  ])

  await choose()
  await expect(page.getByText(say('imports.summary', { fresh: 0, joins: 0, known: 3, refused: 3 }))).toBeVisible()
  await expect(page.getByText(say('imports.nothing'))).toBeVisible()

  await page
    .getByRole('link', { name: /客户\.csv/ })
    .first()
    .click()
  await page.getByText(say('imports.undo')).first().click()
  await page.getByRole('button', { name: say('imports.sure') }).click()
  await expect(page.getByText(say('imports.undone', { undone: 3, kept: 0 }))).toBeVisible()
  expect(await found('13912340001')).toEqual([])
})

test('whoever may not register clients finds no way to import them', async ({ as }) => {
  const page = await as('analyst')
  expect((await page.request.get('/clients/import')).status()).toBe(404)
  expect((await page.request.get('/clients/import/template')).status()).toBe(404)
})
