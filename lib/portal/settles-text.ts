import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { Claim } from '@/lib/schedules/payment-order'

/** What a payment settles in turn within an instalment, and whether that is the order of the law. */
export type Settles = { claims: readonly Claim[]; isByLaw: boolean }

/** The same in one sentence to the client; undefined where an instalment has only one thing to settle. */
export function settlesText({ claims, isByLaw }: Settles, locale: Locale): string | undefined {
  const said = messages[locale].portal.settles
  const [first, second, third] = claims
  if (first === undefined || second === undefined) return undefined
  const order = (third === undefined ? said.two : said.three)
    .replace('{first}', said.claim[first])
    .replace('{second}', said.claim[second])
    .replace('{third}', third === undefined ? '' : said.claim[third])
  return (isByLaw ? said.byLaw : said.byContract).replace('{order}', order)
}
