import { eq, or, type SQL, sql } from 'drizzle-orm'
import { clients } from '@/db/schema'
import { numberLike } from '@/lib/cases/search-sql'
import { type Actor, searchesByNumberOnly } from '@/lib/core/actor'
import { searchWords } from '@/lib/platform/pinyin'
import { readName, readPhone } from './identity'

const most = 100

/**
 * The condition over `clients` that a search box means: the beginning of a name, its pinyin or initials, a case number
 * (through the cases' search words), a whole phone or identity number, or the last four digits of a phone. For an auditor it
 * means a case number and nothing else.
 */
export function matching(text: string, actor: Actor): SQL | undefined {
  // A sign that has no part in any name finds nobody, rather than everybody.
  const words = searchWords(text).map((word) => word.replace(/["\\]/g, ''))
  if (words.length === 0 || words.includes('')) return sql`false`
  if (searchesByNumberOnly(actor)) return hasNumber(words)
  const patterns = sql.param(`{${words.map((word) => `"% ${word}%"`).join(',')}}`)
  return or(
    sql`${clients.id} in (select k.client_id from search_cases(${patterns}::text[], ${most}) s join cases k on k.org_id = "clients"."org_id" and k.id = s.case_id)`,
    sql`starts_with(${clients.name}, ${readName(text) ?? text})`,
    ...exactly(text),
  )
}

const hasNumber = (words: readonly string[]) =>
  sql`exists (select 1 from "cases" where "cases"."org_id" = "clients"."org_id" and "cases"."client_id" = "clients"."id" and ${numberLike(words.map((word) => `% ${word}%`))})`

function exactly(text: string): SQL[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const phone = readPhone(text)
  return [
    ...(phone === undefined ? [] : [eq(clients.phone, phone)]),
    ...(/^\d{4}$/.test(plain) ? [eq(clients.phoneTail, plain)] : []),
    ...(/^[A-Z0-9]{5,20}$/.test(plain) ? [eq(clients.idNumber, plain)] : []),
  ]
}
