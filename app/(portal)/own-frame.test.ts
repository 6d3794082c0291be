import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { missingPage } from './missing-page'
import { ownFrame } from './own-frame'

const who = vi.hoisted(() => ({ actor: { kind: 'client', organisationName: '阳光债务咨询' } as object | undefined }))
vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => who.actor }))
vi.mock('@/lib/portal/frame.queries', () => ({
  frame: async () => ({
    ...{ safePhrase: '桂<花', phone: '021-5555', counsellor: '李文静', unread: 0, may: ['MESSAGE'], quickExit: true },
  }),
}))

const reader = { locale: 'zh-CN', isLarge: false, theme: undefined } as const

test('who is in finds on a missing page their office, their safe phrase, the way out and the ways to reach us', async () => {
  const page = missingPage({ ...reader, own: await ownFrame() }, '/portal/nope')
  for (const part of [
    '阳光债务咨询<div class="tools">',
    '退出</button>',
    '「桂&lt;花」',
    'tel:021-5555',
    '打电话给李文静',
    '/portal/messages',
    'action="/leave"',
  ])
    expect(page).toContain(part)
})

test('who is not in finds nothing of anybody’s there', async () => {
  who.actor = undefined
  const page = missingPage({ ...reader, own: await ownFrame() }, '/portal/nope')
  expect(page).toContain('协商台<div class="tools">')
  expect(page).not.toContain('tel:')
})
