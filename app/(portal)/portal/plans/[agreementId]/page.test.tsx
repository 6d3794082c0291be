import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import PlanPage from './page'

const held = vi.hoisted(() => ({ status: 'DRAFT' }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/app/(portal)/client-here', () => ({ clientHere: async () => ({}) }))
vi.mock('./say-paid', () => ({ SayPaid: () => null }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => ({ may: [], needsCare: false }) }))
vi.mock('@/lib/portal/plan.queries', () => ({
  plan: async () => ({
    ...{ id: 'a', status: held.status, product: '借呗', total: '100.00', instalments: [], struckOut: [], receipt: null },
    ...{ settles: { claims: ['fees', 'interest', 'principal'], isByLaw: true }, isTold: false, today: '2026-11-23' },
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
