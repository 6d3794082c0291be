import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import { analyticsFilter } from '@/lib/analytics/filter'
import { decidedOffice, seen } from '@/lib/analytics/simulated-view'
import { messages } from '@/lib/i18n/catalogue'
import { countsText, emptyOf } from './counts-text'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'analytics') =>
    createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

const { funnel } = seen(decidedOffice([{ stratum: '甲 · 贷', values: { 'F-14': true }, approved: 20, refused: 12 }]), 5)
const none = seen([], 10).funnel

test('what was counted is said', async () => {
  expect(await countsText({ funnel, reach: null, why: null })).toMatch(/^已提交 32 件（\d+ 位客户） · 获批 20 · 被拒 12/)
  expect(await countsText({ funnel: none, reach: null, why: null })).toContain('已提交 0 件')
})

test('where nothing was sent there are no kinds of it to tell', async () => {
  expect(await countsText({ funnel: none, reach: null, why: null })).toBe('已提交 0 件（0 位客户）')
})

test('nothing that fits a filter is not nothing that was ever sent', () => {
  const whole = analyticsFilter.parse({})
  expect([emptyOf(whole), emptyOf({ ...whole, round: 'later' }), emptyOf({ ...whole, round: 'first' })]).toEqual([
    ...['empty', 'emptyPart', 'empty'],
  ])
})

test('a filter that is not answered is not one that nothing fits', async () => {
  expect(await countsText({ funnel: none, reach: null, why: 'differenced' })).toBe(
    messages['zh-CN'].analytics.unanswered.differenced,
  )
})

test('nor is an office whose proposals are still being gathered one that sent none', async () => {
  expect(await countsText({ funnel: none, reach: null, why: 'gathering' })).not.toContain('0')
})

test('over which days, to how many creditors and by how many counsellors it was sent is said', async () => {
  const reach = { from: '2025-01-01', to: '2026-05-31', creditors: 12, counsellors: 6, few: 10 }
  const said = await countsText({ funnel, reach, why: null })
  expect(said).toContain('（32 位客户） · 2025-01-01 至 2026-05-31 提交 · 12 家债权方 · 6 位辅导员 · 获批 20')
  const few = await countsText({ funnel, reach: { ...reach, creditors: null, counsellors: null }, why: null })
  expect(few).toContain(' · 债权方不足 10 家 · 辅导员不足 10 位 · ')
  expect(await countsText({ funnel, reach: { ...reach, counsellors: 0 }, why: null })).not.toContain('辅导员')
})
