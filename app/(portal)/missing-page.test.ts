import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingPage } from './missing-page'

const here = new URL('.', import.meta.url).pathname

test('what is not there is said in a whole page, which needs no script and leads on', () => {
  const page = missingPage({ locale: 'zh-CN', isLarge: false, theme: undefined }, '/portal/nope')
  expect(page).toContain('<html lang="zh-CN">')
  expect(page).toMatch(/<h1>这一页现在没有内容<\/h1>/)
  expect(page).toContain('href="/portal"')
  expect(page).not.toContain('<script')
})

test('it speaks the language of its reader, in the size and colours they chose, and writes nothing else of theirs', () => {
  const page = missingPage({ locale: 'en', isLarge: true, theme: 'dark' }, '/portal/nope')
  expect(page).toContain('<html lang="en" data-text="large" data-theme="dark">')
  expect(missingPage({ locale: 'en', isLarge: false, theme: '"><b>' }, '/portal/nope')).toContain('<html lang="en">')
})

test('no page of a client ends in the framework’s own, which is empty where no script runs', () => {
  const pages = readdirSync(`${here}portal`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('page.tsx'))
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.filter((file) => /notFound\(|orNotFound/.test(readFileSync(`${here}portal/${file}`, 'utf8')))).toEqual([])
})

test('larger text and the other language are at hand on it, and lead back to it', () => {
  const page = missingPage({ locale: 'zh-CN', isLarge: false, theme: undefined }, '/portal/nope')
  for (const part of ['大字</button>', 'English</button>', 'name="back" value="/portal/nope"']) expect(page).toContain(part)
  expect(page).not.toContain('退出')
})

test('who is not in is told how to reach the office: by its number where their device is known, else where they find it', () => {
  const reader = { locale: 'zh-CN', isLarge: false, theme: undefined } as const
  const stranger = missingPage(reader, '/enter/nope')
  expect(stranger).toContain('请打辅导员给您留的电话')
  const known = missingPage({ ...reader, office: { organisation: '阳光债务咨询', phone: '021-5555' } }, '/enter/nope')
  expect(known).toContain('<b>阳光债务咨询</b> <a href="tel:021-5555">021-5555</a>')
  expect(known).not.toContain('请打辅导员给您留的电话')
  const silent = missingPage({ ...reader, office: { organisation: '阳光债务咨询', phone: '' } }, '/enter/nope')
  for (const part of ['阳光债务咨询', '请打辅导员给您留的电话']) expect(silent).toContain(part)
})
