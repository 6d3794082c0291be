import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Locale } from '@/db/vocabulary'
import { Refusal } from '@/lib/core/refusal'

const here = vi.hoisted(() => ({ locale: 'zh-CN' as Locale, isIn: true }))
vi.mock('next-intl/server', () => ({ getLocale: async () => here.locale, getRequestConfig: () => undefined }))
vi.mock('@/app/(portal)/reader-here', () => ({
  readerHere: async () => ({ locale: here.locale, isLarge: false, theme: undefined, own: null }),
}))
vi.mock('@/lib/core/session', () => ({
  actorOfRequest: async () => ({ actor: here.isIn ? { kind: 'staff' } : undefined, by: 'cookie' }),
}))
vi.stubEnv('NEXTAUTH_URL', 'https://parley.example')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { refusedDownload } = await import('./refused-download')

beforeEach(() => Object.assign(here, { locale: 'zh-CN', isIn: true }))

const asked = (headers: Record<string, string>) => new Request('https://parley.example/api/proposals/1/pdf', { headers })
const byLink = (from?: string) =>
  asked({ accept: 'text/html,*/*;q=0.8', ...(from === undefined ? {} : { referer: `https://parley.example${from}` }) })

describe('who follows a link to a file that there is not', () => {
  test('reads why on a page in their language, and goes back to where they were', async () => {
    const answer = await refusedDownload(byLink('/cases/1/proposals/2?step=texts'), new Refusal('not_found'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'")
    const page = await answer.text()
    expect(page).toContain('<p class="lead">找不到这一项，可能已被移走，或不在您的范围内。</p>')
    expect(page).toContain('<a class="big" href="/cases/1/proposals/2?step=texts">回到刚才的页面</a>')
    expect(page).not.toContain('not_found')

    here.locale = 'en'
    expect(await (await refusedDownload(byLink(), new Refusal('forbidden'))).text()).toContain('Your role cannot do this.')
  })

  test('is told the very rule that says no, and which part of the address is wrong', async () => {
    const rule = await refusedDownload(byLink(), new Refusal('rule', { why: 'report_too_long' }))
    expect([rule.status, await rule.text()]).toEqual([409, expect.stringMatching(/<p class="lead">(?!按规则).+<\/p>/)])
    const choice = await refusedDownload(byLink(), new Refusal('invalid', { fields: { format: ['choice'] } }))
    expect([choice.status, await choice.text()]).toEqual([422, expect.stringContaining('<li>format: 请从列表中选择。</li>')])
  })

  test('without being in, signs in first and comes back to the page the link was on', async () => {
    here.isIn = false
    const answer = await refusedDownload(byLink('/cases/1/proposals/2'), new Refusal('unauthenticated'))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=%2Fcases%2F1%2Fproposals%2F2'])
    expect((await refusedDownload(byLink(), new Refusal('not_found'))).headers.get('location')).toBe('/sign-in')
  })

  test.each(['https://evil.example/cases', 'no address', 'https://parley.example/api/files/1'])(
    'from %s goes back to their own first page',
    async (referer) => {
      const page = await (await refusedDownload(asked({ accept: 'text/html', referer }), new Refusal('not_found'))).text()
      expect(page).toContain('<a class="big" href="/">回到首页</a>')
    },
  )

  test('reads nothing that is meant for clients', async () => {
    expect(await (await refusedDownload(byLink(), new Refusal('not_found'))).text()).not.toContain('class="safe"')
  })
})

test('a script is told the code, and the same sentence', async () => {
  for (const isIn of [true, false]) {
    here.isIn = isIn
    const answer = await refusedDownload(asked({ accept: '*/*' }), new Refusal('too_large'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'too_large', detail: expect.stringContaining('20 MB') })
  }
})
