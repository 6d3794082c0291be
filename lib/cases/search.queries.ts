import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { searchesByNumberOnly } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { noteSearch } from '@/lib/core/search-note.queries'
import { parseCard } from './card'
import { patternsOf } from './filters'
import { placeOf } from './place'
import { hitsOf } from './search-sql'

const candidates = 50
const shown = 20

/**
 * Cases found by the beginning of any word: name, pinyin, initials, case number, product, creditor, last four digits of
 * the phone; for an auditor by the case number alone. At most twenty, open ones first; masked as everywhere.
 * @throws Refusal `too_many` {seconds}
 */
export const search = query({
  name: 'search',
  input: z.strictObject({ q: z.string().trim().min(1).max(100) }),
  async run(reading, { q }) {
    const { tx, actor } = reading
    await noteSearch(reading, 'case.search', q)
    const byNumber = searchesByNumberOnly(actor)
    const { rows } = await tx.execute(
      searchSql({ orgId: actor.organisationId, place: placeOf(actor), patterns: patternsOf(q), limit: candidates, byNumber }),
    )
    return { cases: rows.map((row) => parseCard(z.string().parse(row['card']))) }
  },
})

/** The search as one statement: a bounded set of candidates first, so that a common syllable costs no more than a rare name. */
export const searchSql = (asked: Parameters<typeof hitsOf>[0]) => sql`
  with hits as materialized (${hitsOf(asked)})
  select cases.card from hits join cases on cases.org_id = ${asked.orgId} and cases.id = hits.case_id
  order by cases.stage = 'CLOSED', cases.due_sort, cases.serial limit ${shown}`
