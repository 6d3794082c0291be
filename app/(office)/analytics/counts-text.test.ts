import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import { decidedOffice, seen } from '@/lib/analytics/simulated-view'
import { messages } from '@/lib/i18n/catalogue'
import { countsText } from './counts-text'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'analytics') =>
    createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

const { funnel } = seen(decidedOffice([{ stratum: '甲 · 贷', values: { 'F-14': true }, approved: 20, refused: 12 }]), 5)
const none = seen([], 10).funnel

test('what was counted is said', async () => {
  expect(await countsText({ funnel, why: null })).toMatch(/^已提交 32 件（\d+ 位客户） · 获批 20 · 被拒 12/)
  expect(await countsText({ funnel: none, why: null })).toContain('已提交 0 件')
})

test('a filter that is not answered is not one that nothing fits', async () => {
  expect(await countsText({ funnel: none, why: 'differenced' })).toBe(messages['zh-CN'].analytics.unanswered.differenced)
})

test('nor is an office whose proposals are still being gathered one that sent none', async () => {
  expect(await countsText({ funnel: none, why: 'gathering' })).not.toContain('0')
})
