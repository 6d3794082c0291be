import type { Browser, Page } from '@playwright/test'
import type { Locale } from '@/db/vocabulary'
import { type As, expect, type Login } from './fixtures'
import { get, inDays, post } from './given'
import { caseMade, incidentMade, linkMade, officeMade, poorCase } from './made-pages'

/** A page of the product, and somebody who may see it; nobody for what is open to everyone. */
type Stop = { who: Login | 'nobody'; path: string }
type Walk = {
  as: As
  browser: Browser
  locale: Locale
  /** Called once for each window, before anything is opened in it. */
  meet?: (page: Page) => void
  /** Called on every page, once it has come to rest. */
  look: (page: Page, path: string) => Promise<void>
}

/** Goes through every page there is, as somebody who may see it. @returns how many there were */
export async function walk({ as, browser, locale, meet = () => {}, look }: Walk) {
  const open = async (who: Stop['who']) =>
    who === 'nobody' ? (await browser.newContext({ locale })).newPage() : as(who, { locale })
  const windows = new Map<Stop['who'], Page>()
  const stops = await everyPage(as)
  for (const { who, path } of stops) {
    const page = windows.get(who) ?? (await open(who))
    if (!windows.has(who)) meet(page)
    windows.set(who, page)
    const answer = await page.goto(path, { waitUntil: 'load' })
    expect(answer?.status(), path).toBe(path === '/no-such-page' ? 404 : 200)
    await look(page, path)
  }
  await windows.get('nobody')?.context().close()
  return stops.length
}

/** Where each page is, with somebody for whom there is something on it. */
export async function everyPage(as: As): Promise<Stop[]> {
  const [office, client, otherClient] = [await as('supervisor'), await as('client'), await as('otherClient')]
  const by = (who: Stop['who'], paths: readonly string[]) => paths.map((path) => ({ who, path }))
  const poor = await poorCase(office)
  const incident = await incidentMade(office, await caseNumberOf(otherClient))
  return [
    ...by('nobody', ['/', '/sign-in', '/setup', '/enter', '/no-such-page', await linkMade(office, poor)]),
    ...by('supervisor', [...officePages, ...(await casePages(office))]),
    ...by('supervisor', [...(await caseMade(office, poor)), ...(await officeMade(office, poor))]),
    ...by('admin', [...administration, `/settings/protection/${incident}`]),
    ...by('client', [...portalPages, ...(await versionsOf(client)), ...(await thingsOf(client, office))]),
    ...by('otherClient', ['/portal', `/portal/notices/${incident}`, ...(await plansOf(otherClient))]),
  ]
}

const officePages = [
  ...[
    '/today',
    '/board',
    '/board?whose=creditor',
    '/cases',
    '/cases/new',
    '/clients',
    '/clients/new',
    '/clients/import',
    '/clients/erased',
    '/creditors',
  ],
  ...['/creditors/referrals', '/analytics', '/analytics/method', '/analytics/spreadsheet', '/analytics/history', '/search?q=李'],
  ...['/analytics/cases?factor=F-02&level=D1_30', '/reports', '/reports/flow', '/reports/answer-time', '/reports/kept'],
  ...['/analytics/method/code/stratified', '/inbox', '/glossary', '/reports/prepared', '/reports/schedules'],
  ...['/settings/office', '/settings/mails', '/setup/done'],
  ...['/settings/templates', '/settings/templates/NEGOTIATION?compare=1', '/settings/templates/REMINDER?language=en', '/letters'],
]
const administration = ['', '/roles', '/evidence', '/audit', '/access', '/protection', '/demo'].map((tab) => `/settings${tab}`)

const portalPages = [
  ...['', '/help', '/consents', '/authority', '/documents', '/messages', '/budget', '/bill', '/calendar'],
  ...['/data', '/family', '/steps', '/safe-phrase'],
].map((page) => `/portal${page}`)

