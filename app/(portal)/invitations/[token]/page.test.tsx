import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import InvitationPage from './page'

const held = vi.hoisted(() => ({ link: {} as object }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'entry') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/lib/invitations/link.queries', () => ({ lookAtLink: async () => held.link }))
vi.mock('../../tools', () => ({ LoneTools: () => null }))
vi.mock('./actions', () => ({ askAgainAction: '/again', enterAction: '/enter' }))

type Asked = { askedAt: string | null; mayAsk: boolean }

const said = (mayAsk: boolean, query: { asked?: string }) => saidOf({ askedAt: '2026-11-02T02:00:00Z', mayAsk }, query)

const saidOf = async (asked: Asked, query: { asked?: string }) => {
  held.link = { state: 'expired', organisation: '阳光', phone: '021-5555', timeZone: 'Asia/Shanghai', ...asked }
  const page = await InvitationPage({ params: Promise.resolve({ token: 't' }), searchParams: Promise.resolve(query) })
  return (await new Response((await prerender(page)).prelude).text()).replace(/<!--.*?-->/g, '')
}

test('who has just asked for a new link is told that it will come, without a reproof', async () => {
  const page = await said(false, { asked: '1' })
  expect(page).toContain('<p class="lead" role="status">新的链接会尽快发给您。')
  expect(page).not.toMatch(/申请过|<button/)
})

test('who comes back is told when they asked, and after a day may ask again or call', async () => {
  expect(await said(false, {})).toContain('申请过新的链接。新的链接会尽快发给您。')
  const later = await said(true, { asked: '1' })
  for (const part of ['11月2日申请过新的链接。还没有收到', '021-5555', '再申请一次</button>']) expect(later).toContain(part)
})

test('a link that is over says so, offers a new one and tells the office’s number', async () => {
  const page = await saidOf({ askedAt: null, mayAsk: true }, {})
  for (const part of ['这个链接已经过期', '申请新的链接</button>', '阳光 <a href="tel:021-5555">021-5555</a>'])
    expect(page).toContain(part)
})
