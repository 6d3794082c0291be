import { expect, test } from 'vitest'
import { keptPage } from './kept-page'

const reader = { locale: 'zh-CN', isLarge: false, theme: undefined } as const
const kept = { action: '/portal/messages/1/send', door: '/enter?back=%2Fportal', body: '孩子病了\n</textarea><script>"&' }

test('what was written while the session ended comes back whole, and is sent from where it stands', () => {
  const page = keptPage(reader, kept)
  expect(page).toContain('<h1>登录已结束，您写的还在</h1>')
  expect(page).toContain('action="/portal/messages/1/send" method="post"')
  expect(page).toContain('href="/enter?back=%2Fportal" target="_blank"')
  // A browser leaves out the first line break within a text area, and no other.
  expect(page).toContain('>\n孩子病了\n&lt;/textarea&gt;&lt;script&gt;')
  expect(page).not.toContain('<script')
})

test('it speaks the language of its reader', () => {
  expect(keptPage({ ...reader, locale: 'en' }, kept)).toContain('what you wrote is still here')
})
