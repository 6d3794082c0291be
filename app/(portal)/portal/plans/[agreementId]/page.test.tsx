import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import PlanPage from './page'

type Held = { status: string; isTold: boolean; stoppedSince: string | null }
const held = vi.hoisted((): Held => ({ status: 'DRAFT', isTold: false, stoppedSince: null }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/app/(portal)/client-here', () => ({ clientHere: async () => ({}) }))
vi.mock('./say-paid', () => ({ SayPaid: () => null }))
vi.mock('@/lib/portal/frame.queries', () => ({
  frame: async () => ({ may: [], needsCare: false, stoppedSince: held.stoppedSince }),
}))
vi.mock('@/lib/portal/plan.queries', () => ({
  plan: async () => ({
    ...{ id: 'a', status: held.status, product: '借呗', total: '100.00', instalments: [], struckOut: [], receipt: null },
    ...{ settles: { claims: ['fees', 'interest', 'principal'], isByLaw: true }, isTold: held.isTold, today: '2026-11-23' },
  }),
}))

const said = async (status: string) => {
  held.status = status
  const page = await PlanPage({ params: Promise.resolve({ agreementId: 'a' }), searchParams: Promise.resolve({}) })
  return new Response((await prerender(page)).prelude).text()
}

test('a plan that has not begun has nothing to print, to put in a calendar or to pay in turn', async () => {
  const ways = ['href="/portal/calendar"', '打印', '先还最早的一期']
  const [draft, active] = [await said('DRAFT'), await said('ACTIVE')]
  expect(ways.filter((way) => draft.includes(way))).toEqual([])
  expect(ways.filter((way) => !active.includes(way))).toEqual([])
})

test('who said that they cannot pay is promised a call, and none while the work stands still', async () => {
  held.isTold = true
  expect(await said('ACTIVE')).toContain('辅导员会给您打电话')
  held.stoppedSince = '2026-11-23T02:00:00Z'
  const page = await said('ACTIVE')
  expect(page).not.toContain('辅导员会给您打电话')
  expect(page).toContain('先停在这里。还款计划仍然有效')
})
