import { type BrowserContextOptions, test as base, expect, type Locator, type Page } from '@playwright/test'
import { createTranslator } from 'next-intl'
import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'

export { expect }

const demo = (name: string) => `${name}@demo.test`
const logins = {
  admin: demo('admin'),
  supervisor: demo('supervisor'),
  counsellor: demo('counsellor'),
  otherCounsellor: demo('counsellor2'),
  analyst: demo('analyst'),
  auditor: demo('auditor'),
  client: demo('client'),
  otherClient: demo('client2'),
  stranger: 'counsellor@other.test',
  strangersClient: 'client@other.test',
} as const
export type Login = keyof typeof logins
export const emailOf = (login: Login) => logins[login]
export const password = 'parley-demo-2026'

/** What the interface says in one language. */
export const speaker = (locale: Locale) => createTranslator({ locale, messages: messages[locale] })
export type Say = ReturnType<typeof speaker>

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>
export type As = (login: Login, options?: BrowserContextOptions) => Promise<Page>

/** Tests speak the language of the browser they run in, and step in as anybody of the demo office, signed in already. */
export const test = base.extend<{ say: Say; as: As }, { signedIn: (login: Login) => Promise<State> }>({
  signedIn: [
    async ({ playwright }, use) => {
      const known = new Map<Login, Promise<State>>()
      const signIn = async (login: Login) => {
        const request = await playwright.request.newContext({ baseURL: process.env.PARLEY_E2E_URL })
        const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
        const form = { csrfToken, email: logins[login], password, json: 'true' }
        expect(await request.post('/api/auth/callback/credentials', { form })).toBeOK()
        const state = await request.storageState()
        await request.dispose()
        return state
      }
      await use((login) => {
        const state = known.get(login) ?? signIn(login)
        known.set(login, state)
        return state
      })
    },
    { scope: 'worker' },
  ],

  say: async ({ locale }, use) => use(speaker(locale === 'en' ? 'en' : 'zh-CN')),

  as: async ({ browser, signedIn }, use) => {
    const opened: Page[] = []
    await use(async (login, options = {}) => {
      const context = await browser.newContext({ storageState: await signedIn(login), ...options })
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
})

/** A field by its label, whether or not the label adds that it is optional. */
export const field = (scope: Page | Locator, label: string) =>
  scope.getByLabel(new RegExp(`^\\s*${literally(label)}\\s*(\\([^)]*\\))?\\s*$`))

export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
