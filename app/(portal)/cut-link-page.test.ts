import { existsSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { cutLinkPage } from './cut-link-page'
import InvitationPage from './invitations/[token]/page'

vi.mock('@/lib/invitations/link.queries', () => ({ lookAtLink: async () => undefined }))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN', getTranslations: async () => (key: string) => key }))
vi.mock('./tools', () => ({ LoneTools: () => null }))
vi.mock('./invitations/[token]/actions', () => ({ askAgainAction: '/again', enterAction: '/enter' }))
vi.mock('next/navigation', () => ({
  redirect: (place: string) => {
    throw new Error(place)
  },
}))

const reader = { locale: 'zh-CN', isLarge: false, theme: undefined } as const
const office = { organisation: '阳光债务咨询', phone: '021-5555' }

test('a cut link says in both languages what to do, and needs no script for it', () => {
  const page = cutLinkPage(reader, 'invitation', '/invitations')
  for (const part of ['<h1>没有找到这个链接</h1>', '复制完整', 'lang="en"', 'This link was not found', 'copied whole'])
    expect(page).toContain(part)
  expect(page).not.toContain('<script')
})

test('who reads English reads it first', () => {
  expect(cutLinkPage({ ...reader, locale: 'en' }, 'invitation', '/invitations')).toMatch(/<h1>This link.*没有找到这个链接/s)
})

test('where the device is known the office stands there with its number, else where its number is found safely', () => {
  const stranger = cutLinkPage(reader, 'invitation', '/invitations')
  for (const part of ['机构的信件、您签过的文件上写的电话', 'the one in its letters']) expect(stranger).toContain(part)
  expect(cutLinkPage({ ...reader, office }, 'invitation', '/invitations')).toContain('<a href="tel:021-5555">021-5555</a>')
})

test('an address of due days that was closed or cut says where a new one is opened', () => {
  const page = cutLinkPage(reader, 'calendar', '/calendar/x')
  for (const part of ['这个日历地址打不开', '还款计划里可以重新开通', 'open a new one', 'href="/enter"'])
    expect(page).toContain(part)
})

test.each(['invitations', 'calendar'])('no way of cutting a link below /%s ends in an empty page', (folder) => {
  for (const place of ['route.ts', '[token]/[...missing]/route.ts'])
    expect(existsSync(new URL(`${folder}/${place}`, import.meta.url))).toBe(true)
})

test('a link that nobody gave out leads to the page that says so', async () => {
  const opened = InvitationPage({ params: Promise.resolve({ token: 'x' }), searchParams: Promise.resolve({}) })
  await expect(opened).rejects.toThrow('/invitations')
})
