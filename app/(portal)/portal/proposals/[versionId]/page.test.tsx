import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import ProposalPage from './page'

type Held = { sentOn: string | null; approvedOn: string | null; stoppedSince: string | null; letterLocale: string }
const fresh: Held = { sentOn: null, approvedOn: null, stoppedSince: null, letterLocale: 'zh-CN' }
const held = vi.hoisted((): { now: Held | null } => ({ now: null }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/app/(portal)/client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('../../actions', () => ({ approveAction: async () => undefined }))
vi.mock('../../read-and-sign', () => ({ ReadAndSign: () => null }))
vi.mock('../../stopped', () => ({ Stopped: () => '停下来了' }))
vi.mock('@/lib/portal/proposal.queries', () => ({
  proposal: async () => ({
    ...{ id: 'v', number: 2, version: 1, product: '花呗', creditor: '某银行', lines: [], receipt: null, canApprove: false },
    ...{ letterTitle: '', letterText: '尊敬的某银行' },
    ...held.now,
  }),
}))

const said = async (facts: Partial<Held>) => {
  held.now = { ...fresh, ...facts }
  const page = await ProposalPage({ params: Promise.resolve({ versionId: 'v' }), searchParams: Promise.resolve({}) })
  return new Response((await prerender(page)).prelude).text()
}
const approvedOn = '2026-11-22'

test('a version that waits is to be read before it is confirmed, and can still be changed', async () => {
  const page = await said({})
  for (const part of ['请看清楚再确认', '只要还没提交，您随时可以改变主意', '要提交的信']) expect(page).toContain(part)
})

test('one that was confirmed asks for nothing more, and says that it has not gone out', async () => {
  const page = await said({ approvedOn })
  expect(page).toContain('这一版已经确认，还没有提交给某银行（花呗）')
  expect(page).not.toContain('请看清楚再确认')
})

test('one that was confirmed before the consent was taken back is not sent, and the page says so', async () => {
  const page = await said({ approvedOn, stoppedSince: '2026-11-23T02:00:00Z' })
  for (const part of ['停下来了', '没有提交给某银行（花呗）', '同意撤回期间，我们不会提交']) expect(page).toContain(part)
})

test('one that was sent speaks of no letter still to go, and of no mind still to change', async () => {
  const page = await said({ approvedOn, sentOn: '2026-11-23' })
  expect(page).toContain('提交了的信')
  for (const part of ['要提交的信', '改变主意']) expect(page).not.toContain(part)
})

test('who reads in another language than the letter is told so, and that its figures stand above in theirs', async () => {
  expect(await said({})).not.toContain('这封信是用英文写的')
  expect(await said({ letterLocale: 'en' })).toContain('这封信是用英文写的。信里提出的还款安排，上面都用中文列出来了')
})
