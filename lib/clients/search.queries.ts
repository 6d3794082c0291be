import { eq, or, type SQL, sql } from 'drizzle-orm'
import { clients } from '@/db/schema'
import { searchWords } from '@/lib/platform/pinyin'
import { readName, readPhone } from './identity'

const most = 100

/**
 * The condition over `clients` that a search box means: the beginning of a name, its pinyin or initials, a case number
 * (through the cases' search words), a whole phone or identity number, or the last four digits of a phone.
 */
export function matching(text: string): SQL | undefined {
  const words = searchWords(text)
  if (words.length === 0) return sql`false`
  const patterns = sql.param(`{${words.map((word) => `"% ${word.replace(/["\\]/g, '')}%"`).join(',')}}`)
  return or(
    sql`${clients.id} in (select k.client_id from search_cases(${patterns}::text[], ${most}) s join cases k on k.org_id = "clients"."org_id" and k.id = s.case_id)`,
    sql`starts_with(${clients.name}, ${readName(text) ?? text})`,
    ...exactly(text),
  )
}

function exactly(text: string): SQL[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const phone = readPhone(text)
  return [
    ...(phone === undefined ? [] : [eq(clients.phone, phone)]),
    ...(/^\d{4}$/.test(plain) ? [eq(clients.phoneTail, plain)] : []),
    ...(/^[A-Z0-9]{5,20}$/.test(plain) ? [eq(clients.idNumber, plain)] : []),
  ]
}
