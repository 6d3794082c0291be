import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { Role } from '@/db/vocabulary'
import { prove } from '@/lib/core/prove'
import { messages } from '@/lib/i18n/catalogue'
import { Stopped } from './stopped'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async () => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace: 'consents.stopped' }),
}))

const held = vi.hoisted(() => ({ hasPlan: false }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => held }))

const since = '2026-11-23T02:00:00Z'
const said = async (roles: Role[]) => {
  const facts = { kind: 'client', id: 'u', name: '', organisationId: 'o', organisationName: '', locale: 'zh-CN' } as const
  const actor = prove({ ...facts, timeZone: 'Asia/Shanghai', roles, owners: [], teams: [], isDemo: false, mayWrite: true })
  return renderToStaticMarkup(await Stopped({ since, actor }))
}

test('the client is told since when the work stands still, with one main way on and one to deletion', async () => {
  const page = await said(['CLIENT'])
  expect(page).toContain('您在11月23日撤回了')
  expect(page.match(/class="big"/g)).toHaveLength(1)
  for (const way of ['/portal/consents/PROCESSING', '/portal/data']) expect(page).toContain(`href="${way}"`)
})

test('who helps is told too, and that only the client decides', async () => {
  const page = await said(['DELEGATE'])
  expect(page).toContain('由本人决定')
  expect(page).toContain('本人撤回了同意')
  expect(page).not.toContain('您撤回了')
  expect(page).not.toContain('href=')
})

test('who has a plan in force is told to go on with it; who has none is told of none', async () => {
  expect(await said(['CLIENT'])).not.toContain('还款计划')
  held.hasPlan = true
  expect(await said(['CLIENT'])).toContain('还款计划仍然有效')
})
