import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { type Locale, locales } from '@/db/vocabulary'
import { messages } from './catalogue'

export const localeCookie = 'parley.locale'

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

/** The language chosen here, else the browser's English, else Chinese: the design language. */
async function chosenLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  if (isLocale(chosen)) return chosen
  const accepted = (await headers()).get('accept-language') ?? ''
  return /^en\b/i.test(accepted) ? 'en' : 'zh-CN'
}

export default getRequestConfig(async () => {
  const locale = await chosenLocale()
  return { locale, messages: messages[locale], timeZone: 'Asia/Shanghai' }
})
