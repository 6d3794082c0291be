import type { Locale } from '@/db/vocabulary'
import type { LiveText } from './live-text'
import { variableNames } from './variables'

/** What is written by hand, and goes into a letter as it was written; names of people and companies stay as they are. */
const typed: ReadonlySet<string> = new Set(['hardship_statement', 'asks', 'lump_source'])

/**
 * What an English text says in Chinese because it was typed so, by the names of the facts in the reader's language: whoever
 * gets the letter reads it as it stands. Empty for a text in Chinese.
 */
export function untranslatedIn(text: LiveText, { language, reader }: { language: Locale; reader: Locale }): string[] {
  if (language !== 'en') return []
  const inChinese = text.paragraphs
    .flat()
    .flatMap(({ variable, text: said }) => (/\p{Script=Han}/u.test(said) ? (variable ?? []) : []))
  return variableNames(
    [...new Set(inChinese)].filter((name) => typed.has(name)),
    reader,
  )
}
