import type { ReliefLine } from '@/db/schema/proposals'
import type { Locale } from '@/db/vocabulary'
import { amountText, wording } from '@/lib/letters/wording'
import { money } from '@/lib/platform/money'
import { reliefTexts } from '@/lib/proposals/relief-text'

type Lines = readonly { reliefs: readonly ReliefLine[] }[]

/** What a version asks for, each relief with its terms; once where several loan notes ask for the same. */
export function askedText(locale: Locale): (lines: Lines) => string[] {
  const say = reliefTexts(locale, {
    inText: (date) => (date === null ? '' : wording[locale].date(date)),
    yuan: (amount) => amountText(money(amount)),
  })
  return (lines) => [...new Set(lines.flatMap(({ reliefs }) => reliefs.map(say)))]
}
