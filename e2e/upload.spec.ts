import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, type Say, test } from './fixtures'
import { bareCase } from './given'

const mega = 1024 * 1024

/** Text of a size: the one kind of file that may be as large without being a picture. */
const textOf = (megabytes: number) => ({
  name: '流水.txt',
  mimeType: 'text/plain',
  buffer: Buffer.alloc(megabytes * mega, '2026-11-21 工资 5200.00\n'),
})

/** As slow as a telephone's network, so that progress is there to be seen. */
async function slowly(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 6 * mega },
  })
}

async function upload(page: Page, say: Say, file: ReturnType<typeof textOf>) {
  const form = page.locator('form[action="/api/files"]')
  await form.getByLabel(say('evidence.field.code')).selectOption('OTHER')
  await form.getByLabel(say('evidence.field.file')).setInputFiles(file)
  await form.getByRole('button', { name: say('evidence.uploadSubmit') }).click()
  return form
}

test('a document of 16 MB is taken in while its progress shows', async ({ as, say }) => {
  const page = await as('counsellor')
  const { id } = await bareCase(page)
  await page.goto(`/cases/${id}/evidence`)
  await slowly(page)
  const form = await upload(page, say, textOf(16))
  await expect(form.getByRole('status')).toHaveText(/[1-9]\d?\s*%/)
  await expect(page.getByText(say('evidence.uploaded')).first()).toBeVisible({ timeout: 40_000 })
})

test('a document above 20 MB is refused with what to do about it, and the form stays filled in', async ({ as, say }) => {
  const page = await as('counsellor')
  const { id } = await bareCase(page)
  await page.goto(`/cases/${id}/evidence`)
  await page.locator('form[action="/api/files"]').getByLabel(say('evidence.field.label')).fill('六个月流水')
  const form = await upload(page, say, textOf(22))
  await expect(page.getByRole('alert').getByText(say('refusals.too_large'))).toBeVisible()
  await expect(form.getByLabel(say('evidence.field.label'))).toHaveValue('六个月流水')
})
