import type { Locale } from '@/db/vocabulary'
import { localOf } from '@/lib/contacts/local-instant'
import { type ReceiptToPrint, receiptPaper } from '@/lib/letters/papers'
import type { Paper } from '@/lib/platform/paper'

/** What was confirmed, as a query tells it; `at` is the instant in ISO text. */
export type Confirmed = Omit<ReceiptToPrint, 'language'>

/** The receipt in the reader's language, with the time on the organisation's clock and the name of its zone. */
export function receiptOf({ at, ...confirmed }: Confirmed, language: Locale, timeZone: string): Paper {
  const instant = new Date(at)
  const time = `${localOf(instant, timeZone).replace('T', ' ')} ${nameOf(timeZone, instant, language)}`
  return receiptPaper({ ...confirmed, language, at: time })
}

const nameOf = (timeZone: string, instant: Date, language: Locale) =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
