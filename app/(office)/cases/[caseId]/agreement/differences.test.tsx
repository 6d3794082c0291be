import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { Differences } from './differences'

const page = vi.hoisted(() => ({ locale: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => page.locale,
  getTranslations: async () =>
    createTranslator({ locale: page.locale, messages: messages[page.locale], namespace: 'agreements' }),
}))

const side = { due: '2026-12-05', payment: '1000.00' }
const differences = [{ n: 1, ours: side, theirs: { ...side, payment: '1001.00' }, difference: '1.00', isSame: false }]

test.each([
  ['zh-CN', '先向债权方核实再签回执', '回执已签，还款以债权方的纸面为准'],
  ['en', 'ask before the receipt is signed', 'The receipt is signed, and their paper decides'],
] as const)(
  'a plan that differs is asked about before the receipt is signed, and counts after it: %s',
  async (locale, before, after) => {
    page.locale = locale
    const said = async (isSigned: boolean) => renderToStaticMarkup(await Differences({ differences, isSigned }))
    expect(await said(false)).toContain(before)
    expect(await said(true)).toContain(after)
    expect(await said(true)).not.toContain(before)
  },
)
