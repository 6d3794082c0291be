import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { FieldFault, Message } from './message'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

test.each([
  ['file', 'file', '请先选择一个文件'],
  ['agree', 'tick', '我同意'],
  ['kind', 'kind', '请改正、请删除'],
  ['reason', 'kind', '遇到了什么情况'],
  ['phraseLong', 'phrase', '最多 30 个字'],
  ['reasonLong', 'reason', '最多写 200 个字'],
  ['noteLong', 'note', '最多写 1,000 个字'],
  ['relationLong', 'relation', '最多写 30 个字'],
  ['digits', 'code', '六位数字'],
])('of %s the same sentence stands above the form and at the field', async (error, field, words) => {
  for (const part of [<Message key="all" error={error} />, <FieldFault key="one" field={field} error={error} />])
    expect(await new Response((await prerender(part)).prelude).text()).toContain(words)
})
