import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AnalyticsFilter } from './filter'
import { approvalIn } from './first-versions.queries'
import { type Asking, versionsOf } from './sent.queries'
import type { Slice } from './slices.queries'
import { hiddenCells, isSmall, leavesTeam } from './small-cells'

/** What a filter chooses one of, besides periods: each answer is of one group, and all of them together of the whole. */
export const choices = ['creditor', 'product', 'team', 'hardship', 'origin'] as const
export type Choice = (typeof choices)[number]

/** One group: how many were sent, of how many clients, decided and approved. */
export const group = z.object({
  value: z.string().nullable(),
  sent: z.number(),
  clients: z.number(),
  decided: z.number(),
  approved: z.number(),
})
export type Group = z.output<typeof group>

/** The groups a filter could have chosen instead, all else being as asked: how many were sent, decided and approved in each. */
export async function groupsOf(asking: Asking, asked: AnalyticsFilter, { choice, slices }: Asked): Promise<Group[]> {
  const found = new Map<string | null, Group>()
  const fate = approvalIn(asking.now)
  for (const slice of slices) {
    const { rows } = await asking.tx.execute(sql`
      select ${chosenIn[choice]} as value, count(*)::int as sent, count(distinct v.client_id)::int as clients,
        count(*) filter (where ${fate} in ('approved', 'refused'))::int as decided,
        count(*) filter (where ${fate} = 'approved')::int as approved
      ${versionsOf(asking, { ...asked, [choice]: null }, { more: places, slice })} group by 1`)
    for (const row of z.array(group).parse(rows)) found.set(row.value, added(found.get(row.value), row))
  }
  return [...found.values()].sort((a, b) => ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
}

type Asked = { choice: Choice; slices: readonly Slice[] }

/**
 * Whether the group of this value may not be told: it is of a few people, or so small besides that the groups that are would be
 * known by taking it and all others from the whole. Those hidden are together as many as may be told (small-cells.ts). Inside the
 * team a group of enough people is counted also where few of them were approved or refused, which its own answer does not tell.
 */
export function isGroupHidden(groups: readonly Group[], value: string | null, limit: number): boolean {
  const few = groups.map(({ clients }) => clients > 0 && clients < limit)
  const sizes = groups.map(({ sent }) => ({ n: sent, events: 0 }))
  const fates = groups.map(({ decided, approved }) => ({ n: decided, events: approved }))
  const bySize = hiddenCells(sizes, limit, few)
  const byFate = hiddenCells(fates, limit, bySize)
  const hidden = leavesTeam(limit)
    ? hiddenCells(sizes, limit, byFate)
    : byFate.map((isHidden, index) => bySize[index] === true || (isHidden && !isSmall(fates[index] ?? none, limit)))
  return groups.some((one, index) => one.value === value && hidden[index] === true)
}

const none = { n: 0, events: 0 }

const added = (so: Group | undefined, row: Group): Group =>
  so === undefined
    ? row
    : {
        ...{ value: row.value, sent: so.sent + row.sent, clients: so.clients + row.clients },
        ...{ decided: so.decided + row.decided, approved: so.approved + row.approved },
      }

/** Whose each version is; what was imported belongs to no team. */
const places = sql`left join lateral (
    select c.creditor_id, c.product_id, c.team_id from cases c where not v.is_imported and c.org_id = v.org_id and c.id = v.case_id
    union all
    select h.creditor_id, h.product_id, null::uuid from past_outcomes h where v.is_imported and h.org_id = v.org_id and h.id = v.id
  ) place on true`

const chosenIn: Record<Choice, SQL> = {
  creditor: sql`place.creditor_id::text`,
  product: sql`place.product_id::text`,
  team: sql`place.team_id::text`,
  hardship: sql`v.values->>'F-05'`,
  origin: sql`case when v.is_imported then 'imported' else 'own' end`,
}
