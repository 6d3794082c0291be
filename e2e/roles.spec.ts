import { readdirSync } from 'node:fs'
import { basename, dirname, sep } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Login, test } from './fixtures'
import { everyPage } from './routes'

/** How a page answers this person: its status, without following where it may send them. */
async function answersTo(page: Page, paths: readonly string[]) {
  const answers = new Map<string, number>()
  for (const path of paths) answers.set(path, (await page.request.get(path, { maxRedirects: 0 })).status())
  return answers
}

const everybody = [
  'admin',
  'counsellor',
  'otherCounsellor',
  'analyst',
  'auditor',
  'client',
  'stranger',
  'strangersClient',
] as const

/** Pages of one person or case of the first office. */
const isSomebodys = (path: string) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(path)

/** Every page's address, as the tree of the product says it: what stands in brackets is anything. */
function pagesOfProduct(): string[] {
  const files = readdirSync(new URL('../app', import.meta.url), { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => basename(file) === 'page.tsx').map((file) => dirname(file).split(sep))
  return pages.map((parts) => `/${parts.filter((part) => !/^(\.|\(.*)$/.test(part)).join('/')}`)
}
const shapeOf = (page: string) => new RegExp(`^${page.replace(/\[\.\.\.\w+\]/g, '.+').replace(/\[\w+\]/g, '[^/]+')}$`)

test('every page of the product is among those that are looked at', async ({ as }) => {
  const looked = (await everyPage(as)).map(({ path }) => path.replace(/\?.*/, ''))
  const pages = pagesOfProduct()
  expect(pages.length).toBeGreaterThan(80)
  const unseen = pages.filter(
    (page) => !looked.some((path) => path === page || (shapeOf(page).test(path) && !pages.includes(path))),
  )
  expect(unseen).toEqual([])
})

test('no page breaks, whoever opens it', async ({ as }) => {
  test.setTimeout(600_000)
  const paths = (await everyPage(as)).map(({ path }) => path)
  const broken: string[] = []
  for (const who of everybody) {
    const answers = await answersTo(await as(who), paths)
    broken.push(...[...answers].flatMap(([path, status]) => (status >= 500 ? [`${who}: ${path}: ${status}`] : [])))
  }
  expect(broken).toEqual([])
})

test('somebody of another office finds no case, client, version or plan of the first, whatever the address', async ({ as }) => {
  const paths = (await everyPage(as)).map(({ path }) => path).filter(isSomebodys)
  expect(paths.length).toBeGreaterThan(12)
  const found: string[] = []
  const strangers: readonly Login[] = ['stranger', 'strangersClient']
  for (const who of strangers) {
    const answers = await answersTo(await as(who), paths)
    found.push(...[...answers].flatMap(([path, status]) => (status === 200 ? [`${who}: ${path}`] : [])))
  }
  expect(found).toEqual([])
})

test('one client finds nothing of another client', async ({ as }) => {
  const own = (await everyPage(as)).filter(({ who, path }) => who === 'client' && isSomebodys(path)).map(({ path }) => path)
  expect(own.length).toBeGreaterThan(0)
  const other = await as('otherClient')
  const answers = own.map(async (path) => (await other.request.get(path)).status()) // followed to the page that says so
  expect(await Promise.all(answers)).toEqual(own.map(() => 404))
})
