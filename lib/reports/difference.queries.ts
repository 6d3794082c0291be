import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { hiddenCells, smallest } from '@/lib/analytics/small-cells'
import type { Reading } from '@/lib/core/query'
import { firstSent, ofOffice } from './parts'
import type { Counting, Report } from './report'

/**
 * Whether a table narrowed to one creditor or team would, taken from the table of all or added to those of the others, tell of a
 * few: then this group, or one it would have to be hidden with, is too small (docs/decisions/0020).
 */
export async function tellsByDifference(reading: Reading, about: Report['about'], asked: Counting): Promise<boolean> {
  for (const key of ['creditor', 'team'] as const) {
    if (asked[key] === null) continue
    const groups = await groupsOf(reading, about, { key, asked: { ...asked, [key]: null } })
    const isFew = groups.map(({ clients }) => clients < smallest.outside)
    const hidden = hiddenCells(groups, smallest.outside, isFew)
    const place = groups.findIndex(({ group }) => group === asked[key])
    if (place >= 0 && hidden[place]) return true
  }
  return false
}

type By = { key: 'creditor' | 'team'; asked: Counting }

/** Each group of the others' kind: clients, and cases (of outcomes: those decided, and how many of them approved). */
async function groupsOf(reading: Reading, about: Report['about'], { key, asked }: By) {
  const column = key === 'creditor' ? sql`cases.creditor_id` : sql`cases.team_id`
  const { rows } = await reading.tx.execute(
    about === 'work'
      ? sql`select ${column}::text as group, count(distinct cases.client_id)::int as clients, count(*)::int as n, 0 as events
          from cases where ${ofOffice(reading, asked)} group by 1 order by 1`
      : sql`select ${column}::text as group, count(distinct cases.client_id)::int as clients,
            count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED', 'REJECTED'))::int as n,
            count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED'))::int as events
          from ${firstSent(reading, asked)} group by 1 order by 1`,
  )
  return z.array(group).parse(rows)
}

const group = z.object({ group: z.string().nullable(), clients: z.number(), n: z.number(), events: z.number() })
