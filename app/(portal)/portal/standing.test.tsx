import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { NextCard } from './next-card'
import { Standing } from './standing'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

type View = Parameters<typeof Standing>[0]['view']
const kase: View['cases'][number] = {
  ...{ id: 'k', number: 'C-1', stage: 'CLIENT_REVIEW', whoseMove: 'client', product: '花呗', creditor: '某银行股份有限公司' },
  ...{ shortCreditor: '某银行', creditorId: 'c', counsellor: '李文静', openedAt: new Date('2026-11-01T02:00:00Z') },
  ...{
    steps: [{ step: 'propose', state: 'current', doneOn: null }],
    wait: null,
    instalment: null,
    isApproved: false,
    isTold: false,
  },
}
const view: View = {
  ...{ cases: [kase], next: { kind: 'approve', caseId: 'k', versionId: 'v' }, sent: [], today: '2026-11-23' },
  client: { name: '李小明', preferredName: '', needsCare: false },
}
const said = async (isOwn: boolean) => {
  const card = await NextCard({ next: view.next, today: view.today, isCalm: false, may: ['READ'], isOwn })
  const parts = [await Standing({ view, isOwn }), card]
  return Promise.all(parts.map(async (part) => new Response((await prerender(part)).prelude).text()))
}

test('the client is spoken to by name, as who has the thing to do', async () => {
  const [standing, card] = await said(true)
  expect(standing).toContain('李小明，有一件事等您来做')
  expect(card).toContain('看一看我们替您拟的方案')
})

test('who helps is told of the client, and not spoken to as if they were the one', async () => {
  const [standing, card] = await said(false)
  for (const part of ['李小明有一件事要办', '本人确认之后才会提交']) expect(standing).toContain(part)
  expect(card).toContain('确认要由本人来')
  expect(`${standing}`).not.toContain('您')
  expect(card).not.toContain('替您')
})
