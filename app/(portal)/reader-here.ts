import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { ownFrame } from './own-frame'
import type { Reader } from './plain-page'

/** The language, size and colours that whoever asks has chosen, and what is theirs while they are in. */
export async function readerHere(): Promise<Reader> {
  const [locale, jar] = [await getLocale(), await cookies()]
  return {
    locale,
    isLarge: jar.get('parley.text')?.value === 'large',
    theme: jar.get('parley.theme')?.value,
    own: await ownFrame(),
  }
}
