import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { ReadAndSign } from './read-and-sign'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('../typed', () => ({ typedIn: async () => ({ name: '李小明' }) }))

/** The form as it comes back after a fault. */
async function after(error: string | undefined, of?: 'agree') {
  const form = { page: '/portal/receipts/1', error, tick: '我已看过', name: '姓名' }
  const { prelude } = await prerender(<ReadAndSign {...form} {...(of && { of })} />)
  return new Response(prelude).text()
}

test.each([
  ['tick', 'hasRead', 'tick-fault', '请先勾选'],
  ['name', 'name', 'name-fault', '签名要和您的姓名一致'],
  ['code', 'code', 'code-hint', '验证码不对或已过期'],
])('what is wrong with the %s is read out at its field', async (error, field, id, words) => {
  const form = await after(error)
  const [input = ''] = form.match(new RegExp(`<input[^>]*name="${field}"[^>]*>`)) ?? []
  expect(input).toContain('aria-invalid="true"')
  expect(input).toContain(`aria-describedby="${id}"`)
  expect(form.slice(form.indexOf(`id="${id}"`))).toContain(words)
  expect(form.match(/aria-invalid/g)).toHaveLength(1)
})

test('a tick under an authority that was forgotten is told at the tick, too', async () => {
  const form = await after('tick', 'agree')
  const [input = ''] = form.match(/<input[^>]*name="agree"[^>]*>/) ?? []
  expect(input).toContain('aria-describedby="tick-fault"')
  expect(form.slice(form.indexOf('id="tick-fault"'))).toContain('请先勾选')
})

test('before any fault the code has its hint, and nothing is called wrong', async () => {
  const form = await after(undefined)
  expect(form).toContain('aria-describedby="code-hint"')
  expect(form).toContain('请打电话给辅导员')
  expect(form).not.toContain('aria-invalid')
})
