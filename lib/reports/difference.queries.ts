import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { group, isGroupHidden } from '@/lib/analytics/groups.queries'
import type { Reading } from '@/lib/core/query'
import { firstSent, ofOffice } from './parts'
import type { Counting, Report } from './report'

/**
 * Whether a table narrowed to one creditor or team would, taken from the table of all or added to those of the others, tell of a
 * few: then this group, or one it would have to be hidden with, is too small (docs/decisions/0020).
 */
export async function tellsByDifference(reading: Reading, about: Report['about'], { asked, limit }: Told): Promise<boolean> {
  for (const key of ['creditor', 'team'] as const) {
    if (asked[key] === null) continue
    const groups = await groupsOf(reading, about, { key, asked: { ...asked, [key]: null } })
    if (isGroupHidden(groups, asked[key], limit)) return true
  }
  return false
}

type Told = { asked: Counting; limit: number }
type By = { key: 'creditor' | 'team'; asked: Counting }

/** Each group of the others' kind: clients, and cases (of outcomes: those decided, and how many of them approved). */
async function groupsOf(reading: Reading, about: Report['about'], { key, asked }: By) {
  const column = key === 'creditor' ? sql`cases.creditor_id` : sql`cases.team_id`
  const { rows } = await reading.tx.execute(
    about === 'work'
      ? sql`select ${column}::text as value, count(distinct cases.client_id)::int as clients, count(*)::int as sent,
            0 as decided, 0 as approved
          from cases where ${ofOffice(reading, asked)} group by 1 order by 1`
      : sql`select ${column}::text as value, count(distinct cases.client_id)::int as clients, count(*)::int as sent,
            count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED', 'REJECTED'))::int as decided,
            count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED'))::int as approved
          from ${firstSent(reading, asked)} group by 1 order by 1`,
  )
  return z.array(group).parse(rows)
}
