import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '@/lib/core/query'
import { parseCard } from './card'
import { patternsOf } from './filters'
import { placeOf } from './place'
import { hitsOf } from './search-sql'

const candidates = 50
const shown = 20

/**
 * Cases found by the beginning of any word: name, pinyin, initials, case number, product, creditor, last four digits of
 * the phone. At most twenty, open ones first; masked as everywhere.
 */
export const search = query({
  name: 'search',
  input: z.strictObject({ q: z.string().trim().min(1).max(100) }),
  async run({ tx, actor }, { q }) {
    const { rows } = await tx.execute(
      searchSql({ orgId: actor.organisationId, place: placeOf(actor), patterns: patternsOf(q), limit: candidates }),
    )
    return { cases: rows.map((row) => parseCard(z.string().parse(row['card']))) }
  },
})

/** The search as one statement: a bounded set of candidates first, so that a common syllable costs no more than a rare name. */
export const searchSql = (asked: Parameters<typeof hitsOf>[0]) => sql`
  with hits as materialized (${hitsOf(asked)})
  select cases.card from hits join cases on cases.org_id = ${asked.orgId} and cases.id = hits.case_id
  order by cases.stage = 'CLOSED', cases.due_sort, cases.serial limit ${shown}`
