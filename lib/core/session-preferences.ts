import { cookies } from 'next/headers'
import { type Locale, locales } from '@/db/vocabulary'
import { localeCookie } from '@/lib/i18n/request'
import { isSecure } from './session-auth'

const themes = ['light', 'dark', 'system'] as const
const year = 365 * 86_400
const cookie = { path: '/', sameSite: 'lax', secure: isSecure, maxAge: year } as const

/** Remembers the language on this device. @returns the language chosen, or undefined for a word that is none */
export async function rememberLocale(text: unknown): Promise<Locale | undefined> {
  const locale = locales.find((name) => name === text)
  if (locale !== undefined) (await cookies()).set(localeCookie, locale, cookie)
  return locale
}

export async function rememberTheme(text: unknown) {
  const theme = themes.find((name) => name === text)
  if (theme === undefined) return
  const jar = await cookies()
  if (theme === 'system') jar.delete('parley.theme')
  else jar.set('parley.theme', theme, cookie)
}

const covered = 'parley.covered'

/** A covered screen stays covered until the browser is closed or somebody uncovers it. */
export async function rememberCover(text: unknown) {
  const jar = await cookies()
  if (text === 'yes') jar.set(covered, 'yes', { path: '/', sameSite: 'lax', secure: isSecure })
  else jar.delete(covered)
}

export const isCovered = async () => (await cookies()).has(covered)

export async function rememberTextSize(text: unknown) {
  const jar = await cookies()
  if (text === 'large') jar.set('parley.text', 'large', cookie)
  else jar.delete('parley.text')
}

/** The path a form wants to return to: a path of our own, or the front door. Read as a browser reads it. */
export function ownPath(text: unknown): string {
  if (typeof text !== 'string' || !URL.canParse(text, nowhere)) return '/'
  const { origin, pathname, search } = new URL(text, nowhere)
  return origin === nowhere && !pathname.startsWith('//') ? pathname + search : '/'
}
const nowhere = 'https://own.invalid'
