import { expect, test } from 'vitest'
import { keptPage } from './kept-page'

const reader = { locale: 'zh-CN', isLarge: false, theme: undefined } as const
const kept = {
  why: 'ended',
  action: '/portal/messages/1/send',
  door: '/enter?back=%2Fportal',
  body: '孩子病了\n</textarea><script>"&',
} as const

test('what was written while the session ended comes back whole, and is sent from where it stands', () => {
  const page = keptPage(reader, kept)
  expect(page).toContain('<h1>登录已结束，您写的还在</h1>')
  expect(page).toContain('action="/portal/messages/1/send" method="post"')
  expect(page).toContain('href="/enter?back=%2Fportal" target="_blank"')
  // A browser leaves out the first line break within a text area, and no other.
  expect(page).toContain('>\n孩子病了\n&lt;/textarea&gt;&lt;script&gt;')
  expect(page).not.toContain('<script')
})

test('what is too long comes back whole with how long it may be, in a field that cuts nothing off', () => {
  const page = keptPage(reader, { ...kept, door: null, body: '长'.repeat(2001) })
  expect(page).toContain('role="alert">一次最多写 2,000 个字')
  expect(page).toContain(`>\n${'长'.repeat(2001)}</textarea>`)
  expect(page).not.toContain('maxlength')
  expect(page).not.toContain('target="_blank"')
})

test('it speaks the language of its reader', () => {
  expect(keptPage({ ...reader, locale: 'en' }, kept)).toContain('what you wrote is still here')
})
