import { getLocale, getTranslations } from 'next-intl/server'
import { namedFindings } from '@/lib/letters/gaps'
import type { Finding } from '@/lib/letters/lint'
import { variableNames } from '@/lib/letters/variables'

/** What keeps a letter from being sent, line by line in words; a gap by the name of what is not recorded. */
export async function LetterFindings({ findings }: { findings: readonly Finding[] }) {
  const [t, locale] = [await getTranslations('proposals.finding'), await getLocale()]
  const said = (code: Finding['code'], word: string) =>
    code === 'empty_value' ? (variableNames([word], locale)[0] ?? word) : word
  return namedFindings(findings).map(({ code, word }) => <li key={`${code}${word}`}>{t(code, { word: said(code, word) })}</li>)
}