/** The demo's people in the stages whose pages differ most. */
async function casePages(page: Page): Promise<string[]> {
  const again = await caseOf(page, '吴丽娟')
  const [drafted, shown, sent] = [await caseOf(page, '孙浩然'), await caseOf(page, '徐文斌'), await caseOf(page, '林若溪')]
  const monitored = await caseOf(page, '彭晓明')
  const { creditors } = await get<{ creditors: { id: string }[] }>(page, 'creditors')
  const tabs = [
    '',
    '/money',
    '/evidence',
    '/proposals',
    '/proposals/compare',
    '/contacts',
    '/messages',
    '/fallback',
    '/conduct',
    '/history',
    '/letters',
  ]
  return [
    ...tabs.map((tab) => `/cases/${again.id}${tab}`),
    `/clients/${again.clientId}`,
    `/cases/${again.id}/evidence/${await paperOf(page, again.clientId)}`,
    ...creditors.slice(-1).map(({ id }) => `/creditors/${id}`),
    `/cases/${drafted.id}/proposals/${drafted.versionId}`,
    `/cases/${shown.id}/proposals/${shown.versionId}/check`,
    `/cases/${sent.id}/proposals/${sent.versionId}`,
    `/cases/${sent.id}/proposals/${sent.versionId}/decision`,
    `/cases/${monitored.id}/agreement`,
    `/cases/${monitored.id}/repayment`,
  ]
}

type Paper = { id: string; hasPreview: boolean; mayOpen: boolean }

/** One of the papers a client has handed in that can be looked at. */
async function paperOf(page: Page, clientId: string) {
  const { items } = await get<{ items: Paper[] }>(page, `evidence?clientId=${clientId}`)
  return items.find(({ hasPreview, mayOpen }) => hasPreview && mayOpen)?.id ?? ''
}

/** A case of the demo by its client's name, with the version that was written last. */
async function caseOf(page: Page, name: string) {
  const { cases } = await get<{ cases: { id: string }[] }>(page, `search?q=${encodeURIComponent(name)}`)
  const [{ id } = { id: '' }] = cases
  const { client } = await get<{ client: { id: string } }>(page, `cases/${id}`)
  const { proposals } = await get<{ proposals: { id: string }[] }>(page, `proposals?caseId=${id}`)
  return { id, clientId: client.id, versionId: proposals[0]?.id ?? '' }
}

type Portal = { sent: { id: string }[]; next: { versionId?: string }; cases: Own[] }
type Own = { id: string; number: string; stage: string; instalment: { agreementId: string } | null }
type Asked = { asked: { purpose: string; creditorId: string | null; since: string | null }[]; authorities: { id: string }[] }
type Held = { debts: { id: string }[] }

async function versionsOf(page: Page) {
  const { sent, next } = await get<Portal>(page, 'portal')
  return [next.versionId, sent[0]?.id].flatMap((id) => (id === undefined ? [] : [`/portal/proposals/${id}`]))
}

async function plansOf(page: Page) {
  const { cases } = await get<Portal>(page, 'portal')
  const agreements = cases.flatMap(({ instalment }) => instalment?.agreementId ?? [])
  return agreements.flatMap((id) => [`/portal/plans/${id}`, `/portal/plans/${id}/cannot`, `/portal/receipts/${id}`])
}

const caseNumberOf = async (page: Page) => (await get<Portal>(page, 'portal')).cases[0]?.number ?? ''

/** One page each of what is the client's own: a thread, a bill, a consent, and a paper that is asked for. */
async function thingsOf(page: Page, office: Page) {
  const [kase] = (await get<Portal>(page, 'portal')).cases.filter(({ stage }) => stage !== 'CLOSED')
  const { debts } = await get<Held>(page, 'portal/debts')
  const { asked, authorities } = await get<Asked>(page, 'portal/consents')
  const paper = await expensesOf(page, office, kase?.id ?? '')
  const request = { caseId: kase?.id, code: 'BANK_STATEMENT', from: 'COUNSELLOR', deadline: inDays(5), note: '' }
  const { id } = await post<{ id: string }>(office, 'evidence-requests', request)
  const open = asked.filter(({ since }) => since === null).map(({ purpose, creditorId }) => [purpose, creditorId ?? []].flat())
  return [
    `/portal/messages/${kase?.id}`,
    `/portal/uploads/${id}`,
    ...['/portal/budget/check', '/portal/budget/earnings'],
    ...authorities.map((signed) => `/portal/authority/${signed.id}`),
    `/portal/documents/${paper}`,
    ...debts.map((debt) => `/portal/bill/${debt.id}`),
    ...open.map((parts) => `/portal/consents/${parts.join('/')}`),
  ]
}

/** The sheet of expenses that is made of what the client told; made once. */
async function expensesOf(page: Page, office: Page, caseId: string): Promise<string> {
  const { client } = await get<{ client: { id: string } }>(office, `cases/${caseId}`)
  const headers = { origin: process.env.PARLEY_E2E_URL ?? '' }
  await office.request.post(`/api/v1/clients/${client.id}/expense-detail`, { data: {}, headers }) // refused where it is made already
  const { papers } = await get<{ papers: { id: string }[] }>(page, 'portal/documents')
  return papers[0]?.id ?? ''
}
