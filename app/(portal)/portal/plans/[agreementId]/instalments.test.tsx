import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { Instalments } from './instalments'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

const said = async (status: 'DRAFT' | 'ACTIVE') => {
  const view = { status, product: '借呗', total: '13107.88', instalments: [] }
  return new Response((await prerender(<Instalments view={view} />)).prelude).text()
}

test('of a plan whose receipt is not signed it is said that it has not begun, without an empty table or a total', async () => {
  const draft = await said('DRAFT')
  expect(draft).toContain('签好回执')
  expect(draft).not.toMatch(/<table|13,107/)
  expect(await said('ACTIVE')).toMatch(/13,107.*<table/)
})
