import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { beforeEach, expect, test, vi } from 'vitest'
import { askedPurposes } from '@/lib/clients/consent'
import { messages } from '@/lib/i18n/catalogue'
import ConsentPage from './[...purpose]/page'
import ConsentsPage from './page'

const here = vi.hoisted(() => ({ locale: 'zh-CN' as 'zh-CN' | 'en', ledger: {} as object }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => here.locale,
  getTranslations: async (namespace: 'consents') =>
    createTranslator({
      ...{ locale: here.locale, messages: messages[here.locale], namespace },
      onError: (error) => {
        throw error
      },
    }),
}))
vi.mock('../../client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('@/app/(portal)/client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('../actions', () => ({
  giveConsentAction: '/give',
  withdrawConsentAction: '/withdraw',
  revokeAuthorityAction: '/revoke',
}))
vi.mock('@/lib/portal/consents.queries', () => ({ myConsents: async () => here.ledger }))

const lender = {
  creditorId: 'c',
  creditor: '重庆蚂蚁消费金融有限公司',
  reachedBy: [{ channel: 'PHONE', value: '95188' }],
  lenders: [],
}
const nobody = { creditorId: null, creditor: null, reachedBy: [], lenders: [] }
const given = { since: '2026-11-20T02:00:00Z', textVersion: 'v1', channel: 'PAPER', newer: '2026-11-23' }
const stands = { ...given, withdrawnAt: null, withdrawId: null }

const ledgerWith = (of: typeof lender | (Omit<typeof lender, 'reachedBy'> & { reachedBy: [] }), phone = '021-5555') => ({
  office: { name: '阳光债务咨询', phone },
  asked: askedPurposes.map((purpose) => ({ purpose, ...stands, ...(purpose === 'SHARE_WITH_CREDITOR' ? of : nobody) })),
  authorities: [{ id: 'a', isInForce: false, revokedAt: '2026-11-22T02:00:00Z', validTo: '2027-11-20' }],
  restsSince: null,
})

const textOf = async (page: Promise<React.ReactNode>) => {
  const markup = await new Response((await prerender(await page)).prelude).text()
  return markup.replace(/<!--.*?-->/g, '')
}
const screen = (...purpose: string[]) =>
  textOf(ConsentPage({ params: Promise.resolve({ purpose }), searchParams: Promise.resolve({}) }))

beforeEach(() => {
  here.ledger = ledgerWith(lender)
})

test.each(['zh-CN', 'en'] as const)(
  'every purpose has a screen that names the office and how to reach it (%s)',
  async (locale) => {
    here.locale = locale
    for (const purpose of askedPurposes) {
      const said = await screen(...(purpose === 'SHARE_WITH_CREDITOR' ? [purpose, 'c'] : [purpose]))
      for (const part of ['阳光债务咨询', '021-5555', messages[locale].consents.every.rights]) expect(said).toContain(part)
      expect(said).not.toMatch(/[{}]/)
    }
  },
)

test('handing over names the lender and its contact, and says so where none is on record', async () => {
  here.locale = 'zh-CN'
  expect(await screen('SHARE_WITH_CREDITOR', 'c')).toContain('电话 95188')
  here.ledger = ledgerWith({ ...lender, reachedBy: [] }, '')
  const said = await screen('SHARE_WITH_CREDITOR', 'c')
  expect(said).toContain('没有登记它的联系方式')
  expect(said).toContain('可以在这里给辅导员留言')
})

test('the ledger tells of the basic consent when and how it was given, what withdrawing does and where to ask for deletion', async () => {
  here.locale = 'zh-CN'
  const said = await textOf(ConsentsPage({ searchParams: Promise.resolve({}) }))
  for (const part of ['登记和使用个人信息', '11月20日在纸上同意', '停在原处', 'href="/portal/data"', '已撤销（11月22日）'])
    expect(said).toContain(part)
})

test('while the basic consent is withdrawn the ledger says of all that was given besides, and of the authority, that they rest', async () => {
  here.locale = 'zh-CN'
  const authorities = [{ id: 'a', isInForce: true, revokedAt: null, validTo: '2027-11-20' }]
  const resting = async (restsSince: string | null) => {
    here.ledger = { ...ledgerWith(lender), authorities, restsSince }
    return (await textOf(ConsentsPage({ searchParams: Promise.resolve({}) }))).split('但现在不起作用').length - 1
  }
  expect([await resting(null), await resting('2026-11-23T02:00:00Z')]).toEqual([0, askedPurposes.length])
})

test('the name of a lender stands unbroken in the title, in the ledger and on its own screen', async () => {
  here.locale = 'zh-CN'
  const title = '把材料交给<span class="whole">重庆蚂蚁消费金融有限公司</span>'
  expect(await screen('SHARE_WITH_CREDITOR', 'c')).toContain(`<h1>${title}</h1>`)
  expect(await textOf(ConsentsPage({ searchParams: Promise.resolve({}) }))).toContain(`<h2>${title}</h2>`)
})

test('contacting names every lender of an open case and how it is reached, and says so where there is none', async () => {
  here.locale = 'zh-CN'
  expect(await screen('CONTACT_CREDITOR')).toContain('没有要联系的债权方')
  const { asked, ...rest } = ledgerWith(lender)
  const lenders = [
    { name: lender.creditor, reachedBy: lender.reachedBy },
    { name: '马上消费', reachedBy: [] },
  ]
  here.ledger = { ...rest, asked: asked.map((row) => ({ ...row, lenders })) }
  const said = await screen('CONTACT_CREDITOR')
  for (const part of ['重庆蚂蚁消费金融有限公司（电话 95188）；', '马上消费（我们没有登记']) expect(said).toContain(part)
})

test('what withdrawing does stands under its own words, not after a second colon', async () => {
  here.locale = 'zh-CN'
  const said = await textOf(ConsentsPage({ searchParams: Promise.resolve({}) }))
  expect(said).toContain('<b>撤回之后</b><br/>')
})
