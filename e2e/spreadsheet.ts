import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'

/** A table taken along from the reports page: its bytes and its name. */
export async function download(page: Page, kind: string, format: 'csv' | 'xlsx') {
  await page.goto('/reports')
  const waiting = page.waitForEvent('download')
  await page.locator(`a[href="/reports/${kind}/export?format=${format}"]`).click()
  const file = await waiting
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

/** Fields of RFC 4180, read without our own writer: quotes doubled, breaks inside quotes kept. The first row is the heads. */
export function cellsOf(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.filter(({ length }) => length > 1)
}

/** The rows of a table as records, by the words over their columns. */
export async function recordsOf(page: Page, kind: string): Promise<Record<string, string>[]> {
  const [heads = [], ...rows] = cellsOf((await download(page, kind, 'csv')).bytes)
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])))
}
