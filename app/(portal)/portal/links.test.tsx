import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import type { Role } from '@/db/vocabulary'
import { prove } from '@/lib/core/prove'
import { messages } from '@/lib/i18n/catalogue'
import { Links } from './links'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => ({ may: ['READ'] }) }))

const facts = { kind: 'client', id: 'u', name: '', organisationId: 'o', organisationName: '', locale: 'zh-CN' } as const
const said = async (roles: Role[]) => {
  const actor = prove({ ...facts, timeZone: '', roles, owners: [], teams: [], isDemo: false, mayWrite: true })
  return new Response((await prerender(await Links({ actor }))).prelude).text()
}

test('who looked at my data is one tap from home for the client, and nothing for who helps', async () => {
  expect(await said(['CLIENT'])).toContain('<a href="/portal/data#looks">谁看过我的资料</a>')
  expect(await said(['DELEGATE'])).not.toContain('/portal/data')
})
