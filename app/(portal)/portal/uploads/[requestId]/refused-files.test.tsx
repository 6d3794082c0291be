import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { Cannot } from './cannot'
import { RefusedFiles } from './refused-files'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => ({ id: 'li' }) }))
vi.mock('../../actions', () => ({ cannotProvideAction: '/send' }))

const shown = async (part: React.ReactNode) => new Response((await prerender(part)).prelude).text()

test('of several files sent at once the refused one is named, and the others are said to be here', async () => {
  const page = await shown(<RefusedFiles typed={{ sent: '3', taken: '2', notTaken: 'heic 工资单.heic' }} />)
  expect(page).toContain('您选了 3 个文件，收到了 2 个，收到的不用再传；下面没有收下的，请换一种再传：')
  expect(page).toContain('工资单.heic')
  expect(page).not.toContain('HEIC 照片')
})

test('where each was refused for another reason, each says its own', async () => {
  const page = await shown(<RefusedFiles typed={{ sent: '2', taken: '0', notTaken: 'heic 一.heic\nencrypted 二.pdf' }} />)
  expect(page).toContain('您选的 2 个文件都没有收下：')
  expect(page).toContain('HEIC 照片')
  expect(page).toContain('设了密码')
})

test('where nothing was refused nothing is said', async () => {
  expect(await shown(<RefusedFiles typed={{}} />)).toBe('')
})

test('why a document is not there is given back to who typed it, and too long a reason is told at its field', async () => {
  const form = await shown(<Cannot requestId="1" reason="单位还没开" error="reasonLong" />)
  expect(form).toContain('name="whose" value="li"')
  expect(form).toMatch(/<textarea[^>]*aria-invalid="true" aria-describedby="reason-fault"[^>]*>单位还没开</)
  expect(form).toContain('最多写 200 个字')
})
