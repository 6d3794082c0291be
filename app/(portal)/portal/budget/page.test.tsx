import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import BudgetPage from './page'

type Held = { stoppedSince: string | null }
const held = vi.hoisted((): Held => ({ stoppedSince: null }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(to)
  },
}))
vi.mock('../../client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('@/lib/core/permissions', () => ({ mayDo: () => true }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => held }))
vi.mock('@/lib/portal/budget.queries', () => ({ myBudget: async () => ({ next: 'food' }) }))

test('the budget goes on with its next question, and asks none while the work stands still', async () => {
  await expect(BudgetPage()).rejects.toThrow('/portal/budget/food')
  held.stoppedSince = '2026-11-23T02:00:00Z'
  const page = await new Response((await prerender(await BudgetPage())).prelude).text()
  expect(page).toContain('您撤回了同意')
})
