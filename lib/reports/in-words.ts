import type { Locale } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import { messages } from '@/lib/i18n/catalogue'
import type { Cell } from '@/lib/platform/table'
import type { ReportColumn, WordGroup } from './report'

/** A cell as people read it: codes and names in their words, fractions in percent. */
export function inWords({ kind, words, isName }: ReportColumn, value: Cell | undefined, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (isName) return nameIn(locale, String(value))
  if (words !== undefined) return wordsIn(words, locale)[String(value)] ?? String(value)
  return kind === 'share' || kind === 'limit' ? percentOf(String(value)) : String(value)
}

function wordsIn(group: WordGroup, locale: Locale): Record<string, string> {
  const { words, reports } = messages[locale]
  return group === 'stage' || group === 'relief' ? words[group] : reports.word
}

/** '0.6543' as '65.4%': moves the point two places in text and rounds half up, so that no digit is made up. */
function percentOf(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.')
  const tenths = Math.round(Number.parseInt(`${whole}${fraction.padEnd(4, '0').slice(0, 4)}`, 10) / 10)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
